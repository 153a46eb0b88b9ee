/** The bar above everything: add a column or a person, calls, faults, language, the hint of the first visit. */

import * as api from "./api.js";
import { askBox } from "./dialog.js";
import { h, icon, iconButton } from "./dom.js";
import { otherLang, switchLang, t } from "./i18n.js";
import { recall, remember } from "./memory.js";
import { openMenu } from "./menu.js";

export class TopBar {
  constructor(app) {
    this.app = app;
    this.add = this.button("plus", t("column.add"), () => app.addColumn(), "column-add");
    this.callsButton = this.button("calls", t("calls"), () => app.calls.toggle(), "calls-toggle");
    this.faultsButton = this.button("bolt", t("faults"), () => app.faults.toggle(), "faults-toggle");
    this.hint = h("aside", { class: "hint", testid: "hint", hidden: recall("hint", false) }, h("p", {}, t("hint")), h("button", { type: "button", class: "button", onclick: () => this.closeHint() }, t("hint.close")));
    this.mark = h("div", { class: "fault-mark", role: "status", testid: "fault-mark", hidden: true });
    this.element = h("div", { class: "top" }, this.bar(), this.mark, this.hint);
  }

  bar() {
    const people = this.button("users", t("people.more"), (event) => openMenu(event.currentTarget, this.peopleItems()), "people-menu");
    const language = h("button", { type: "button", class: "bar-button", lang: otherLang, testid: "lang-switch", onclick: switchLang }, t("lang.other"));
    return h("header", { class: "topbar wide-only" },
      h("span", { class: "brand" }, h("img", { src: "icon.svg", alt: "", width: 28, height: 28 }), h("strong", {}, t("brand")), h("span", { class: "subtitle" }, t("brand.note"))),
      h("span", { class: "topbar-buttons" }, this.add, people, this.callsButton, this.faultsButton, iconButton("help", t("hint.open"), () => this.openHint()), language));
  }

  button(name, label, onclick, testid) {
    return h("button", { type: "button", class: "bar-button", testid, onclick }, icon(name), h("span", {}, label));
  }

  render() {
    this.add.disabled = !this.app.canAdd;
  }

  /** The same on a narrow screen, as a menu. */
  menu(anchor) {
    openMenu(anchor, [
      { label: t("calls"), icon: "calls", testid: "menu-calls", run: () => this.app.calls.toggle() },
      { label: t("faults"), icon: "bolt", testid: "menu-faults", run: () => this.app.faults.toggle() },
      ...this.peopleItems(),
      { label: t("hint.open"), icon: "help", run: () => this.openHint() },
      { label: t("lang.other"), icon: "poll", run: switchLang },
    ], { label: t("more") });
  }

  peopleItems() {
    return [
      { label: t("person.new"), icon: "plus", testid: "person-new", run: () => this.addPerson() },
      { label: t("group.new"), icon: "users", testid: "group-new", run: () => this.addGroup() },
    ];
  }

  openHint() {
    this.hint.hidden = false;
  }

  closeHint() {
    this.hint.hidden = true;
    remember("hint", true);
  }

  showFaults(names) {
    this.mark.hidden = !names.length;
    this.faultsButton.classList.toggle("alarmed", names.length > 0);
    this.mark.replaceChildren(icon("bolt"), h("span", {}, t("faults.on", { names: names.join(", ") })), h("button", { type: "button", class: "text-link", testid: "faults-off", onclick: () => this.app.faults.allOff() }, t("faults.off")));
  }

  async addPerson() {
    const values = await askBox(t("person.new"), [
      { name: "name", label: t("person.name"), required: true },
      { name: "last_name", label: t("person.last") },
      { name: "username", label: t("person.username") },
      { name: "language", label: t("person.language"), options: [["ru", "Русский"], ["en", "English"]] },
    ], t("create"));
    if (!values) return;
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
    await this.created(api.addPerson(given));
  }

  async addGroup() {
    const people = this.app.people.map((person) => ({ name: `member-${person.id}`, label: person.first_name, type: "checkbox", value: true }));
    const values = await askBox(t("group.new"), [
      { name: "title", label: t("group.title"), required: true },
      { name: "forum", label: t("group.forum"), type: "checkbox", value: true },
      { name: "bot", label: t("group.bot"), type: "checkbox", value: true },
      ...people,
    ], t("create"));
    if (!values) return;
    const members = this.app.people.map(({ id }) => id).filter((id) => values[`member-${id}`]);
    await this.created(api.addGroup({ title: values.title, forum: values.forum, bot: values.bot, members }));
  }

  async created(promise) {
    try {
      await promise;
    } catch (error) {
      this.app.columns[0]?.toasts.show({ text: error.message, error: true });
    }
    await this.app.look();
  }
}
