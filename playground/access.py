"""Which chats, topics and messages a bot's call may reach, and Telegram's words when it may not."""

from __future__ import annotations

from playground.accounts import Bot
from playground.chats import Chat, GroupChat, PrivateChat
from playground.errors import ApiError, bad, forbidden
from playground.messages import Message
from playground.rights import Member
from playground.world import World

NAMES = {"group": "group chat", "supergroup": "supergroup chat"}


def reachable(world: World, bot: Bot, chat_id: int | str) -> Chat:
    """The chat, if the bot may read in and write to it."""
    if isinstance(chat_id, str):
        return _by_username(world, bot, chat_id)
    if chat_id > 0:
        return private_chat(world, bot, chat_id)
    group = world.groups.get(chat_id)
    if group is None:
        raise bad("chat not found")
    return _group(bot, group)


def readable(world: World, bot: Bot, chat_id: int | str) -> Chat:
    """As `reachable`, and a private chat whose person blocked the bot as well."""
    known = bot.chats.get(chat_id) if isinstance(chat_id, int) else None
    return known or reachable(world, bot, chat_id)


def private_chat(world: World, bot: Bot, user_id: int) -> PrivateChat:
    chat = bot.chats.get(user_id)
    if chat is None:
        raise _never_met(world, bot, user_id)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def _never_met(world: World, bot: Bot, user_id: int) -> ApiError:
    if user_id == bot.id or world.bot_by_id(user_id):
        return forbidden("bot can't send messages to bots")
    shared = (group for group in world.groups.values() if bot.id in group.members)
    if any(user_id in group.members for group in shared):
        return forbidden("bot can't initiate conversation with a user")
    return bad("chat not found")


def _by_username(world: World, bot: Bot, username: str) -> Chat:
    for group in world.groups.values():
        if group.username and username.lower() == f"@{group.username}".lower():
            return _group(bot, group)
    raise bad("chat not found")


def _group(bot: Bot, group: GroupChat) -> GroupChat:
    if group.migrated_to:
        raise bad(
            "group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=group.migrated_to.id,
        )
    if bot.id in group.banned:
        raise forbidden(f"bot was kicked from the {NAMES[group.kind]}")
    if bot.id not in group.members:
        if bot.id in group.former:
            raise forbidden(f"bot is not a member of the {NAMES[group.kind]}")
        raise bad("chat not found")
    return group


def membership(bot: Bot, chat: Chat) -> Member | None:
    """The bot's place in a group; None in a private chat, where no rights are needed."""
    return chat.members[bot.id] if isinstance(chat, GroupChat) else None


def need_right(bot: Bot, chat: Chat, right: str, refusal: str) -> None:
    member = membership(bot, chat)
    if member is not None and not member.may(right):
        raise bad(refusal)


def group_only(chat: Chat) -> GroupChat:
    if not isinstance(chat, GroupChat):
        raise bad("method is available only for supergroups")
    return chat


def open_thread(bot: Bot, chat: Chat, thread: int | None) -> int | None:
    """The thread to write in; None for General or where there are no topics."""
    thread = thread or 0
    if not chat.forum:
        if thread:
            raise bad("message thread not found")
        return None
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad("message thread not found")
    member = membership(bot, chat)
    if topic.closed and not (member and member.may("can_manage_topics")):
        raise bad("TOPIC_CLOSED")
    return thread or None


def existing(chat: Chat, message_id: int, missing: str) -> Message:
    message = chat.live(message_id)
    if message is None:
        raise bad(missing)
    return message
