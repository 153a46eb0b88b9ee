/** Inline buttons below a message, and the reply keyboard below the composer. */

import { h, icon } from "./dom.js";
import { confirmBox } from "./dialog.js";
import { t } from "./i18n.js";
import { followButton } from "./links.js";
import { isWaiting, press } from "./presses.js";

const STYLES = new Set(["danger", "success", "primary"]);

const styled = (button, base) => (STYLES.has(button.style) ? `${base} ${button.style}` : base);

export function inlineKeyboard(message, context) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const drawn = rows.map((row, r) => h("div", { class: "button-row" }, row.map((button, c) => inlineButton(message, button, r, c, context))));
  return h("div", { class: "inline-keyboard" }, drawn);
}

function inlineButton(message, button, row, place, context) {
  const waiting = isWaiting(context.state, message, row, place);
  return h("button", {
    type: "button",
    class: styled(button, "inline-button"),
    testid: "inline-button",
    "aria-busy": waiting ? "true" : null,
    title: button.url ?? null,
    onclick: (event) => pressInline(event, message, button, row, place, context),
  }, h("span", { class: "button-text", dir: "auto" }, button.text), hint(button), waiting ? h("span", { class: "spinner" }) : null);
}

function hint(button) {
  if (button.url) return h("span", { class: "button-url" }, button.url.replace(/^https?:\/\//, ""));
  if (button.copy_text) return icon("copy");
  return null;
}

function pressInline(event, message, button, row, place, context) {
  if (button.callback_data !== undefined) return press(context.state, message, row, place);
  if (button.url) return followButton(event, button.url, context);
  if (button.pay) return context.state.act("pays", { chat: message.chat_id, message: message.message_id });
  if (button.copy_text) return copy(button.copy_text.text, context);
  return context.state.onNotice({ text: t("button.unsupported") });
}

async function copy(text, { state }) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  state.onNotice({ text: t("copied") });
}

/** The reply keyboard's buttons; `tap` gets the button pressed. */
export function replyKeyboard(markup, tap) {
  const rows = markup.keyboard.map((row) => h("div", { class: "button-row" }, row.map((button) => replyButton(button, tap))));
  return h("div", { class: markup.resize_keyboard ? "reply-keyboard" : "reply-keyboard tall", testid: "reply-keyboard" }, rows);
}

function replyButton(given, tap) {
  const button = typeof given === "string" ? { text: given } : given;
  return h("button", { type: "button", class: styled(button, "reply-button"), testid: "reply-button", onclick: () => tap(button) }, h("span", { dir: "auto" }, button.text));
}

/** True when the person agrees to what the button would give away. */
export async function agrees(button) {
  if (button.request_contact) return Boolean(await confirmBox(t("share.contact"), t("share.contact.text"), t("share")));
  if (button.request_location) return Boolean(await confirmBox(t("share.location"), t("share.location.text"), t("share")));
  return true;
}
