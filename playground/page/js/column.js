/** One person's messenger: who it is, the list of chats, the open conversation, notices. */

import { ChatList } from "./chatlist.js";
import { h, icon, iconButton, reconcile } from "./dom.js";
import { t } from "./i18n.js";
import { avatar, badge, fullName } from "./names.js";
import { Thread } from "./thread.js";
import { Toasts } from "./toasts.js";

const SPLIT_WIDTH = 600;

export class Column {
  constructor(app, state) {
    this.app = app;
    this.strip = h("div", { class: "strip", role: "group", "aria-label": t("people") });
    this.head = h("header", { class: "column-head" }, this.strip, this.buttons());
    this.body = h("div", { class: "column-body" });
    this.toasts = new Toasts();
    this.element = h("section", { class: "column", testid: "column" }, this.head, this.body, this.toasts.element);
    this.watcher = new ResizeObserver(([entry]) => this.resized(entry.contentRect.width));
    this.watcher.observe(this.element);
    this.show(state);
  }

  buttons() {
    return h("span", { class: "column-buttons" },
      iconButton("more", t("more"), (event) => this.app.pageMenu(event.currentTarget), { class: "icon-button narrow-only", testid: "page-menu", "aria-haspopup": "menu" }),
      iconButton("close", t("column.remove"), () => this.app.removeColumn(this), { class: "icon-button wide-only column-close", testid: "column-remove" }));
  }

  show(state) {
    this.leave();
    this.state = state;
    this.list = new ChatList(state);
    this.thread = null;
    this.body.replaceChildren(this.list.element);
    this.unsubscribe = state.subscribe(() => this.changed());
    state.onNotice = (notice) => this.toasts.show(notice, fullName(state.me));
    state.connect();
    this.element.dataset.person = state.id;
    this.changed();
  }

  leave() {
    this.unsubscribe?.();
    this.thread?.destroy();
    this.state?.disconnect?.();
    this.state = null;
  }

  destroy() {
    this.leave();
    this.watcher.disconnect();
    this.element.remove();
  }

  resized(width) {
    this.wide = width >= SPLIT_WIDTH;
    this.changed();
  }

  /** Many events in one frame make one drawing. */
  changed() {
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => { this.drawing = null; this.render(); });
  }

  render() {
    const { state } = this;
    if (!state) return;
    this.renderStrip();
    if (!state.me) return;
    const open = state.view && state.view.thread !== undefined;
    this.element.classList.toggle("split", Boolean(this.wide && (state.chats.length > 1 || state.view?.thread === undefined)));
    this.element.classList.toggle("open", Boolean(open));
    this.element.classList.toggle("offline", !state.online);
    this.element.lang = state.me.language_code ?? "";
    this.list.render();
    this.renderThread(open);
    this.app.columnChanged();
  }

  renderThread(open) {
    if (!open || !this.thread?.is(this.state.view)) {
      this.thread?.destroy();
      this.thread = open ? new Thread(this.app, this.state, this.state.view) : null;
      this.body.replaceChildren(this.list.element, this.thread?.element ?? placeholder());
    }
    this.thread?.render();
  }

  renderStrip() {
    const current = this.state.id;
    reconcile(this.strip, this.app.people.map((person) => {
      const unread = person.id === current ? 0 : this.app.unreadOf(person.id);
      const shown = person.id === current;
      return { key: person.id, sig: JSON.stringify([person, unread, shown, shown && this.state.online]), make: () => this.personButton(person, unread, shown) };
    }));
  }

  personButton(person, unread, shown) {
    const name = fullName(person);
    const label = unread ? `${name}, ${t("unread", { count: unread })}` : name;
    const note = this.state.online ? [person.username && `@${person.username}`, person.language_code?.toUpperCase()].filter(Boolean).join(" · ") : t("reconnecting");
    const text = shown ? h("span", { class: "person-text" }, h("strong", { class: "ellipsis", dir: "auto" }, name), h("span", { class: "subtitle ellipsis" }, note)) : null;
    return h("button", {
      type: "button", class: "person", testid: "person-switch", "data-person": person.id, title: name, "aria-label": label,
      "aria-current": shown ? "true" : null, onclick: () => this.app.switchPerson(this, person.id),
    }, h("span", { class: "face" }, avatar(person.id, name, "medium"), badge(unread, { testid: "person-unread" })), text);
  }
}

const placeholder = () => h("div", { class: "thread nothing" }, h("div", { class: "empty" }, h("span", { class: "empty-mark" }, icon("send")), h("p", {}, t("choose.chat"))));
