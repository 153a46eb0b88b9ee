/** The page as a whole: people, columns, who is shown where. */

import * as api from "./api.js";
import { CallsPanel } from "./calls.js";
import { Column } from "./column.js";
import { h, icon } from "./dom.js";
import { FaultsPanel } from "./faults.js";
import { t } from "./i18n.js";
import { recall, remember } from "./memory.js";
import { PersonState } from "./state.js";
import { TopBar } from "./topbar.js";

const LOOK_EVERY = 4000;
const MOST_COLUMNS = 4;
const MOST_ELSEWHERE = 12;

export class App {
  constructor(root) {
    this.people = [];
    this.bots = [];
    this.states = new Map();
    this.columns = [];
    this.elsewhere = new Map();
    this.faults = new FaultsPanel(this);
    this.calls = new CallsPanel(this);
    this.topbar = new TopBar(this);
    this.board = h("main", { class: "columns", "aria-label": t("people") });
    this.stage = h("div", { class: "stage" }, this.board, this.calls.element, this.faults.element);
    root.append(this.topbar.element, this.stage);
  }

  async start() {
    await this.look();
    setInterval(() => { if (document.visibilityState === "visible") this.look(); }, LOOK_EVERY);
    document.addEventListener("visibilitychange", () => this.visibility());
  }

  /** A hidden page gives its connections back: a browser has only six for one address. */
  visibility() {
    const hidden = document.visibilityState === "hidden";
    for (const { state } of this.columns) {
      if (hidden) state.disconnect?.();
      else state.connect();
    }
    if (!hidden) this.look();
  }

  /** Who exists, what the people not shown have unread, which faults are on. */
  async look() {
    try {
      const { people, bots } = await api.world();
      this.bots = bots;
      await this.setPeople(people);
      await this.lookElsewhere();
    } catch {
      return;
    }
    await this.faults.look();
  }

  async setPeople(people) {
    const before = JSON.stringify(this.people);
    this.people = people;
    if (before === JSON.stringify(people) && (this.columns.length || !people.length)) { this.renderEmpty(); return; }
    for (const column of this.columns.filter((one) => !this.known(one.state.id))) this.drop(column);
    if (!this.columns.length && people.length) await this.arrange();
    this.renderEmpty();
    this.topbar.render();
    for (const column of this.columns) column.changed();
  }

  known(id) {
    return this.people.some((person) => person.id === id);
  }

  async lookElsewhere() {
    const shown = new Set(this.columns.map((column) => column.state.id));
    const others = this.people.filter((person) => !shown.has(person.id)).slice(0, MOST_ELSEWHERE);
    const worlds = await Promise.all(others.map((person) => api.world(person.id)));
    for (const { me, chats } of worlds) this.elsewhere.set(me.id, chats.reduce((sum, chat) => sum + chat.unread, 0));
    for (const column of this.columns) column.changed();
  }

  unreadOf(id) {
    const column = this.columns.find((one) => one.state.id === id);
    return column ? column.state.unread : this.elsewhere.get(id) ?? 0;
  }

  /** The columns of the last visit, of the address (?as=1,2), or a customer and somebody of the staff. */
  async arrange() {
    const asked = new URLSearchParams(location.search).get("as")?.split(",").map(Number);
    const wanted = (asked ?? recall("columns", [])).filter((id) => this.known(id));
    const ids = wanted.length ? wanted : await this.firstTwo();
    for (const id of ids.slice(0, MOST_COLUMNS)) this.addColumn(id);
  }

  async firstTwo() {
    const worlds = await Promise.all(this.people.slice(0, MOST_ELSEWHERE).map((person) => api.world(person.id)));
    const inGroup = worlds.filter(({ chats }) => chats.some((chat) => chat.kind !== "private"));
    const customer = worlds.find((one) => !inGroup.includes(one)) ?? worlds[0];
    const second = inGroup[0] ?? worlds.find((one) => one !== customer);
    return [customer, second].filter(Boolean).map(({ me }) => me.id);
  }

  stateOf(id) {
    if (!this.states.has(id)) this.states.set(id, new PersonState(id));
    return this.states.get(id);
  }

  addColumn(id = this.freePerson()) {
    if (id === undefined || this.columns.length >= MOST_COLUMNS) return;
    const column = new Column(this, this.stateOf(id));
    this.columns.push(column);
    this.board.append(column.element);
    this.columnsChanged();
  }

  freePerson() {
    return this.people.find((person) => !this.columns.some((column) => column.state.id === person.id))?.id;
  }

  removeColumn(column) {
    if (this.columns.length > 1) this.drop(column);
  }

  drop(column) {
    column.destroy();
    this.columns = this.columns.filter((one) => one !== column);
    this.columnsChanged();
  }

  /** A person is shown once: choosing one of another column swaps the two. */
  switchPerson(column, id) {
    const previous = column.state;
    if (previous.id === id) return;
    const other = this.columns.find((one) => one.state.id === id);
    for (const one of [column, other]) one?.leave();
    column.show(this.stateOf(id));
    other?.show(previous);
    this.columnsChanged();
  }

  columnsChanged() {
    remember("columns", this.columns.map((column) => column.state.id));
    this.board.classList.toggle("single", this.columns.length < 2);
    this.board.style.setProperty("--columns", this.columns.length);
    this.topbar.render();
    for (const column of this.columns) column.changed();
  }

  get canAdd() {
    return this.columns.length < MOST_COLUMNS && this.freePerson() !== undefined;
  }

  /** Badges of one column are shown in the strips of the others. */
  columnChanged() {
    const unread = JSON.stringify(this.columns.map((column) => column.state.unread));
    if (unread === this.unread) return;
    this.unread = unread;
    for (const column of this.columns) column.renderStrip();
  }

  async actAs(id, verb, fields) {
    const state = this.stateOf(id);
    const column = this.columns.find((one) => one.state === state) ?? this.columns.at(-1);
    this.switchPerson(column, id);
    if (await state.act(verb, fields)) await state.open(fields.chat, null);
  }

  renderEmpty() {
    const shown = this.board.querySelector(".no-people");
    if (this.people.length) shown?.remove();
    else if (!shown) this.board.append(h("div", { class: "no-people empty" }, h("span", { class: "empty-mark" }, icon("users")), h("p", {}, t("people.none")), h("button", { type: "button", class: "button", onclick: () => this.topbar.addPerson() }, t("person.new"))));
  }

  pageMenu(anchor) {
    this.topbar.menu(anchor);
  }

  zoom(src) {
    const box = h("dialog", { class: "zoom", "aria-label": t("zoom"), onclick: () => box.close(), onclose: () => box.remove() }, h("img", { src, alt: t("kind.photo") }));
    document.body.append(box);
    box.showModal();
  }
}
