/** A message in one line: for the chat list, quotes, the pinned bar and service notes. */

import { t } from "./i18n.js";
import { authorName, fullName } from "./names.js";

const LABELLED = ["photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker", "location", "venue", "contact", "poll", "dice", "invoice"];

export const kindOf = (message) =>
  message.kind ?? LABELLED.find((kind) => message[kind]) ?? (message.text === undefined ? "service" : "text");

const DETAILS = {
  sticker: (message) => message.sticker.emoji,
  document: (message) => message.document.file_name,
  poll: (message) => message.poll.question,
  dice: (message) => message.dice.emoji,
  contact: (message) => fullName(message.contact),
  invoice: (message) => message.invoice.title,
};

export function summary(message) {
  const kind = kindOf(message);
  if (kind === "text") return message.text ?? "";
  if (kind === "service") return serviceText(message);
  const detail = message.caption ?? DETAILS[kind]?.(message);
  return [t(`kind.${kind}`), detail].filter(Boolean).join(kind === "sticker" || kind === "dice" ? " " : ": ");
}

const LONGEST_QUOTE = 40;
const shortened = (text) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text);

const names = (people) => people.map(fullName).join(", ");

const SERVICES = {
  new_chat_members: (members, message) => (members.length === 1 && members[0].id === message.from?.id
    ? t("service.joined", { who: fullName(members[0]) })
    : t("service.added", { who: authorName(message), whom: names(members) })),
  left_chat_member: (member, message) => (member.id === message.from?.id
    ? t("service.left", { who: fullName(member) })
    : t("service.removed", { who: authorName(message), whom: fullName(member) })),
  forum_topic_created: (topic, message) => t("service.topic_created", { who: authorName(message), name: topic.name }),
  forum_topic_edited: (topic, message) => (topic.name
    ? t("service.topic_renamed", { who: authorName(message), name: topic.name })
    : t("service.topic_icon", { who: authorName(message) })),
  forum_topic_closed: (_, message) => t("service.topic_closed", { who: authorName(message) }),
  forum_topic_reopened: (_, message) => t("service.topic_reopened", { who: authorName(message) }),
  general_forum_topic_hidden: () => t("service.general_hidden"),
  general_forum_topic_unhidden: () => t("service.general_unhidden"),
  group_chat_created: (_, message) => t("service.group", { who: authorName(message) }),
  supergroup_chat_created: (_, message) => t("service.group", { who: authorName(message) }),
  new_chat_title: (title) => t("service.title", { title }),
  migrate_to_chat_id: () => t("service.migrated"),
  migrate_from_chat_id: () => t("service.migrated"),
  pinned_message: (pinned, message) => t("service.pinned", { who: authorName(message), what: shortened(summary(pinned)) || "…" }),
  successful_payment: (payment) => t("service.paid", { amount: price(payment) }),
};

function serviceText(message) {
  const key = Object.keys(SERVICES).find((one) => message[one] !== undefined);
  return key ? SERVICES[key](message[key], message) : t("service.other");
}

export function price({ total_amount: amount, currency }) {
  if (currency === "XTR") return `${amount} ⭐`;
  return `${(amount / 100).toFixed(2)} ${currency}`;
}
