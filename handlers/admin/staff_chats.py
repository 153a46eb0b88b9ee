"""Groups that change their id, and groups that are not ours."""

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from handlers.admin.rights import group_of
from services.desk import Desk
from services.errors import Refusal
from services.turn import Turn

ANYBODY = {"role": "customer"}


class StrangeGroup(BaseFilter):
    """No queue is tied to the group, and no conversation goes on in it."""

    async def __call__(self, event: Message | CallbackQuery, desk: Desk) -> bool:
        message = event if isinstance(event, Message) else event.message
        return message is not None and await desk.groups.is_strange(message.chat.id)


def migrations() -> Router:
    """A group becomes a supergroup."""
    routes = Router(name="migrations")
    routes.message.register(migrated, F.migrate_to_chat_id, flags=ANYBODY)
    routes.message.register(came_from, F.migrate_from_chat_id, flags=ANYBODY)
    return routes


def strange() -> Router:
    """Whatever is said or pressed in a group that is not ours ends here."""
    routes = Router(name="strange groups")
    routes.message.register(heard, StrangeGroup(), flags=ANYBODY)
    routes.edited_message.register(heard, StrangeGroup(), flags=ANYBODY)
    routes.callback_query.register(pressed, StrangeGroup(), flags=ANYBODY)
    return routes


async def migrated(message: Message, desk: Desk, turn: Turn) -> None:
    """The old group says where it went."""
    await desk.groups.migrated(turn, message.chat.id, message.migrate_to_chat_id or 0)


async def came_from(message: Message, desk: Desk, turn: Turn) -> None:
    """The new supergroup says where it came from."""
    await desk.groups.migrated(turn, message.migrate_from_chat_id or 0, message.chat.id)


async def heard(message: Message, desk: Desk, turn: Turn) -> None:
    """Nothing is answered; the bot leaves such groups by itself."""
    await desk.groups.heard(turn, group_of(message.chat))


async def pressed(event: CallbackQuery) -> None:
    """A board that moved away."""
    raise Refusal("button-old")
