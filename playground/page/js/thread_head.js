/** The head of a conversation: back, who it is, and what can be done with the chat. */

import { chatMenu } from "./chat_menu.js";
import { h, iconButton, reconcile } from "./dom.js";
import { t } from "./i18n.js";
import { avatar, topicFace } from "./names.js";

export class ThreadHead {
  constructor(thread) {
    this.thread = thread;
    this.element = h("header", { class: "thread-head" });
  }

  render() {
    const { chat, state, thread } = this.thread;
    const topic = state.topic(chat.id, thread);
    const title = topic ? (topic.id === 0 ? t("topic.general") : topic.name) : chat.title;
    const subtitle = this.subtitle(chat, topic);
    const sig = JSON.stringify([chat.id, title, subtitle, topic?.icon]);
    reconcile(this.element, [{ key: "head", sig, make: () => this.content(chat, topic, title, subtitle) }]);
  }

  subtitle(chat, topic) {
    if (topic) return topic.closed ? `${chat.title} · ${t("topic.closed")}` : chat.title;
    if (chat.blocked) return t("chat.blocked");
    if (chat.kind === "private") return chat.username ? `${t("bot")} · @${chat.username}` : t("bot");
    return t("members", { count: chat.members?.length ?? 0 });
  }

  content(chat, topic, title, subtitle) {
    const { state } = this.thread;
    const menu = (event) => chatMenu(event.currentTarget, this.thread);
    return h("div", { class: "head-content" },
      iconButton("back", t("back"), () => state.close(), { class: "icon-button back", testid: "back" }),
      topic ? topicFace(topic, "medium") : avatar(chat.id, title, "medium"),
      h("span", { class: "head-text" }, h("strong", { class: "ellipsis", dir: "auto", testid: "thread-title" }, title), h("span", { class: "subtitle ellipsis" }, subtitle)),
      iconButton("more", t("chat.actions"), menu, { testid: "chat-menu", "aria-haspopup": "menu" }));
  }
}
