/** Where one writes: text, a reply or an edit, attachments, commands, the bot's keyboard. */

import { attachMenu, fileFields } from "./attach.js";
import { CommandList } from "./commands.js";
import { h, icon, iconButton, reconcile } from "./dom.js";
import { t } from "./i18n.js";
import { threadKey } from "./keys.js";
import { agrees, replyKeyboard } from "./keyboard.js";
import { authorName } from "./names.js";
import { summary } from "./summary.js";

const TYPING_EVERY = 3000;
const LONGEST_TEXT = 4096;

export class Composer {
  constructor(thread) {
    this.thread = thread;
    this.state = thread.state;
    this.key = threadKey(thread.chatId, thread.thread);
    this.where = { chat: thread.chatId, thread: thread.thread };
    this.hiddenKeyboard = false;
    this.typedAt = 0;
    this.build();
  }

  build() {
    this.input = h("textarea", {
      class: "composer-input", rows: "1", dir: "auto", testid: "composer-input", maxlength: LONGEST_TEXT,
      oninput: () => this.typed(), onkeydown: (event) => this.pressed(event), onpaste: (event) => this.pasted(event),
    });
    this.input.value = this.state.drafts.get(this.key) ?? "";
    this.commands = new CommandList(this);
    this.context = h("div", { class: "composer-context" });
    this.extras = h("span", { class: "composer-extras" });
    this.send = iconButton("send", t("send"), () => this.submit(), { class: "icon-button send", testid: "composer-send" });
    const attach = iconButton("attach", t("attach"), (event) => attachMenu(event.currentTarget, this), { testid: "attach", "aria-haspopup": "menu" });
    this.line = h("div", { class: "composer-line" }, attach, h("div", { class: "composer-box" }, this.input, this.extras), this.send);
    this.bar = h("div", { class: "composer-bar" });
    this.keyboard = h("div", { class: "keyboard-slot" });
    this.element = h("footer", { class: "composer" }, this.commands.element, this.context, this.bar, this.line, this.keyboard);
    requestAnimationFrame(() => this.fit());
  }

  destroy() {
    this.commands.hide();
  }

  render() {
    const { chat } = this.thread;
    const bar = this.barFor(chat);
    reconcile(this.bar, bar ? [bar] : []);
    this.line.hidden = Boolean(bar);
    this.forced(chat.keyboard);
    this.input.placeholder = chat.keyboard?.input_field_placeholder ?? t("write");
    this.input.setAttribute("aria-label", t("write.to", { name: chat.title }));
    this.commands.render();
    this.renderExtras(chat);
    this.renderKeyboard(chat, !bar);
  }

  /** Instead of the input: Start, unblock, or why one can't write. */
  barFor(chat) {
    const act = (verb) => () => this.state.act(verb, { chat: chat.id });
    const big = (key, verb, testid) => ({ key, sig: key, make: () => h("button", { type: "button", class: "big-button", testid, onclick: act(verb) }, t(key)) });
    if (chat.blocked) return big("unblock", "unblocks", "unblock");
    if (chat.started === false) return big("start", "starts", "start");
    if (chat.can_write !== false) return null;
    return { key: "closed", sig: "", make: () => h("p", { class: "cannot-write" }, t("cannot.write")) };
  }

  renderExtras(chat) {
    const hasKeyboard = Boolean(chat.keyboard?.keyboard);
    const rows = [];
    if (chat.commands?.length) rows.push({ key: "slash", sig: "", make: () => iconButton("slash", t("commands"), () => this.commands.toggle(), { testid: "commands" }) });
    if (hasKeyboard) rows.push({ key: "keyboard", sig: String(this.hiddenKeyboard), make: () => this.keyboardToggle() });
    reconcile(this.extras, rows);
  }

  keyboardToggle() {
    const toggle = () => { this.hiddenKeyboard = !this.hiddenKeyboard; this.thread.render(); };
    return iconButton("keyboard", t("keyboard"), toggle, { "aria-pressed": String(!this.hiddenKeyboard), testid: "keyboard-toggle" });
  }

