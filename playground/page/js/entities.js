/** Formatted text: Bot API entities (offsets in UTF-16 units, as JavaScript's strings) become elements. */

import { h } from "./dom.js";
import { t } from "./i18n.js";
import { linkTo } from "./links.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

const tag = (name, props) => (inner) => h(name, props, inner);

const WRAPPERS = {
  bold: tag("strong"),
  italic: tag("em"),
  underline: tag("u"),
  strikethrough: tag("s"),
  code: tag("code"),
  pre: (inner, entity) => h("pre", { "data-language": entity.language || null, tabindex: "0" }, h("code", {}, inner)),
  blockquote: tag("blockquote"),
  expandable_blockquote: expandable,
  spoiler,
  mention: tag("span", { class: "mention" }),
  text_mention: tag("span", { class: "mention" }),
  hashtag: tag("span", { class: "mention" }),
  cashtag: tag("span", { class: "mention" }),
  phone_number: tag("span", { class: "mention" }),
  email: tag("span", { class: "mention" }),
  url: (inner, entity, text, context) => linkTo(text, inner, context),
  text_link: (inner, entity, text, context) => linkTo(entity.url, inner, context),
  bot_command: command,
};

function spoiler(inner) {
  const reveal = (event) => {
    event.currentTarget.classList.add("revealed");
    event.currentTarget.setAttribute("aria-expanded", "true");
  };
  return h("button", { type: "button", class: "spoiler", "aria-expanded": "false", title: t("spoiler"), onclick: reveal }, h("span", {}, inner));
}

function expandable(inner) {
  const quote = h("blockquote", { class: "folded" }, h("div", {}, inner));
  const unfold = (event) => { quote.classList.toggle("folded"); event.stopPropagation(); };
  quote.append(h("button", { type: "button", class: "unfold", "aria-label": t("unfold"), onclick: unfold }, "⌄"));
  return quote;
}

function command(inner, entity, text, context) {
  return h("button", { type: "button", class: "text-link command-link", onclick: () => context.say(text) }, inner);
}

/** Nodes of the text between start and end; where entities cross, the later one is cut at the border. */
function nodes(text, start, end, entities, context) {
  const made = [];
  let at = start;
  let left = entities;
  while (left.length) {
    const [entity, ...rest] = left;
    const from = Math.max(entity.offset, at);
    const stop = Math.min(entity.offset + entity.length, end);
    if (stop <= from) { left = rest; continue; }
    const inner = nodes(text, from, stop, rest.filter((one) => one.offset < stop), context);
    made.push(text.slice(at, from), wrap(entity, inner, text.slice(from, stop), context));
    at = BLOCKS.has(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
    left = rest.filter((one) => one.offset + one.length > at);
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}

function wrap(entity, inner, text, context) {
  const wrapper = WRAPPERS[entity.type];
  return wrapper ? wrapper(inner, entity, text, context) : inner;
}

export function richText(text, entities, context) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, ordered, context);
}
