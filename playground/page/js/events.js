/** How each of the server's events changes what a person sees. */

import { threadKey } from "./keys.js";
import { stopWaiting } from "./presses.js";

const TYPING_SECONDS = 5;

const HANDLERS = {
  hello: (state) => { state.online = true; return state.load(); },
  reset: (state) => { state.view = null; return state.load(); },
  message: newMessage,
  edited: (state, { message }) => { state.put(message); renewLast(state, message); },
  deleted: (state, event) => forget(state, event),
  reaction: (state, event) => change(state, event.chat, event.message_id, { reactions: event.reactions }),
  typing: startTyping,
  topic: changeTopic,
  pinned: changePinned,
  chat: changeChat,
  unread: countUnread,
  toast: stopWaiting,
};

const REPLAYED = new Set(["message", "edited", "deleted", "reaction", "topic", "pinned", "chat", "unread"]);

export function applyEvent(state, event) {
  if (REPLAYED.has(event.type) && !state.replaying) for (const missed of state.watches) missed.push(event);
  HANDLERS[event.type]?.(state, event);
  state.changed();
}

const lastPlaces = (state, chatId, thread) => [state.chat(chatId), state.topic(chatId, thread)].filter(Boolean);

function newMessage(state, { message }) {
  const chat = state.chat(message.chat_id);
  if (!chat || chat.started === false) return reload(state);
  state.put(message);
  for (const place of lastPlaces(state, chat.id, message.thread)) place.last = message;
  state.typing.get(threadKey(chat.id, message.thread))?.delete(message.from?.id);
  if (message.keyboard) chat.keyboard = message.keyboard.remove_keyboard ? null : message.keyboard;
  state.sortChats();
  return undefined;
}

/** A replayed event does not ask again for what was asked a moment ago. */
function reload(state) {
  return state.replaying ? undefined : state.load();
}

function renewLast(state, message) {
  for (const place of lastPlaces(state, message.chat_id, message.thread)) {
    if (place.last?.message_id === message.message_id) place.last = message;
  }
}

function forget(state, { chat, message_id: id }) {
  for (const [key, history] of state.histories) {
    if (key.startsWith(`${chat}/`)) history.messages = history.messages.filter((one) => one.message_id !== id);
  }
  const places = [state.chat(chat), ...(state.chat(chat)?.topics ?? [])];
  if (places.some((place) => place?.last?.message_id === id)) reload(state);
}

function change(state, chatId, messageId, fields) {
  const message = state.find(chatId, messageId);
  if (message) Object.assign(message, fields);
}

function startTyping(state, { chat, thread, who, action }) {
  const key = threadKey(chat, thread);
  const typists = state.typing.get(key) ?? new Map();
  state.typing.set(key, typists);
  clearTimeout(typists.get(who.id)?.timer);
  const timer = setTimeout(() => { typists.delete(who.id); state.changed(); }, TYPING_SECONDS * 1000);
  typists.set(who.id, { name: who.first_name, action, timer });
}

function changeTopic(state, { chat: chatId, topic, change: what }) {
  const chat = state.chat(chatId);
  if (!chat?.topics) return;
  const others = chat.topics.filter((one) => one.id !== topic.id);
  const before = chat.topics.find((one) => one.id === topic.id);
  if (what === "deleted") {
    chat.topics = others;
    if (state.view?.chat === chatId && state.view.thread === topic.id) state.close();
  } else if (before) Object.assign(before, topic);
  else chat.topics = [...others, topic];
}

function changePinned(state, { chat: chatId, pinned }) {
  const chat = state.chat(chatId);
  if (chat) chat.pinned = pinned;
  for (const [key, history] of state.histories) {
    if (!key.startsWith(`${chatId}/`)) continue;
    for (const message of history.messages) message.pinned = pinned.includes(message.message_id);
  }
}

function changeChat(state, { chat: id, chat_info: chat, old }) {
  state.chats = state.chats.filter((one) => one.id !== id && one.id !== old);
  if (chat) state.chats.push(chat);
  state.sortChats();
  const shown = state.view?.chat;
  if (old && shown === old && chat) state.open(chat.id, state.entrance(chat).thread);
  else if (shown === id && !chat) state.view = null;
}

function countUnread(state, { chat: chatId, thread, count, total }) {
  const chat = state.chat(chatId);
  if (!chat) return;
  chat.unread = total ?? count;
  const topic = state.topic(chatId, thread);
  if (topic) topic.unread = count;
}
