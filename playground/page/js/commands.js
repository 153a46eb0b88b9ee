/** The bot's commands above the composer: opened by its button, filtered while "/…" is typed. */

import { h } from "./dom.js";
import { t } from "./i18n.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export class CommandList {
  constructor(composer) {
    this.composer = composer;
    this.chosen = 0;
    this.found = [];
    this.element = h("div", { class: "command-list", role: "listbox", "aria-label": t("commands"), testid: "command-list", hidden: true });
  }

  get all() {
    return this.composer.thread.chat?.commands ?? [];
  }

  toggle() {
    if (this.element.hidden) this.show(this.all);
    else this.hide();
    this.composer.input.focus();
  }

  filter(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1];
    if (typed === undefined) this.hide();
    else this.show(this.all.filter((one) => one.command.startsWith(typed.toLowerCase())));
  }

  /** The bot may tell its commands after the slash was typed. */
  render() {
    const sig = JSON.stringify(this.all);
    if (this.sig === sig) return;
    this.sig = sig;
    this.filter(this.composer.input.value);
  }

  show(found) {
    this.found = found;
    this.chosen = 0;
    this.element.hidden = !found.length;
    this.element.replaceChildren(...found.map((one, i) => this.row(one, i)));
  }

  hide() {
    this.element.hidden = true;
  }

  row({ command, description }, place) {
    return h("button", { type: "button", role: "option", class: "command", testid: "command", "aria-selected": String(place === this.chosen), onclick: () => this.send(command) },
      h("b", {}, `/${command}`), h("span", { class: "ellipsis", dir: "auto" }, description));
  }

  send(command) {
    this.hide();
    this.composer.input.value = `/${command}`;
    this.composer.submit();
  }

  /** True when the key was for the list. */
  pressed(event) {
    if (this.element.hidden) return false;
    if (event.key === "Escape") this.hide();
    else if (event.key === "Enter" && !event.shiftKey) this.send(this.found[this.chosen].command);
    else if (event.key === "Tab") this.complete();
    else if (STEPS[event.key]) this.move(STEPS[event.key]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  complete() {
    this.composer.input.value = `/${this.found[this.chosen].command} `;
    this.composer.typed();
  }

  move(step) {
    this.chosen = (this.chosen + step + this.found.length) % this.found.length;
    [...this.element.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === this.chosen)));
    this.element.children[this.chosen].scrollIntoView({ block: "nearest" });
  }
}
