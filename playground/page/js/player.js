/** A voice message: a button, a wave, the time. */

import { h, icon } from "./dom.js";
import { minutes, t } from "./i18n.js";

const BARS = 36;

/** The Bot API tells no waveform, so the bars come from the file's id: always the same for one file. */
function wave(seed) {
  const noise = (i) => Math.abs(Math.sin(seed + i * 12.9898) * 43758.5453) % 1;
  const heights = Array.from({ length: BARS }, (_, i) => 18 + 82 * noise(i) * Math.sin(((i + 1) / (BARS + 1)) * Math.PI));
  return h("span", { class: "wave", "aria-hidden": "true" }, heights.map((height) => h("i", { vars: { "--height": `${height}%` } })));
}

const seedOf = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7);

export function player(url, { duration, file_unique_id: unique }) {
  const sound = new Audio();
  const bars = wave(seedOf(unique ?? url));
  const time = h("span", { class: "file-size" }, minutes(duration));
  const button = h("button", { type: "button", class: "round", "aria-label": t("play") }, icon("play"));
  const draw = () => {
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    const done = sound.duration ? sound.currentTime / sound.duration : 0;
    [...bars.children].forEach((bar, i) => bar.classList.toggle("played", i < done * BARS));
    time.textContent = minutes(sound.paused ? duration : sound.currentTime);
  };
  button.addEventListener("click", () => {
    if (!sound.src) sound.src = url;
    if (sound.paused) sound.play().catch(() => button.classList.add("broken"));
    else sound.pause();
  });
  for (const name of ["play", "pause", "ended", "timeupdate"]) sound.addEventListener(name, draw);
  return h("div", { class: "voice" }, button, h("span", { class: "file-text" }, bars, time));
}