  renderKeyboard({ keyboard }, writable) {
    const sig = JSON.stringify(keyboard ?? null);
    if (this.keyboardSig !== undefined && this.keyboardSig !== sig) this.hiddenKeyboard = false;
    this.keyboardSig = sig;
    const shown = writable && keyboard?.keyboard && !this.hiddenKeyboard;
    reconcile(this.keyboard, shown ? [{ key: "keyboard", sig, make: () => replyKeyboard(keyboard, (button) => this.tap(button, keyboard)) }] : []);
  }

  async tap(button, keyboard) {
    if (!await agrees(button)) return;
    if (keyboard.one_time_keyboard) this.hiddenKeyboard = true;
    await this.state.act("taps", { ...this.where, text: button.text });
  }

  /** A bot that forces a reply puts its newest message into the composer, once. */
  forced(keyboard) {
    if (!keyboard?.force_reply) { this.forcedBy = null; return; }
    const { messages } = this.state.history(this.where.chat, this.where.thread);
    const asking = messages.findLast((one) => !one.mine && one.keyboard?.force_reply);
    if (!asking || this.forcedBy === asking.message_id) return;
    this.forcedBy = asking.message_id;
    if (messages.findLast((one) => one.mine)?.message_id > asking.message_id) return;
    this.reply(asking);
  }

  reply(message) {
    this.setMode({ reply: message });
  }

  edit(message) {
    this.input.value = message.text ?? message.caption ?? "";
    this.setMode({ edit: message });
    this.fit();
  }

  setMode(mode) {
    if (this.mode?.edit && !mode?.edit) this.input.value = "";
    this.mode = mode;
    const message = mode?.reply ?? mode?.edit;
    const rows = message ? [{ key: "mode", sig: `${Boolean(mode.edit)}${message.message_id}`, make: () => this.modeBar(message) }] : [];
    reconcile(this.context, rows);
    this.fit();
    if (message) this.input.focus({ preventScroll: true });
  }

  modeBar(message) {
    const title = this.mode.edit ? t("editing") : t("replying", { who: authorName(message) });
    return h("div", { class: "mode-bar", testid: "composer-mode" },
      icon(this.mode.edit ? "edit" : "reply"),
      h("span", { class: "pinned-text" }, h("b", { dir: "auto" }, title), h("span", { class: "ellipsis", dir: "auto" }, summary(message))),
      iconButton("close", t("cancel"), () => this.setMode(null)));
  }

  typed() {
    this.state.drafts.set(this.key, this.mode?.edit ? "" : this.input.value);
    this.fit();
    this.commands.filter(this.input.value);
    const now = performance.now();
    if (this.thread.chat.kind === "private" || now - this.typedAt < TYPING_EVERY) return;
    this.typedAt = now;
    this.state.act("types", this.where);
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 180)}px`;
    this.send.classList.toggle("ready", Boolean(this.input.value.trim()));
  }

  pressed(event) {
    if (event.isComposing || this.commands.pressed(event)) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.submit(); }
    if (event.key === "Escape" && this.mode) { event.stopPropagation(); this.setMode(null); }
    if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
  }

  editLast(event) {
    const own = this.state.history(this.where.chat, this.where.thread).messages.findLast((one) => one.mine && one.text);
    if (!own) return;
    event.preventDefault();
    this.edit(own);
  }

  async pasted(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    await this.attach(await fileFields(file));
  }

  /** Takes the written text away, and the reply it belongs to. */
  take() {
    const text = this.input.value.trim();
    const reply = this.mode?.reply?.message_id;
    this.input.value = "";
    this.state.drafts.delete(this.key);
    this.setMode(null);
    this.commands.hide();
    return reply ? { text, reply_to: reply } : { text };
  }

  async submit() {
    const { edit } = this.mode ?? {};
    const { text, ...reply } = this.take();
    if (!text) return;
    const fields = edit ? { chat: this.where.chat, message: edit.message_id, text } : { ...this.where, ...reply, text };
    const done = await this.state.act(edit ? "edits" : "says", fields);
    if (!done && !this.input.value) { this.input.value = text; this.typed(); }
    else this.thread.toEnd();
  }

  async attach(fields) {
    const { text, ...reply } = this.take();
    await this.state.act("sends", { ...this.where, ...reply, ...(text ? { caption: text } : {}), ...fields });
    this.thread.toEnd();
  }
}
