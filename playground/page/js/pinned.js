/** The bar with the newest pinned message of this thread; each press goes one pin back. */

import * as api from "./api.js";
import { h, icon, reconcile } from "./dom.js";
import { t } from "./i18n.js";
import { summary } from "./summary.js";

export class PinnedBar {
  constructor(thread) {
    this.thread = thread;
    this.fetched = new Map();
    this.turn = 0;
    this.element = h("div", { class: "pinned-slot" });
  }

  render() {
    const pins = this.pins();
    const shown = pins[this.turn % Math.max(pins.length, 1)];
    const rows = shown ? [{ key: "bar", sig: JSON.stringify([shown, pins.length]), make: () => this.bar(shown, pins.length) }] : [];
    reconcile(this.element, rows);
  }

  pins() {
    const { state, chatId, thread, chat } = this.thread;
    if (!chat.pinned) return state.history(chatId, thread).messages.filter((one) => one.pinned).reverse();
    return chat.pinned.map((id) => state.find(chatId, id) ?? this.fetch(id)).filter((one) => one && one.thread === thread);
  }

  /** A pinned message above the loaded part of the history is asked for once. */
  fetch(id) {
    if (!this.fetched.has(id)) {
      this.fetched.set(id, null);
      const { state, chatId } = this.thread;
      api.history(state.id, chatId, null, id + 1, 1).then(({ messages: [message] }) => {
        if (message?.message_id !== id) return;
        this.fetched.set(id, message);
        this.render();
      }, () => {});
    }
    return this.fetched.get(id);
  }

  bar(message, count) {
    const go = () => { this.turn += 1; this.thread.jump(message.message_id); this.render(); };
    return h("button", { type: "button", class: "pinned", testid: "pinned", onclick: go },
      icon("pin"),
      h("span", { class: "pinned-text" }, h("b", {}, count > 1 ? t("pinned.many", { count }) : t("pinned.one")), h("span", { class: "ellipsis", dir: "auto" }, summary(message))));
  }
}
