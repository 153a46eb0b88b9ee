/** One bubble: a message, or an album of several. */

import { h, iconButton } from "./dom.js";
import { richText } from "./entities.js";
import { clockTime, fullTime, t } from "./i18n.js";
import { inlineKeyboard } from "./keyboard.js";
import { BARE, media } from "./media.js";
import { onContext } from "./menu.js";
import { messageMenu } from "./message_menu.js";
import { authorName, avatar, colour, fullName } from "./names.js";
import { kindOf, summary } from "./summary.js";

const VISUAL = new Set(["photo", "video", "animation", "location", "venue"]);
const EMOJI_ONLY = /^(\p{Extended_Pictographic}[\uFE0F\u200D\u{1F3FB}-\u{1F3FF}]*){1,3}$/u;

/** `row`: {messages, first, last, group}; first and last tell the place in a run of one author's messages. */
export function bubble(row, context) {
  const message = row.messages[0];
  if (kindOf(message) === "service") return service(message);
  const content = h("div", { class: classes(row), testid: "bubble" }, inside(row, context));
  const column = h("div", { class: "bubble-column" }, content, inlineKeyboard(message, context));
  const outer = h("div", {
    class: ["message", message.mine && "mine", row.first && "first", row.last && "last"].filter(Boolean).join(" "),
    testid: "message",
    role: "article",
    "data-message-id": message.message_id,
    "data-kind": kindOf(message),
    "data-mine": String(Boolean(message.mine)),
    "aria-label": `${authorName(message)}, ${clockTime(message.date)}`,
  }, face(row, message), column, actions(row, context));
  onContext(content, (at) => messageMenu(outer, row, context, at));
  content.addEventListener("dblclick", () => context.reply(message));
  return outer;
}

function service(message) {
  return h("div", { class: "service", testid: "service", "data-message-id": message.message_id }, h("span", { dir: "auto" }, summary(message)));
}

function classes({ messages: [message, second] }) {
  const kind = kindOf(message);
  const names = ["bubble", `kind-${kind}`];
  if (BARE.has(kind) || loneEmoji(message)) names.push("bare");
  if (VISUAL.has(kind)) names.push("visual");
  if (second) names.push("album-bubble");
  return names.join(" ");
}

const loneEmoji = (message) => kindOf(message) === "text" && !message.reply_markup && EMOJI_ONLY.test(message.text ?? "");

function face({ group, last }, message) {
  if (!group || message.mine) return null;
  return last ? avatar(message.from?.id ?? 0, authorName(message), "small") : h("span", { class: "avatar-gap" });
}

function actions(row, context) {
  return iconButton("more", t("message.actions"), (event) => messageMenu(event.currentTarget, row, context), { class: "icon-button message-more", testid: "message-menu", "aria-haspopup": "menu" });
}

function inside(row, context) {
  const message = row.messages[0];
  const captioned = row.messages.find((one) => one.caption) ?? message;
  const text = captioned.text ?? captioned.caption;
  const meta = mark(message);
  const words = text
    ? h("div", { class: loneEmoji(message) ? "text big-emoji" : "text", dir: "auto", testid: "message-text" }, richText(text, captioned.entities ?? captioned.caption_entities, context), meta)
    : null;
  return [
    author(row, message),
    forwarded(message),
    quote(message, context),
    row.messages.length > 1 ? album(row.messages, context) : media(message, context),
    words,
    reactions(message, context),
    words ? null : meta,
  ];
}

function author({ group, first }, message) {
  if (!group || !first || message.mine) return null;
  return h("div", { class: `author ink-${colour(message.from?.id ?? 0)}`, dir: "auto" }, authorName(message));
}

function forwarded({ forward_origin: origin }) {
  if (!origin) return null;
  const name = origin.sender_user ? fullName(origin.sender_user) : origin.sender_user_name ?? origin.chat?.title ?? origin.sender_chat?.title;
  return h("div", { class: "forwarded" }, t("forwarded"), " ", h("bdi", {}, name ?? ""));
}

function quote(message, context) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const jump = () => context.jump(target.message_id);
  const words = message.quote?.text ?? summary(target);
  return h("button", { type: "button", class: `quote ink-${colour(target.from?.id ?? 0)}`, onclick: jump }, h("b", { dir: "auto" }, authorName(target)), h("span", { class: "quote-text", dir: "auto" }, words));
}

function album(messages, context) {
  const files = messages.some((one) => ["document", "audio"].includes(kindOf(one)));
  return h("div", { class: files ? "album files" : `album grid-${Math.min(messages.length, 10)}`, testid: "album" }, messages.map((one) => media(one, context)));
}

function mark(message) {
  const edited = message.edit_date ? h("span", { class: "edited" }, t("edited")) : null;
  const sent = message.mine ? h("span", { class: "tick", "aria-label": t("sent") }, "✓") : null;
  const pinned = message.pinned ? h("span", { class: "pin-mark", "aria-label": t("pinned") }, "📌") : null;
  return h("span", { class: "meta", title: fullTime(message.date) }, pinned, edited, h("time", {}, clockTime(message.date)), sent);
}

function reactions(message, { state }) {
  if (!message.reactions?.length) return null;
  const toggle = ({ emoji, mine }) => state.act("reacts", { chat: message.chat_id, message: message.message_id, emoji: mine ? "" : emoji });
  return h("div", { class: "reactions" }, message.reactions.map((one) =>
    h("button", { type: "button", class: "reaction", "aria-pressed": String(Boolean(one.mine)), testid: "reaction", onclick: () => toggle(one) }, one.emoji, one.count > 1 ? ` ${one.count}` : "")));
}
