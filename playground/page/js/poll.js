/** A poll: options to vote for, shares once there are votes. */

import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { threadKey } from "./keys.js";

export function poll(message, { state }) {
  const { question, options, total_voter_count: total, is_closed: closed, allows_multiple_answers: many } = message.poll;
  const key = threadKey(message.chat_id, message.message_id);
  const chosen = state.votes.get(key) ?? [];
  const vote = (place) => {
    const others = many ? chosen.filter((one) => one !== place) : [];
    const next = chosen.includes(place) ? others : [...others, place];
    state.votes.set(key, next);
    return state.act("votes", { chat: message.chat_id, message: message.message_id, options: next });
  };
  const rows = options.map((option, i) => row(option, total, chosen.includes(i), closed, () => vote(i)));
  const note = closed ? t("poll.closed") : t("poll.votes", { count: total });
  return h("div", { class: "poll" }, h("strong", { dir: "auto" }, question), rows, h("span", { class: "file-size" }, note));
}

function row({ text, voter_count: votes }, total, mine, closed, onclick) {
  const share = total ? Math.round((votes / total) * 100) : 0;
  return h("button", { type: "button", class: "poll-option", "aria-pressed": String(mine), disabled: closed, onclick, vars: { "--share": `${share}%` } },
    h("span", { class: "poll-mark" }, mine ? icon("check") : null), h("span", { dir: "auto" }, text), h("span", { class: "poll-share" }, total ? `${share}%` : ""));
}
