"""Which messages of a group a bot in privacy mode is told of."""

from playground.accounts import Bot
from playground.chats import GroupChat
from playground.messages import Message


def bot_sees(bot: Bot, message: Message) -> bool:
    chat = message.chat
    if not bot.privacy or not isinstance(chat, GroupChat):
        return True
    member = chat.members.get(bot.id)
    if member is not None and member.is_admin:
        return True
    return _addressed(bot, message)


def _addressed(bot: Bot, message: Message) -> bool:
    if message.reply_to and message.reply_to.sender is bot:
        return True
    return message.text.startswith("/") or f"@{bot.username}" in message.text
