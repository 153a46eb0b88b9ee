/** Boxes above the page: a text to be closed, a question, a small form. */

import { h } from "./dom.js";
import { t } from "./i18n.js";

function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const cancelButton = () => h("button", { type: "button", class: "button plain", onclick: (event) => event.target.closest("dialog").close() }, t("cancel"));

const heading = (title) => h("h2", { class: "dialog-title", dir: "auto" }, title);

export function dialogBox(title, ...body) {
  const close = (event) => event.target.closest("dialog").close();
  const ok = h("button", { type: "button", class: "button", onclick: close, autofocus: true, testid: "dialog-ok" }, t("ok"));
  return show(h("dialog", { class: "dialog", "aria-label": title, testid: "dialog" }, heading(title), body, h("div", { class: "dialog-actions" }, ok)));
}

export function confirmBox(title, text, yes) {
  return form(title, [h("p", { dir: "auto" }, text)], yes);
}

/** Fields: {name, label, type?, value?, options?, required?}; the promise gives their values, or null. */
export function askBox(title, fields, yes) {
  return form(title, fields.map(field), yes);
}

function form(title, body, yes) {
  return new Promise((resolve) => {
    let values = null;
    const submit = (event) => {
      event.preventDefault();
      values = readForm(event.target);
      dialog.close();
    };
    const buttons = h("div", { class: "dialog-actions" }, cancelButton(), h("button", { type: "submit", class: "button", testid: "dialog-ok" }, yes));
    const dialog = show(h("dialog", { class: "dialog", "aria-label": title, testid: "dialog" }, h("form", { onsubmit: submit }, heading(title), body, buttons)));
    dialog.addEventListener("close", () => resolve(values));
  });
}

function readForm(element) {
  const inputs = [...element.elements].filter((one) => one.name);
  return Object.fromEntries(inputs.map((one) => [one.name, one.type === "checkbox" ? one.checked : one.value]));
}

function field({ name, label, type = "text", value = "", options, required }) {
  const input = options
    ? h("select", { name }, options.map(([key, text]) => h("option", { value: key }, text)))
    : h("input", { name, type, value: type === "checkbox" ? null : value, checked: type === "checkbox" && value, required, autocomplete: "off" });
  return h("label", { class: type === "checkbox" ? "field check" : "field" }, h("span", {}, label), input);
}
