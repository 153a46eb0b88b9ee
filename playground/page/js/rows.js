/** Messages become rows of the thread: days, runs of one author, albums. */

import { h } from "./dom.js";
import { dayKey, dayName } from "./i18n.js";
import { isWaiting } from "./presses.js";
import { kindOf } from "./summary.js";
import { bubble } from "./bubble.js";

const RUN_SECONDS = 300;

/** Neighbours of one media group stand together. */
function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const before = groups.at(-1);
    if (message.media_group_id && before?.[0].media_group_id === message.media_group_id) before.push(message);
    else groups.push([message]);
  }
  return groups;
}

function sameRun(one, other) {
  return Boolean(one && other)
    && kindOf(one) !== "service" && kindOf(other) !== "service"
    && one.from?.id === other.from?.id
    && dayKey(one.date) === dayKey(other.date)
    && Math.abs(one.date - other.date) < RUN_SECONDS;
}

function waitingButtons(state, message) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.map((row, r) => row.map((_, c) => isWaiting(state, message, r, c)));
}

export function threadRows(messages, group, context) {
  const groups = grouped(messages);
  return groups.flatMap((members, i) => {
    const [message] = members;
    const previous = groups[i - 1]?.[0];
    const row = { messages: members, group, first: !sameRun(previous, message), last: !sameRun(message, groups[i + 1]?.[0]) };
    const drawn = messageRow(row, context);
    return previous && dayKey(previous.date) === dayKey(message.date) ? [drawn] : [dayRow(message), drawn];
  });
}

function messageRow(row, context) {
  const [message] = row.messages;
  const votes = message.poll ? [...context.state.votes] : null;
  const sig = JSON.stringify([row, waitingButtons(context.state, message), votes]);
  return { key: message.message_id, sig, make: () => bubble(row, context) };
}

const dayRow = ({ date }) => ({
  key: `day ${dayKey(date)}`,
  sig: dayName(date),
  make: () => h("div", { class: "day" }, h("span", {}, dayName(date))),
});
