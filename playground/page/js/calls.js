/** The bot's recent calls of the Bot API, with their answers. */

import * as api from "./api.js";
import { h, iconButton } from "./dom.js";
import { clockSeconds, t } from "./i18n.js";

const LOOK_EVERY = 1000;
const KEPT = 300;

export class CallsPanel {
  constructor() {
    this.last = 0;
    this.list = h("ol", { class: "calls", testid: "calls-list" });
    this.filter = h("input", { type: "search", placeholder: t("calls.filter"), "aria-label": t("calls.filter"), oninput: () => this.sift() });
    this.element = h("aside", { class: "panel", testid: "calls-panel", "aria-label": t("calls"), hidden: true },
      h("header", { class: "panel-head" }, h("h2", {}, t("calls")), iconButton("close", t("close"), () => this.toggle())),
      h("div", { class: "panel-note" }, this.filter), h("div", { class: "panel-body" }, this.list, h("p", { class: "list-empty calls-empty" }, t("calls.empty"))));
  }

  toggle() {
    this.element.hidden = !this.element.hidden;
    clearInterval(this.timer);
    if (this.element.hidden) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.look();
  }

  async look() {
    if (this.looking || document.visibilityState === "hidden") return;
    this.looking = true;
    try {
      this.take(await api.calls(this.last));
    } catch {
      return;
    } finally {
      this.looking = false;
    }
  }

  take({ calls, last }) {
    if (last < this.last) this.list.replaceChildren();
    this.last = calls.at(-1)?.n ?? last;
    this.list.prepend(...calls.map(row).reverse());
    while (this.list.children.length > KEPT) this.list.lastChild.remove();
    if (calls.length) this.sift();
  }

  sift() {
    const wanted = this.filter.value.trim().toLowerCase();
    for (const item of this.list.children) item.hidden = !item.dataset.method.includes(wanted);
  }
}

function row(call) {
  const { method, params, answer, ok, status, fault, time } = call;
  const state = fault ? "faulty" : ok ? "ok" : "failed";
  const head = h("summary", {},
    h("time", {}, clockSeconds(time)), h("b", { class: "ellipsis" }, method),
    fault ? h("span", { class: "call-fault" }, fault) : null,
    h("span", { class: "call-status" }, status ? String(status) : t("calls.none")));
  const details = h("details", { class: state }, head);
  details.addEventListener("toggle", () => { if (details.open && !details.children[1]) details.append(json(t("calls.params"), params), json(t("calls.answer"), answer)); });
  return h("li", { "data-method": method.toLowerCase() }, details);
}

const json = (title, value) => h("div", {}, h("span", { class: "subtitle" }, title), h("pre", { class: "json", tabindex: "0" }, JSON.stringify(value, null, 2)));
