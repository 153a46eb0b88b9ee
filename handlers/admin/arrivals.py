"""Who lets the bot in and who shuts it out: people in private, groups with their rights."""

from typing import Any

from aiogram import BaseMiddleware, Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import IS_MEMBER, IS_NOT_MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message, TelegramObject

from handlers.admin.rights import group_of, rights_in
from handlers.incoming import sender_of
from handlers.roles import Handler
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

ANYBODY = {"role": "customer"}
GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


class Arrivals(BaseMiddleware):
    """A staff member who writes in private can be reached there from now on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        if isinstance(event, Message) and actor is not None and event.from_user is not None:
            private = event.chat.type == ChatType.PRIVATE
            if private and self._desk.presence.must_arrive(actor):
                turn: Turn = data["turn"]
                await self._desk.presence.arrived(turn.now, sender_of(event.from_user))
                data["actor"] = self._desk.context.directory.find(actor.tg_id)
        return await handler(event, data)


def router() -> Router:
    """Updates about the bot's own membership, and about members of its groups."""
    routes = Router(name="arrivals")
    mine, group = routes.my_chat_member, F.chat.type.in_(GROUPS)
    private = F.chat.type == ChatType.PRIVATE
    came = ChatMemberUpdatedFilter(IS_NOT_MEMBER >> IS_MEMBER)
    left = ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER)
    mine.register(unblocked, private, came, flags=ANYBODY)
    mine.register(blocked, private, left, flags=ANYBODY)
    mine.register(brought, group, came, flags=ANYBODY)
    mine.register(removed, group, left, flags=ANYBODY)
    mine.register(rights_changed, group, flags=ANYBODY)
    channel = F.chat.type == ChatType.CHANNEL
    mine.register(added_to_channel, channel, ChatMemberUpdatedFilter(IS_MEMBER), flags=ANYBODY)
    routes.chat_member.register(joined, group, came, flags=ANYBODY)
    return routes


async def unblocked(event: ChatMemberUpdated, desk: Desk, turn: Turn) -> None:
    """A person lets the bot in again."""
    await desk.presence.unblocked(turn, event.chat.id)


async def blocked(event: ChatMemberUpdated, desk: Desk, turn: Turn) -> None:
    """A person blocked the bot."""
    await desk.presence.blocked(turn, event.chat.id)


async def brought(event: ChatMemberUpdated, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Somebody added the bot to a group."""
    await desk.groups.brought(turn, actor, group_of(event.chat))


async def removed(event: ChatMemberUpdated, desk: Desk, turn: Turn) -> None:
    """Somebody removed the bot from a group."""
    await desk.groups.lost(turn, group_of(event.chat))


async def rights_changed(event: ChatMemberUpdated, bot: Bot, desk: Desk, turn: Turn) -> None:
    """Somebody changed what the bot may do in a group."""
    rights = rights_in(event.new_chat_member, await bot.me())
    await desk.binding.rights_changed(turn, group_of(event.chat), rights)


async def added_to_channel(event: ChatMemberUpdated, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Somebody added the bot to a channel."""
    await desk.groups.leave_channel(turn, actor, group_of(event.chat))


async def joined(event: ChatMemberUpdated, desk: Desk, turn: Turn) -> None:
    """Somebody came into a group of ours; who is not staff reads customers' words there."""
    person = event.new_chat_member.user
    if not person.is_bot:
        await desk.groups.joined(turn, group_of(event.chat), sender_of(person))
