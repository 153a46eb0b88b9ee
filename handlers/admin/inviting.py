"""`/invite ROLE QUEUE` makes a one-time link; pressing Start on it makes one person staff."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message

from handlers.incoming import sender_of
from services.desk import Desk
from services.errors import Refusal
from services.invitations import PREFIX
from services.people import Actor
from services.turn import Turn

ADMIN = {"role": "admin"}


def acceptance() -> Router:
    """Somebody comes by an invitation."""
    routes = Router(name="acceptance")
    routes.message.register(
        accept,
        F.chat.type == ChatType.PRIVATE,
        CommandStart(deep_link=True, magic=F.args.startswith(PREFIX)),
        flags={"role": "customer"},
    )
    return routes


def in_private() -> Router:
    """An admin invites."""
    routes = Router(name="inviting")
    routes.message.register(invite, Command("invite"), flags=ADMIN)
    return routes


def in_groups() -> Router:
    """A link shown in a group would belong to whoever is fastest; so does the staff's list."""
    routes = Router(name="for private only")
    routes.message.register(
        in_private_please,
        Command("invite", "staff", "review", "topics", "model", "retrain", "guide"),
        flags=ADMIN,
    )
    return routes


async def invite(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Role and queue in words."""
    await desk.invitations.invite(turn, actor, command.args or "", desk.bot_username)


async def accept(message: Message, command: CommandObject, desk: Desk, turn: Turn) -> None:
    """The link's secret is checked inside the story."""
    if message.from_user is not None:
        secret = (command.args or "").removeprefix(PREFIX)
        await desk.invitations.accept(turn, sender_of(message.from_user), secret)


async def in_private_please(message: Message) -> None:
    """Say where this command belongs."""
    raise Refusal("in-private-please")
