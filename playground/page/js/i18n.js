/** The page's own words: Russian, or English when switched. */

import { recall, remember } from "./memory.js";
import en from "../words/en.js";
import ru from "../words/ru.js";

const WORDS = { ru, en };
const asked = new URLSearchParams(location.search).get("lang");

export const lang = WORDS[asked] ? asked : recall("lang", "ru");
export const otherLang = lang === "ru" ? "en" : "ru";

const plural = new Intl.PluralRules(lang);

/** The sentence of this key; `{name}` is filled from args, several forms are chosen by args.count. */
export function t(key, args = {}) {
  const found = WORDS[lang][key];
  if (found === undefined) throw new Error(`no such words: ${key}`);
  const sentence = typeof found === "string" ? found : found[plural.select(args.count)] ?? found.other;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => args[name] ?? "");
}

export function switchLang() {
  remember("lang", otherLang);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.assign(address);
  if (address.href === location.href) location.reload();
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const timeFormat = new Intl.DateTimeFormat(lang, CLOCK);
const secondsFormat = new Intl.DateTimeFormat(lang, { ...CLOCK, second: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" });
const shortDayFormat = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short" });
const longFormat = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "medium" });

const asDate = (unix) => new Date(unix * 1000);
export const dayKey = (unix) => asDate(unix).toDateString();
export const clockTime = (unix) => timeFormat.format(asDate(unix));
export const clockSeconds = (unix) => secondsFormat.format(asDate(unix));
export const fullTime = (unix) => longFormat.format(asDate(unix));
export const isToday = (unix) => dayKey(unix) === new Date().toDateString();
export const dayName = (unix) => (isToday(unix) ? t("today") : dayFormat.format(asDate(unix)));
export const listTime = (unix) => (isToday(unix) ? clockTime(unix) : shortDayFormat.format(asDate(unix)));

export function fileSize(bytes) {
  if (!bytes) return "";
  const units = t("sizes").split(" ");
  const step = Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const number = (bytes / 1024 ** step).toLocaleString(lang, { maximumFractionDigits: step ? 1 : 0 });
  return `${number} ${units[step]}`;
}

export const minutes = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
