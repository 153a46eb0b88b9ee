/** Links: a deep link to one of our bots is opened as a person of one's choice, any other address in a new tab. */

import { dialogBox } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";

const SAFE = /^(https?|mailto):/i;

function parse(address) {
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return URL.canParse(complete) ? new URL(complete) : null;
}

/** `{bot, payload}` when the address starts one of the playground's bots. */
function deepLink(url, bots) {
  const [name, start] = url.protocol === "tg:"
    ? [url.searchParams.get("domain"), url.searchParams.get("start")]
    : [/^(t|telegram)\.me$/.test(url.hostname) ? url.pathname.slice(1) : null, url.searchParams.get("start")];
  const bot = bots.find((one) => one.username?.toLowerCase() === name?.toLowerCase());
  return bot && { bot, payload: start ?? "" };
}

export function linkTo(address, inner, context) {
  const url = parse(address);
  if (!url) return inner;
  const deep = deepLink(url, context.app.bots);
  if (deep) return h("button", { type: "button", class: "text-link", title: url.href, onclick: (event) => offerStart(event, deep, context) }, inner);
  if (!SAFE.test(url.href)) return h("span", { class: "mention", title: url.href }, inner);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }, inner);
}

/** A press of a button that leads to an address. */
export function followButton(event, address, context) {
  const url = parse(address);
  const deep = url && deepLink(url, context.app.bots);
  if (deep) offerStart(event, deep, context);
  else showAddress(address, url);
}

function showAddress(address, url) {
  const safe = url && SAFE.test(url.href);
  const body = safe
    ? h("a", { class: "address", href: url.href, target: "_blank", rel: "noopener noreferrer" }, address)
    : h("p", { class: "address" }, address);
  dialogBox(t("link.leads"), body);
}

function offerStart(event, { bot, payload }, { app, state }) {
  const people = [...app.people].sort((a, b) => (b.id === state.id) - (a.id === state.id));
  openMenu(event.currentTarget, people.map((person) => ({
    label: t("link.as", { name: person.first_name }),
    run: () => app.actAs(person.id, "starts", { chat: bot.id, payload }),
  })));
}
