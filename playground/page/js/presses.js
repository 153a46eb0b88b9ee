/** Presses of inline buttons: the button waits until the bot answers, then a toast or an alert may appear. */

import { buttonKey } from "./keys.js";

const LONGEST_WAIT = 30_000;
const KEPT_ANSWERS = 50;

export const isWaiting = (state, message, row, place) => state.waiting.has(buttonKey(message, row, place));

export async function press(state, message, row, place) {
  const key = buttonKey(message, row, place);
  if (state.waiting.has(key)) return;
  const { callback_data: data } = message.reply_markup.inline_keyboard[row][place];
  state.waiting.set(key, null);
  state.changed();
  const answer = await state.act("presses", { chat: message.chat_id, message: message.message_id, data });
  if (!answer || state.answered.has(answer.query)) release(state, key);
  else waitFor(state, key, answer.query);
}

function waitFor(state, key, query) {
  state.waiting.set(key, query);
  setTimeout(() => { if (state.waiting.get(key) === query) release(state, key); }, LONGEST_WAIT);
}

function release(state, key) {
  state.waiting.delete(key);
  state.changed();
}

/** The event may overtake the answer of the press itself, so answered queries are remembered. */
export function stopWaiting(state, { query, text, alert, url }) {
  state.answered.set(query, true);
  if (state.answered.size > KEPT_ANSWERS) state.answered.delete(state.answered.keys().next().value);
  for (const [key, waiting] of state.waiting) if (waiting === query) state.waiting.delete(key);
  if (text || url) state.onNotice({ text, alert, url });
}
