"""One's own data: taken along, erased."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import sender_of
from handlers.presses import verb
from handlers.privacy.pressed import message_of
from handlers.roles import ANYBODY
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

FLAGS = {"role": ANYBODY}
ADMIN = {"role": "admin"}


def of_customers() -> Router:
    """Presses of whoever's data it is."""
    routes = Router(name="own data")
    press = routes.callback_query.register
    press(take_along, verb("mydata"), flags=FLAGS)
    press(ask_to_erase, verb("eraseme"), flags=FLAGS)
    press(erase, verb("eraseyes"), flags=FLAGS)
    press(keep, verb("erasekeep"), flags=FLAGS)
    return routes


def of_admins() -> Router:
    """An erasure for somebody who asked by letter or by telephone."""
    routes = Router(name="erasures for others")
    routes.message.register(ask_for, Command("erase", ignore_case=True), flags=ADMIN)
    routes.callback_query.register(erase_for, verb("erasefor"), flags=ADMIN)
    routes.callback_query.register(keep_for, verb("keepfor"), flags=ADMIN)
    return routes


async def take_along(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """All of it, as files."""
    await desk.privacy.own_export.send(turn, sender_of(event.from_user))


async def ask_to_erase(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """What would go, what would stay."""
    await desk.privacy.erase_asking.ask(turn, sender_of(event.from_user))


async def erase(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Yes, all of it."""
    await desk.privacy.erasing.erase(turn, sender_of(event.from_user), press.arg, message_of(event))


async def keep(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """No, after all."""
    await desk.privacy.erase_asking.keep(turn, sender_of(event.from_user), message_of(event))


async def ask_for(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """What would go, what would stay of somebody else's."""
    await desk.privacy.erase_asking.ask_for(turn, actor, (command.args or "").strip())


async def erase_for(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Yes, all of it."""
    await desk.privacy.erasing.erase_for(turn, actor, press.ref, press.arg, message_of(event))


async def keep_for(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """No, after all: it is somebody else, or they did not ask."""
    await desk.privacy.erase_asking.keep_for(turn, actor, press.ref, message_of(event))
