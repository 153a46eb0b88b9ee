/** One open conversation: its head, pinned bar, messages, and what is written below. */

import { Composer } from "./composer.js";
import { h, icon, reconcile } from "./dom.js";
import { t } from "./i18n.js";
import { threadKey } from "./keys.js";
import { PinnedBar } from "./pinned.js";
import { threadRows } from "./rows.js";
import { ThreadHead } from "./thread_head.js";
import { typingText } from "./typing.js";

const NEAR_END = 80;
const NEAR_TOP = 200;
const JUMP_PAGES = 6;

export class Thread {
  constructor(app, state, { chat, thread }) {
    Object.assign(this, { app, state, chatId: chat, thread, fresh: 0, atEnd: true });
    this.context = {
      app, state,
      say: (text) => state.act("says", { chat, thread, text }),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      jump: (id) => this.jump(id),
      zoom: (src) => app.zoom(src),
    };
    this.head = new ThreadHead(this);
    this.pinned = new PinnedBar(this);
    this.composer = new Composer(this);
    this.build();
  }

  get chat() {
    return this.state.chat(this.chatId);
  }

  build() {
    this.rows = h("div", { class: "rows", testid: "messages", role: "log", "aria-label": t("messages") });
    this.typing = h("div", { class: "typing", testid: "typing", "aria-live": "polite" });
    this.scroller = h("div", { class: "scroller", onscroll: () => this.scrolled(), tabindex: "-1" }, this.rows, this.typing);
    this.pill = h("button", { type: "button", class: "pill", hidden: true, testid: "new-messages", onclick: () => this.toEnd(true) });
    const middle = h("div", { class: "thread-middle" }, this.scroller, this.pill);
    this.element = h("section", { class: "thread", testid: "thread" }, this.head.element, this.pinned.element, middle, this.composer.element);
    this.watcher = new ResizeObserver(() => { if (this.atEnd) this.toEnd(); });
    this.watcher.observe(this.rows);
    this.watcher.observe(this.scroller);
  }

  destroy() {
    this.watcher.disconnect();
    this.composer.destroy();
  }

  is({ chat, thread }) {
    return this.chatId === chat && this.thread === thread;
  }

  render() {
    if (!this.chat) return;
    const { messages, loaded } = this.state.history(this.chatId, this.thread);
    const group = this.chat.kind !== "private";
    const height = this.scroller.scrollHeight - this.scroller.scrollTop;
    reconcile(this.rows, messages.length || !loaded ? threadRows(messages, group, this.context) : [this.emptyRow()]);
    this.renderTyping();
    this.head.render();
    this.pinned.render();
    this.composer.render();
    this.keepPlace(messages, height);
    this.readNow();
  }

  emptyRow() {
    const unstarted = this.chat.started === false;
    const key = unstarted ? "empty.unstarted" : this.chat.kind === "private" ? "empty.private" : "empty.group";
    return { key: "empty", sig: key, make: () => h("div", { class: "empty", testid: "empty" }, h("span", { class: "empty-mark" }, icon("send")), h("p", {}, t(key))) };
  }

  renderTyping() {
    const text = typingText(this.state.typing.get(threadKey(this.chatId, this.thread)));
    if (this.typingShown === text) return;
    this.typingShown = text;
    this.typing.replaceChildren(...(text ? [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), h("span", {}, text)] : []));
  }

  /** At the end we stay at the end; older messages put in above move nothing. */
  keepPlace(messages, height) {
    const newest = messages.at(-1);
    const oldest = messages[0]?.message_id;
    const cameLate = newest && newest.message_id > (this.newest ?? 0);
    if (this.newest === undefined || (cameLate && newest.mine)) this.toEnd();
    else if (cameLate && !this.atEnd) this.fresh += messages.filter((one) => one.message_id > this.newest && !one.mine).length;
    if (oldest < this.oldest && !this.atEnd) this.scroller.scrollTop = this.scroller.scrollHeight - height;
    if (newest) Object.assign(this, { newest: Math.max(newest.message_id, this.newest ?? 0), oldest });
    if (this.atEnd) this.toEnd();
    this.renderPill();
  }

  renderPill() {
    this.pill.hidden = this.atEnd;
    this.pill.setAttribute("aria-label", this.fresh ? t("new", { count: this.fresh }) : t("to.end"));
    this.pill.replaceChildren(...(this.fresh ? [t("new", { count: this.fresh })] : []), icon("down"));
  }

  toEnd(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    if (!smooth) this.atEnd = true;
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (this.atEnd) { this.fresh = 0; this.readNow(); }
    if (scrollTop < NEAR_TOP) this.state.loadOlder(this.chatId, this.thread);
    this.renderPill();
  }

  readNow() {
    if (this.atEnd && document.visibilityState === "visible" && this.element.offsetParent) this.state.markRead(this.chatId, this.thread);
  }

  async jump(id) {
    for (let page = 0; page < JUMP_PAGES && !this.bubbleOf(id) && this.state.history(this.chatId, this.thread).more; page += 1) {
      await this.state.loadOlder(this.chatId, this.thread);
      this.render();
    }
    const target = this.bubbleOf(id);
    if (!target) return;
    this.atEnd = false;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    target.classList.remove("flash");
    requestAnimationFrame(() => target.classList.add("flash"));
  }

  bubbleOf(id) {
    return this.rows.querySelector(`[data-message-id="${Number(id)}"]`);
  }
}
