/** Faults of the Bot API, switched on and off by hand: what a bot has to live with. */

import * as api from "./api.js";
import { h, iconButton, reconcile } from "./dom.js";
import { t } from "./i18n.js";

const SHARES = ["share_429", "share_500", "share_lost"];
const SWITCHES = ["limits", "down"];
const ONCE = ["429", "500", "lost", "blocked"];
const USUAL_SHARE = 0.3;
const USUAL_LATENCY = 1.5;

export class FaultsPanel {
  constructor(app) {
    this.app = app;
    this.present = {};
    this.body = h("div", { class: "panel-body" });
    this.element = h("aside", { class: "panel", testid: "faults-panel", "aria-label": t("faults"), hidden: true },
      h("header", { class: "panel-head" }, h("h2", {}, t("faults")), iconButton("close", t("close"), () => this.toggle())),
      h("p", { class: "panel-note" }, t("faults.note")), this.body);
  }

  toggle() {
    this.element.hidden = !this.element.hidden;
    if (!this.element.hidden) this.look();
  }

  async look() {
    try {
      this.take(await api.faults());
    } catch {
      return;
    }
  }

  async set(fields) {
    this.take(await api.setFaults(fields));
  }

  allOff() {
    const zero = Object.fromEntries([...SHARES, "latency"].map((name) => [name, 0]));
    return this.set({ ...zero, down: false, limits: false, next: [] });
  }

  take(faults) {
    this.present = faults;
    const names = [...SHARES, "latency", ...SWITCHES].filter((name) => faults[name]).map((name) => t(`fault.${name}`));
    if (faults.next?.length) names.push(t("fault.next", { count: faults.next.length }));
    const sig = JSON.stringify(faults);
    if (sig === this.sig) return;
    this.sig = sig;
    this.app.topbar.showFaults(names);
    this.render();
  }

  render() {
    const shares = SHARES.map((name) => this.row(name, USUAL_SHARE, { max: 1, step: 0.05, show: (value) => `${Math.round(value * 100)} %` }));
    const latency = this.row("latency", USUAL_LATENCY, { max: 10, step: 0.5, show: (value) => t("seconds", { value }) });
    const switches = SWITCHES.map((name) => this.row(name, true));
    reconcile(this.body, [...shares, latency, ...switches, this.onceRow()]);
  }

  /** A switch, and for a measured fault its size. */
  row(name, usual, range) {
    const value = this.present[name];
    const sig = JSON.stringify(value);
    const toggle = (event) => this.set({ [name]: event.target.checked ? usual : range ? 0 : false });
    const make = () => h("div", { class: value ? "fault on" : "fault" },
      h("label", { class: "switch" }, h("input", { type: "checkbox", role: "switch", checked: Boolean(value), onchange: toggle, testid: `fault-${name}` }), h("span", { class: "fault-text" }, h("strong", {}, t(`fault.${name}`)), h("span", { class: "subtitle" }, t(`fault.${name}.note`)))),
      range && value ? this.slider(name, value, range) : null);
    return { key: name, sig, make };
  }

  slider(name, value, { max, step, show }) {
    const output = h("output", {}, show(value));
    const move = (event) => { output.textContent = show(Number(event.target.value)); };
    const settle = (event) => this.set({ [name]: Number(event.target.value) });
    return h("div", { class: "fault-size" }, h("input", { type: "range", min: step, max, step, value, "aria-label": t(`fault.${name}`), oninput: move, onchange: settle }), output);
  }

  onceRow() {
    const queue = this.present.next ?? [];
    const add = (kind) => this.set({ next: [...queue, { kind, method: null, chat: null, retry_after: 3 }] });
    const make = () => h("div", { class: queue.length ? "fault on" : "fault" },
      h("strong", {}, t("fault.once")), h("span", { class: "subtitle" }, queue.length ? t("fault.queue", { names: queue.map(({ kind }) => t(`once.${kind}`)).join(", ") }) : t("fault.once.note")),
      h("div", { class: "once" }, ONCE.map((kind) => h("button", { type: "button", class: "button plain", testid: `once-${kind}`, onclick: () => add(kind) }, t(`once.${kind}`)))));
    return { key: "once", sig: JSON.stringify(queue), make };
  }
}
