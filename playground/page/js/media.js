/** What a message carries besides text: pictures, sounds, files, places, contacts, polls. */

import { mediaUrl } from "./api.js";
import { h, icon } from "./dom.js";
import { fileSize, minutes, t } from "./i18n.js";
import { avatar, fullName } from "./names.js";
import { player } from "./player.js";
import { poll } from "./poll.js";
import { kindOf, price } from "./summary.js";

const largest = (sizes) => sizes.at(-1);

function ratio({ width, height }) {
  return { "--ratio": width && height ? `${width} / ${height}` : "4 / 3" };
}

function photo({ photo: sizes }, context) {
  const size = largest(sizes);
  const image = h("img", { src: mediaUrl(size.file_id), alt: t("kind.photo"), loading: "lazy", draggable: "false" });
  const open = () => context.zoom(image.src);
  return h("button", { type: "button", class: "media photo", vars: ratio(size), "aria-label": t("zoom"), onclick: open }, image);
}

function video(message) {
  const file = message.video ?? message.animation;
  const loop = Boolean(message.animation);
  const props = { src: mediaUrl(file.file_id), controls: !loop, loop, muted: loop, preload: "metadata", playsinline: true };
  const film = h("video", { ...props, "aria-label": t(`kind.${kindOf(message)}`) });
  const box = h("div", { class: "media video", vars: ratio(file) }, film, lengthMark(file));
  film.addEventListener("error", () => box.classList.add("undecodable"));
  return box;
}

const lengthMark = (file) => (file.duration ? h("span", { class: "length" }, minutes(file.duration)) : null);

function videoNote({ video_note: file }) {
  const film = h("video", { src: mediaUrl(file.file_id), preload: "metadata", playsinline: true });
  const toggle = () => (film.paused ? film.play().catch(() => {}) : film.pause());
  return h("button", { type: "button", class: "video-note", "aria-label": t("kind.video_note"), onclick: toggle }, film, h("span", { class: "round" }, icon("play")), lengthMark(file));
}

function sticker({ sticker: file }) {
  if (file.is_animated || file.is_video) return h("div", { class: "sticker big-emoji" }, file.emoji ?? "🙂");
  const image = h("img", { class: "sticker", src: mediaUrl(file.file_id), alt: file.emoji ?? t("kind.sticker") });
  image.addEventListener("error", () => image.replaceWith(h("div", { class: "sticker big-emoji" }, file.emoji ?? "🙂")));
  return image;
}

function fileRow(name, title, ...details) {
  return [h("span", { class: "round" }, icon(name)), h("span", { class: "file-text" }, h("span", { class: "file-name", dir: "auto" }, title), h("span", { class: "file-size" }, ...details))];
}

function documentFile({ document: file }) {
  const name = file.file_name ?? t("kind.document");
  return h("a", { class: "file", href: mediaUrl(file.file_id), download: name }, fileRow("file", name, fileSize(file.file_size) || file.mime_type || ""));
}

function audio({ audio: file }) {
  const title = [file.performer, file.title].filter(Boolean).join(" – ") || file.file_name || t("kind.audio");
  return h("a", { class: "file", href: mediaUrl(file.file_id), download: file.file_name ?? title }, fileRow("music", title, minutes(file.duration)));
}

function place(location, title, address) {
  const { latitude, longitude } = location;
  const spot = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = h("div", { class: "map", role: "img", "aria-label": `${t("kind.location")}: ${spot}` }, h("span", { class: "map-pin" }));
  const lines = title ? [h("strong", { dir: "auto" }, title), h("span", { dir: "auto" }, address)] : [];
  return h("div", { class: "place" }, map, h("div", { class: "place-text" }, lines, h("span", { class: "coordinates" }, spot)));
}

function contact({ contact: card }) {
  const name = fullName(card);
  return h("div", { class: "file contact" }, avatar(card.user_id ?? 3, name), h("span", { class: "file-text" }, h("span", { class: "file-name", dir: "auto" }, name), h("span", { class: "file-size" }, card.phone_number)));
}

function dice({ dice: thrown }) {
  return h("div", { class: "dice" }, h("span", { class: "big-emoji" }, thrown.emoji), h("span", { class: "dice-value" }, String(thrown.value)));
}

function invoice({ invoice: bill }) {
  return h("div", { class: "invoice" }, h("strong", { dir: "auto" }, bill.title), h("span", { dir: "auto" }, bill.description), h("span", { class: "price" }, price(bill)));
}

const DRAWN = {
  photo,
  video,
  animation: video,
  video_note: videoNote,
  voice: ({ voice }) => player(mediaUrl(voice.file_id), voice),
  audio,
  document: documentFile,
  sticker,
  location: ({ location }) => place(location),
  venue: ({ venue }) => place(venue.location, venue.title, venue.address),
  contact,
  poll: (message, context) => poll(message, context),
  dice,
  invoice,
};

/** The message's body apart from its text, or null. */
export function media(message, context) {
  const kind = kindOf(message);
  const draw = DRAWN[kind];
  return draw && message[kind] ? draw(message, context) : null;
}

/** Kinds that stand on the wallpaper without a bubble around them. */
export const BARE = new Set(["sticker", "video_note", "dice"]);
