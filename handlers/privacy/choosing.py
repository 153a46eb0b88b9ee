"""`/privacy`: what is held, and a switch for each purpose; the same choices at first contact."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.commands import said_by
from handlers.presses import verb
from handlers.privacy.pressed import message_of
from handlers.roles import ANYBODY
from services.desk import Desk
from services.privacy.consents import Where
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """The command and the presses of its cards."""
    routes = Router(name="privacy")
    routes.message.register(privacy, Command("privacy", ignore_case=True), flags=FLAGS)
    press = routes.callback_query.register
    press(open_card, verb("privacy"), flags=FLAGS)
    press(page, verb("pvpage"), flags=FLAGS)
    press(choose, verb("consent"), flags=FLAGS)
    return routes


async def privacy(message: Message, desk: Desk, turn: Turn) -> None:
    """The card."""
    await desk.privacy.choosing.open(turn, said_by(message))


async def open_card(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """The card, or a page of it, from elsewhere."""
    await desk.privacy.choosing.open(turn, said_by(event), press.arg)


async def page(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Another page of it."""
    await desk.privacy.choosing.page(turn, said_by(event), press.arg)


async def choose(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """A yes or a no: `yes.first` says where it was asked."""
    answer, _, source = press.arg.partition(".")
    where = Where(source, message_of(event))
    await desk.privacy.choosing.choose(turn, said_by(event), press.ref, answer, where)
