/** Names and faces: how people, bots and chats are called and drawn. */

import { h } from "./dom.js";

const COLOURS = 7;

export const fullName = (person) => [person?.first_name, person?.last_name].filter(Boolean).join(" ");

export const authorName = (message) => message.sender_chat?.title ?? fullName(message.from);

export const colour = (id) => Math.floor(Math.abs(id) * 0.618034) % COLOURS;

function initials(name) {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, "").split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("") || "•";
}

export function avatar(id, name, size = "") {
  return h("span", { class: `avatar ${size} colour-${colour(id)}`, "aria-hidden": "true" }, initials(name));
}

export const badge = (count, props = {}) =>
  (count ? h("span", { class: "badge", testid: "unread", ...props }, count > 99 ? "99+" : String(count)) : null);

export function topicFace({ id, icon: emoji, icon_color: tint }, size = "") {
  if (emoji) return h("span", { class: `avatar topic ${size}`, "aria-hidden": "true" }, emoji);
  const colour = `#${(tint ?? 0x6fb9f0).toString(16).padStart(6, "0")}`;
  return h("span", { class: `avatar topic ${size}`, "aria-hidden": "true", vars: { "--tint": colour } }, h("span", { class: "topic-mark" }, id === 0 ? "#" : ""));
}
