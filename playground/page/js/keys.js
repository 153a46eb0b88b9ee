/** Keys under which histories, drafts and waiting buttons are kept. */

export const threadKey = (chat, thread) => `${chat}/${thread ?? ""}`;

export const buttonKey = (message, row, place) => `${message.chat_id}/${message.message_id}/${row}/${place}`;
