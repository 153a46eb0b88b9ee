/** The attach menu: built-in samples of every kind, or a file of one's own. */

import { askBox } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";

const ALBUM_SIZE = 3;
const SPOT = { latitude: 55.7539, longitude: 37.6208 };

const SAMPLES = [
  ["photo", { kind: "photo" }, "🖼️"],
  ["album", { kind: "photo", count: ALBUM_SIZE }, "🗂️"],
  ["video", { kind: "video" }, "🎬"],
  ["document", { kind: "document" }, "📄"],
  ["voice", { kind: "voice" }, "🎤"],
  ["video_note", { kind: "video_note" }, "⭕"],
  ["sticker", { kind: "sticker" }, "🙂"],
  ["location", { kind: "location", ...SPOT }, "📍"],
  ["dice", { kind: "dice", emoji: "🎲" }, "🎲"],
];

export function attachMenu(anchor, composer) {
  const send = (fields) => composer.attach(fields);
  const entry = (name, emoji, run) => ({ label: `${emoji}  ${t(`kind.${name}`)}`, testid: `attach-${name}`, run });
  openMenu(anchor, [
    entry("file", "📎", () => chooseFile(send)),
    ...SAMPLES.map(([name, fields, emoji]) => entry(name, emoji, () => send(fields))),
    entry("contact", "👤", () => composer.state.act("shares_contact", composer.where)),
    entry("poll", "📊", () => askPoll(send)),
  ], { label: t("attach") });
}

function chooseFile(send) {
  const input = h("input", { type: "file", onchange: async () => send(await fileFields(input.files[0])) });
  input.click();
}

const kindOfFile = (type) => (/^image\/(png|jpeg|webp)$/.test(type) ? "photo" : type.startsWith("video/") ? "video" : type.startsWith("audio/") ? "audio" : "document");

export async function fileFields(file) {
  const data = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",", 2)[1]);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return { kind: kindOfFile(file.type), data, file_name: file.name, mime_type: file.type || "application/octet-stream" };
}

async function askPoll(send) {
  const values = await askBox(t("kind.poll"), [
    { name: "question", label: t("poll.question"), value: t("poll.sample"), required: true },
    { name: "options", label: t("poll.options"), value: t("poll.sample.options"), required: true },
  ], t("send"));
  if (!values) return;
  const options = values.options.split(",").map((one) => one.trim()).filter(Boolean);
  await send({ kind: "poll", question: values.question, options });
}
