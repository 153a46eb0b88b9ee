/** What can be done with a whole chat: block the bot, see and change members, close a topic. */

import { askBox, confirmBox, dialogBox } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { avatar, fullName } from "./names.js";

export function chatMenu(anchor, { app, state, chat, thread }) {
  const items = chat.kind === "private" ? privateItems(state, chat) : groupItems(app, state, chat, thread);
  openMenu(anchor, items, { label: t("chat.actions") });
}

function privateItems(state, chat) {
  const verb = chat.blocked ? "unblocks" : "blocks";
  return [
    { label: t("start.again"), icon: "play", run: () => state.act("starts", { chat: chat.id }) },
    { label: t("start.payload"), icon: "send", run: () => startWith(state, chat) },
    { label: t(chat.blocked ? "unblock" : "block"), icon: "lock", danger: !chat.blocked, testid: "menu-block", run: () => state.act(verb, { chat: chat.id }) },
  ];
}

async function startWith(state, chat) {
  const values = await askBox(t("start.payload"), [{ name: "payload", label: t("start.payload.label") }], t("start"));
  if (values) await state.act("starts", { chat: chat.id, payload: values.payload });
}

function groupItems(app, state, chat, thread) {
  const bots = app.bots.filter((bot) => !chat.members.some((one) => one.id === bot.id));
  return [
    { label: t("members.show"), icon: "users", run: () => showMembers(app, state, chat) },
    ...topicItems(state, chat, thread),
    { label: t("member.add"), icon: "plus", run: () => addMember(app, state, chat) },
    ...bots.map((bot) => ({ label: t("bot.add", { name: bot.first_name }), icon: "plus", run: () => addBot(state, chat, bot) })),
    chat.kind === "group" && { label: t("migrate"), icon: "users", run: () => state.act("migrates", { chat: chat.id }) },
  ];
}

function topicItems(state, chat, thread) {
  if (!chat.forum || !thread) return [];
  const where = { chat: chat.id, thread };
  const verb = state.topic(chat.id, thread)?.closed ? "reopens_topic" : "closes_topic";
  const remove = async () => {
    const sure = await confirmBox(t("topic.delete"), t("topic.delete.text"), t("delete"));
    if (sure) await state.act("deletes_topic", where);
  };
  return [
    { label: t(verb), icon: "lock", testid: "menu-topic-close", run: () => state.act(verb, where) },
    { label: t("topic.delete"), icon: "trash", danger: true, testid: "menu-topic-delete", run: remove },
  ];
}

async function addMember(app, state, chat) {
  const others = app.people.filter((person) => !chat.members.some((one) => one.id === person.id));
  if (!others.length) return state.onNotice({ text: t("member.nobody") });
  const options = others.map((person) => [person.id, fullName(person)]);
  const values = await askBox(t("member.add"), [{ name: "person", label: t("person"), options }], t("add"));
  return values && state.act("adds", { chat: chat.id, person: Number(values.person) });
}

async function addBot(state, chat, bot) {
  const options = [["all", t("rights.all")], ["none", t("rights.none")]];
  const values = await askBox(t("bot.add", { name: bot.first_name }), [{ name: "rights", label: t("rights"), options }], t("add"));
  if (values) await state.act("adds_bot", { chat: chat.id, bot: bot.id, rights: values.rights === "all" ? "all" : [] });
}

function showMembers(app, state, chat) {
  const remove = (member) => async (event) => {
    const [verb, key] = member.is_bot ? ["removes_bot", "bot"] : ["removes", "person"];
    const row = event.target.closest("li");
    if (await state.act(verb, { chat: chat.id, [key]: member.id })) row.remove();
  };
  const rows = chat.members.map((member) => h("li", { class: "member" },
    avatar(member.id, fullName(member), "medium"),
    h("span", { class: "head-text" }, h("strong", { dir: "auto" }, fullName(member)), h("span", { class: "subtitle" }, t(`status.${member.status}`), member.is_bot ? ` · ${t("bot")}` : "")),
    h("button", { type: "button", class: "button plain", onclick: remove(member) }, t("remove"))));
  dialogBox(t("members", { count: chat.members.length }), h("ul", { class: "member-list" }, rows));
}
