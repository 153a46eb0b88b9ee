/** Elements are built here; data reaches the page as text nodes and attributes only, never as markup. */

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "testid") element.dataset.testid = value;
  else if (name === "vars") for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
  else element.setAttribute(name, value === true ? "" : String(value));
}

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  attach: "M20 11.5l-8.2 8.2a5 5 0 0 1-7-7L13 4.4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4l7.5-7.4",
  back: "M15 5l-7 7 7 7",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  calls: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  down: "M6 10l6 6 6-6",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  help: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9.5 9.5c.3-3 5-3 5 0 0 2-2.5 2-2.5 4M12 17h.01",
  json: "M9 4c-4 0-1 8-5 8 4 0 1 8 5 8M15 4c4 0 1 8 5 8-4 0-1 8-5 8",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  music: "M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  pause: "M8 5v14M16 5v14",
  pin: "M9 4h6l-1 6 3 4H7l3-4zM12 14v7",
  play: "M8 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  poll: "M6 20V11M12 20V4M18 20v-6",
  reply: "M10 6l-6 6 6 6M4 12h9c4 0 7 2 7 6",
  send: "M4 4l17 8-17 8 3-8zM7 12h7",
  slash: "M15 4L9 20",
  smile: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9 10h.01M15 10h.01M8.5 14.5c2 2.5 5 2.5 7 0",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  users: "M9 11a3.5 3.5 0 1 1 0-7 3.5 3.5 0 0 1 0 7zM3 20c0-4 3-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.5c2 .7 3.5 2.5 3.5 5.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

const memories = new WeakMap();

/** Makes the children of `parent` those of `rows` ({key, sig, make}); a child with an unchanged signature stays the same element. */
export function reconcile(parent, rows) {
  const old = memories.get(parent) ?? new Map();
  const keys = new Set(rows.map((row) => row.key));
  for (const [key, { node }] of old) if (!keys.has(key)) node.remove();
  const kept = new Map();
  let cursor = parent.firstChild;
  for (const row of rows) {
    const node = renew(old.get(row.key), row);
    kept.set(row.key, { sig: row.sig, node });
    if (node.parentNode === parent && !cursor?.isConnected) cursor = node;
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
  memories.set(parent, kept);
}

function renew(before, row) {
  if (before?.sig === row.sig) return before.node;
  const node = row.make();
  if (!before) return node;
  node.classList.add("renewed");
  const focused = focusables(before.node).indexOf(document.activeElement);
  before.node.replaceWith(node);
  if (focused >= 0) focusables(node)[focused]?.focus();
  return node;
}

const focusables = (node) => [...node.querySelectorAll("button, a[href], [tabindex]")];
