"""`/bind QUEUE`: this group is that queue's staff chat."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.admin.rights import ask_rights, group_of
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn


def in_groups() -> Router:
    """In the group that is to be tied."""
    routes = Router(name="ties")
    routes.message.register(bind, Command("bind"), flags={"role": "admin"})
    return routes


def in_private() -> Router:
    """In private there is nothing to tie."""
    routes = Router(name="ties in private")
    routes.message.register(bind_in_private, Command("bind"), flags={"role": "admin"})
    return routes


async def bind(
    message: Message, command: CommandObject, bot: Bot, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The bot's rights are looked at first, outside of any transaction."""
    rights = await ask_rights(bot, message.chat.id)
    await desk.binding.bind(turn, actor, group_of(message.chat), rights, command.args or "")


async def bind_in_private(message: Message) -> None:
    """Say where this command belongs."""
    raise Refusal("bind-in-group")
