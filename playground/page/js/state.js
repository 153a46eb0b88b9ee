/** What one person sees: chats, histories, who is typing, which buttons wait; told by the server's events. */

import * as api from "./api.js";
import { applyEvent } from "./events.js";
import { threadKey } from "./keys.js";
import { recall, remember } from "./memory.js";

/** Chats and topics by their last message; ids of one chat say more than seconds. */
export function newestFirst({ last: a }, { last: b }) {
  return (b?.date ?? 0) - (a?.date ?? 0) || (a?.chat_id === b?.chat_id ? (b?.message_id ?? 0) - (a?.message_id ?? 0) : 0);
}

export class PersonState {
  constructor(id) {
    this.id = id;
    this.me = null;
    this.chats = [];
    this.view = recall(`view.${id}`, null);
    this.online = false;
    this.histories = new Map();
    this.typing = new Map();
    this.drafts = new Map();
    this.waiting = new Map();
    this.answered = new Map();
    this.votes = new Map();
    this.listeners = new Set();
    this.watches = new Set();
    this.onNotice = () => {};
  }

  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed() {
    for (const listener of this.listeners) listener();
  }

  connect() {
    this.disconnect?.();
    const stop = api.listen(this.id, (event) => applyEvent(this, event), (online) => this.setOnline(online));
    this.disconnect = () => { stop(); this.disconnect = null; };
  }

  setOnline(online) {
    this.online = online;
    this.changed();
  }

  /** Asks everything again: at the beginning, after a reconnection, after a reset. */
  async load() {
    if (!await this.ask(api.world(this.id), ({ me, chats }) => Object.assign(this, { me, chats }))) return;
    this.sortChats();
    if (this.view && !this.stands(this.view)) this.view = null;
    if (!this.view && this.chats.length === 1) this.view = this.entrance(this.chats[0]);
    const shown = this.view && threadKey(this.view.chat, this.view.thread);
    for (const key of this.histories.keys()) if (key !== shown) this.histories.delete(key);
    if (this.view?.thread !== undefined) await this.loadHistory(this.view.chat, this.view.thread);
    this.changed();
  }

  /** Takes an answer, then what happened while it was on its way: the answer may be older than that.
   * Without an answer all stays as it is; when the connection is repaired, everything is asked again. */
  async ask(promise, take) {
    const missed = [];
    this.watches.add(missed);
    const answer = await promise.catch(() => null);
    this.watches.delete(missed);
    if (!answer) return false;
    take(answer);
    this.replaying = true;
    for (const event of missed) applyEvent(this, event);
    this.replaying = false;
    return true;
  }

  chat(id) {
    return this.chats.find((chat) => chat.id === id);
  }

  topic(chatId, thread) {
    return this.chat(chatId)?.topics?.find((topic) => topic.id === thread);
  }

  /** Whether what was open is still there. */
  stands({ chat: id, thread }) {
    const chat = this.chat(id);
    return Boolean(chat) && (!thread || Boolean(this.topic(id, thread)));
  }

  get unread() {
    return this.chats.reduce((sum, chat) => sum + chat.unread, 0);
  }

  sortChats() {
    this.chats.sort(newestFirst);
  }

  /** A forum is entered at its topics (thread undefined), any other chat at its only thread (null). */
  entrance(chat) {
    return { chat: chat.id, thread: chat.forum ? undefined : null };
  }

  async open(chatId, thread) {
    this.show({ chat: chatId, thread });
    if (thread !== undefined) await this.loadHistory(chatId, thread);
  }

  close() {
    const inTopic = this.view?.thread !== undefined && this.chat(this.view.chat)?.forum;
    this.show(inTopic ? { chat: this.view.chat, thread: undefined } : null);
  }

  show(view) {
    this.view = view;
    remember(`view.${this.id}`, view);
    this.changed();
  }

  history(chatId, thread) {
    return this.histories.get(threadKey(chatId, thread)) ?? { messages: [], more: false, loaded: false };
  }

  async loadHistory(chatId, thread) {
    const key = threadKey(chatId, thread);
    await this.ask(api.history(this.id, chatId, thread), (page) => this.histories.set(key, { ...page, loaded: true }));
    this.changed();
  }

  async loadOlder(chatId, thread) {
    const history = this.history(chatId, thread);
    const first = history.messages[0];
    if (!first || !history.more || history.loading) return;
    history.loading = true;
    const page = await api.history(this.id, chatId, thread, first.message_id).catch(() => null);
    history.loading = false;
    if (!page) return;
    history.messages.unshift(...page.messages);
    history.more = page.more;
    this.changed();
  }

  /** Files a new or changed message under its thread, once, in order. */
  put(message) {
    const { messages, loaded } = this.history(message.chat_id, message.thread);
    if (!loaded) return;
    const at = messages.findIndex((one) => one.message_id >= message.message_id);
    if (at < 0) messages.push(message);
    else messages.splice(at, messages[at].message_id === message.message_id ? 1 : 0, message);
  }

  find(chatId, messageId) {
    for (const [key, history] of this.histories) {
      if (!key.startsWith(`${chatId}/`)) continue;
      const found = history.messages.find((one) => one.message_id === messageId);
      if (found) return found;
    }
    return undefined;
  }

  /** Does something as this person; a refusal becomes a notice and the answer null. */
  async act(verb, fields = {}) {
    try {
      const answer = await api.act(this.id, verb, fields);
      for (const message of answer.messages ?? [answer.message]) if (message) this.put(message);
      this.changed();
      return answer;
    } catch (error) {
      this.onNotice({ text: error.message, error: true });
      return null;
    }
  }

  async markRead(chatId, thread) {
    const chat = this.chat(chatId);
    const place = thread === null ? chat : this.topic(chatId, thread);
    if (!place?.unread) return;
    if (place !== chat) chat.unread -= place.unread;
    place.unread = 0;
    this.changed();
    await this.act("reads", { chat: chatId, thread });
  }
}
