/** A menu that pops up beside an element or at a point; arrows move, Escape and a click outside close. */

import { h, icon } from "./dom.js";

const MARGIN = 8;
const pressedWhileOpen = new WeakSet();

/** items: {label, run, icon?, danger?, testid?}, or {node} for something ready-made; `at` = {x, y} instead of the anchor. */
export function openMenu(anchor, items, { at, label } = {}) {
  if (!at && pressedWhileOpen.delete(anchor)) return;
  const menu = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": label, testid: "menu", onkeydown: moveFocus });
  menu.append(...items.filter(Boolean).map((item) => item.node ?? menuItem(menu, item)));
  document.body.append(menu);
  menu.showPopover();
  place(menu, at ?? corner(anchor, menu));
  if (!at) tie(anchor, menu);
  menu.addEventListener("toggle", ({ newState }) => { if (newState === "closed") menu.remove(); });
  menu.querySelector("[role=menuitem]")?.focus({ preventScroll: true });
}

/** The button that opened the menu shows it as open, and closes it when pressed again. */
function tie(anchor, menu) {
  const pressed = () => pressedWhileOpen.add(anchor);
  anchor.setAttribute("aria-expanded", "true");
  anchor.addEventListener("pointerdown", pressed);
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    anchor.removeEventListener("pointerdown", pressed);
    anchor.setAttribute("aria-expanded", "false");
    if (document.activeElement === document.body) anchor.focus();
  });
}

function menuItem(menu, { label, run, icon: name, danger, testid, aside, checked }) {
  const choose = () => { menu.hidePopover(); run(); };
  const props = { type: "button", role: "menuitem", class: danger ? "menu-item danger" : "menu-item", onclick: choose, testid: testid ?? "menu-item" };
  return h("button", { ...props, "aria-current": checked ? "true" : null }, name ? icon(name) : null, h("span", { dir: "auto" }, label), aside ?? null);
}

function corner(anchor, menu) {
  const box = anchor.getBoundingClientRect();
  const below = box.bottom + 4;
  const above = box.top - menu.offsetHeight - 4;
  return { x: box.left, y: below + menu.offsetHeight > innerHeight - MARGIN && above > MARGIN ? above : below };
}

function place(menu, { x, y }) {
  const left = Math.max(MARGIN, Math.min(x, innerWidth - menu.offsetWidth - MARGIN));
  const top = Math.max(MARGIN, Math.min(y, innerHeight - menu.offsetHeight - MARGIN));
  menu.style.setProperty("left", `${left}px`);
  menu.style.setProperty("top", `${top}px`);
}

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(event) {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}

/** Calls `show` with the point where a right click or a long press happened on the element. */
export function onContext(element, show) {
  let timer;
  const cancel = () => clearTimeout(timer);
  element.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a[href]") || String(getSelection())) return;
    event.preventDefault();
    show({ x: event.clientX, y: event.clientY });
  });
  element.addEventListener("touchstart", (event) => {
    const { clientX: x, clientY: y } = event.touches[0];
    timer = setTimeout(() => show({ x, y }), 500);
  }, { passive: true });
  for (const name of ["touchend", "touchmove", "touchcancel"]) element.addEventListener(name, cancel, { passive: true });
}
