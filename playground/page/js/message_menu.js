/** What can be done with a message: react, reply, copy, edit, pin, delete, look inside. */

import { dialogBox } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { kindOf } from "./summary.js";

const EMOJI = ["👍", "❤️", "🔥", "🎉", "👏", "🤔", "👎", "😢"];
const EDITABLE = new Set(["text", "photo", "video", "document", "audio", "voice", "animation"]);

export function messageMenu(anchor, row, context, at) {
  const message = row.messages.find((one) => one.caption) ?? row.messages[0];
  const where = { chat: message.chat_id, message: message.message_id };
  const { state } = context;
  const text = message.text ?? message.caption;
  const editable = message.mine && EDITABLE.has(kindOf(message)) && !message.forward_origin;
  openMenu(anchor, [
    { node: emojiRow(message, where, state) },
    { label: t("reply"), icon: "reply", testid: "menu-reply", run: () => context.reply(message) },
    text && { label: t("copy"), icon: "copy", run: () => navigator.clipboard?.writeText(text).catch(() => {}) },
    editable && { label: t("edit"), icon: "edit", testid: "menu-edit", run: () => context.edit(message) },
    { label: t(message.pinned ? "unpin" : "pin"), icon: "pin", run: () => state.act(message.pinned ? "unpins" : "pins", where) },
    { label: t("inspect"), icon: "json", run: () => inspect(row) },
    { label: t("delete"), icon: "trash", danger: true, testid: "menu-delete", run: () => remove(row, state) },
  ], { at, label: t("message.actions") });
}

function emojiRow(message, where, state) {
  const own = message.reactions?.find((one) => one.mine)?.emoji;
  const react = (event, emoji) => {
    event.target.closest("[popover]").hidePopover();
    return state.act("reacts", { ...where, emoji: emoji === own ? "" : emoji });
  };
  return h("div", { class: "emoji-row" }, EMOJI.map((emoji) =>
    h("button", { type: "button", role: "menuitem", class: "emoji", "aria-label": t("react", { emoji }), "aria-pressed": String(emoji === own), testid: "menu-react", onclick: (event) => react(event, emoji) }, emoji)));
}

function remove(row, state) {
  return Promise.all(row.messages.map((one) => state.act("deletes", { chat: one.chat_id, message: one.message_id })));
}

function inspect({ messages }) {
  const text = JSON.stringify(messages.length > 1 ? messages : messages[0], null, 2);
  dialogBox(t("inspect.title"), h("pre", { class: "json", tabindex: "0" }, text));
}
