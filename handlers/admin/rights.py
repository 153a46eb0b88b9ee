"""What the bot may do in a group, as Telegram says it."""

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Chat, ChatMemberAdministrator, User
from aiogram.types.chat_member_union import ChatMemberUnion

from services.binding import BotRights
from services.errors import Refusal
from services.groups import Group


def group_of(chat: Chat) -> Group:
    """A group as the desk knows it."""
    return Group(chat.id, chat.title or str(chat.id), bool(chat.is_forum))


def rights_in(member: ChatMemberUnion, me: User) -> BotRights:
    """The bot's rights by its membership."""
    reads_all = bool(me.can_read_all_group_messages)
    if not isinstance(member, ChatMemberAdministrator):
        return BotRights(False, False, False, False, reads_all)
    return BotRights(
        is_admin=True,
        manages_topics=bool(member.can_manage_topics),
        pins=bool(member.can_pin_messages),
        deletes=bool(member.can_delete_messages),
        reads_all=True,
    )


async def ask_rights(bot: Bot, chat_id: int) -> BotRights:
    """Ask Telegram what the bot may do in a group; raises Refusal when it does not answer."""
    try:
        member = await bot.get_chat_member(chat_id, bot.id)
        return rights_in(member, await bot.me())
    except TelegramAPIError as error:
        raise Refusal("bind-unchecked") from error
