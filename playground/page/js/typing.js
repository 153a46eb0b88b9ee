/** "Anna is typing…", "the bot sends a photo…". */

import { t } from "./i18n.js";

const ACTIONS = {
  upload_photo: "photo",
  record_voice: "voice",
  upload_voice: "voice",
  record_video: "video",
  upload_video: "video",
  record_video_note: "video",
  upload_video_note: "video",
  upload_document: "document",
  choose_sticker: "sticker",
};

export function typingText(typists) {
  if (!typists?.size) return "";
  const all = [...typists.values()];
  if (all.length > 1) return t("typing.many", { who: all.map((one) => one.name).join(", ") });
  return t(`typing.${ACTIONS[all[0].action] ?? "one"}`, { who: all[0].name });
}
