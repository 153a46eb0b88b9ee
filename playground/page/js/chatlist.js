/** The list of chats, and of a forum's topics. */

import { h, icon, iconButton, reconcile } from "./dom.js";
import { askBox } from "./dialog.js";
import { listTime, t } from "./i18n.js";
import { threadKey } from "./keys.js";
import { avatar, badge, fullName, topicFace } from "./names.js";
import { newestFirst } from "./state.js";
import { summary } from "./summary.js";

export class ChatList {
  constructor(state) {
    this.state = state;
    this.head = h("div", { class: "list-head" });
    this.items = h("div", { class: "list-items", role: "list", testid: "chat-list" });
    this.element = h("nav", { class: "list", "aria-label": t("chats") }, this.head, this.items);
  }

  render() {
    const forum = this.state.view && this.state.chat(this.state.view.chat);
    if (forum?.forum) this.renderTopics(forum);
    else this.renderChats();
  }

  renderChats() {
    reconcile(this.head, []);
    const rows = this.state.chats.map((chat) => this.row(`chat-${chat.id}`, {
      id: chat.id,
      title: chat.title,
      face: () => avatar(chat.id, chat.title),
      place: chat,
      group: chat.kind !== "private",
      note: this.note(chat),
      current: this.state.view?.chat === chat.id,
      typing: this.typist(chat),
      open: () => this.openChat(chat),
    }));
    reconcile(this.items, rows.length ? rows : [emptyRow()]);
  }

  renderTopics(forum) {
    reconcile(this.head, [{ key: `head-${forum.id}`, sig: `${forum.title}`, make: () => this.topicsHead(forum) }]);
    const topics = forum.topics.filter((topic) => !topic.hidden).sort(newestFirst);
    reconcile(this.items, topics.map((topic) => this.row(`topic-${forum.id}-${topic.id}`, {
      id: topic.id,
      title: topic.id === 0 ? t("topic.general") : topic.name,
      face: () => topicFace(topic),
      place: topic,
      group: true,
      note: topic.closed ? "closed" : null,
      current: this.state.view?.thread === topic.id,
      typing: this.typist(forum, topic.id),
      open: () => this.state.open(forum.id, topic.id),
    })));
  }

  openChat(chat) {
    const { chat: id, thread } = this.state.entrance(chat);
    return this.state.open(id, thread);
  }

  note(chat) {
    if (chat.blocked) return "blocked";
    return chat.started === false ? "unstarted" : null;
  }

  typist(chat, thread = null) {
    const typists = this.state.typing.get(threadKey(chat.id, thread));
    return typists?.size ? [...typists.values()][0].name : null;
  }

  topicsHead(forum) {
    const back = () => this.state.show(null);
    const create = async () => {
      const values = await askBox(t("topic.new"), [{ name: "name", label: t("topic.name"), required: true }], t("create"));
      if (!values) return;
      const answer = await this.state.act("creates_topic", { chat: forum.id, name: values.name });
      if (answer) await this.state.open(forum.id, answer.thread);
    };
    return h("div", { class: "topics-head" },
      iconButton("back", t("back"), back, { testid: "topics-back" }),
      h("strong", { class: "ellipsis", dir: "auto" }, forum.title),
      iconButton("plus", t("topic.new"), create, { testid: "topic-new" }));
  }

  row(key, item) {
    const { place, current, typing, title, note } = item;
    const sig = JSON.stringify([place.last, place.unread, current, typing, title, note, place.icon]);
    return { key, sig, make: () => chatRow(item) };
  }
}

function chatRow({ id, title, face, place, group, note, current, typing, open }) {
  const { last, unread } = place;
  const time = last ? h("time", { class: "chat-time" }, listTime(last.date)) : null;
  const label = unread ? `${title}, ${t("unread", { count: unread })}` : title;
  return h("div", { role: "listitem", class: "chat-row" }, h("button", {
    type: "button", class: "chat-item", testid: "chat-item", "data-id": id, "aria-current": current ? "true" : null, "aria-label": label, onclick: open,
  }, face(), h("span", { class: "chat-text" },
    h("span", { class: "chat-line" }, h("span", { class: "chat-title ellipsis", dir: "auto" }, title), note === "closed" ? icon("lock") : null, time),
    h("span", { class: "chat-line" }, preview({ last, group, note, typing }), badge(unread)))));
}

function preview({ last, group, note, typing }) {
  if (typing) return h("span", { class: "chat-last accent ellipsis" }, t("typing.one", { who: typing }));
  if (note === "unstarted" || note === "blocked") return h("span", { class: "chat-last ellipsis" }, t(`chat.${note}`));
  if (!last) return h("span", { class: "chat-last ellipsis" }, t("chat.empty"));
  const who = last.kind === "service" ? "" : last.mine ? t("you") : group ? fullName(last.from) : "";
  return h("span", { class: "chat-last ellipsis", dir: "auto" }, who ? h("span", { class: "chat-who" }, h("bdi", {}, who), ": ") : null, summary(last).slice(0, 120));
}

const emptyRow = () => ({ key: "empty", sig: "", make: () => h("p", { class: "list-empty" }, t("chats.empty")) });
