/** Short notices over a column; the bot's alerts are boxes that must be closed. */

import { dialogBox } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

const SHOWN_FOR = 4500;

export class Toasts {
  constructor() {
    this.element = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  }

  show({ text, alert, url, error }, who) {
    if (alert) return dialogBox(t("alert.for", { who }), h("p", { class: "alert-text", dir: "auto", testid: "alert" }, text));
    const words = [text, url].filter(Boolean).join(" ");
    const toast = h("div", { class: error ? "toast error" : "toast", testid: "toast", dir: "auto" }, words);
    toast.addEventListener("click", () => toast.remove());
    this.element.append(toast);
    return setTimeout(() => toast.remove(), SHOWN_FOR);
  }
}
