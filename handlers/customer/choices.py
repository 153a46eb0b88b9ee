"""The buttons of a customer's ticket: its topic, a person, another matter."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from handlers.roles import ANYBODY
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """Presses on the customer's card and on the offer under it."""
    routes = Router(name="choices")
    press = routes.callback_query.register
    press(pick, verb("pick"), flags=FLAGS)
    press(show_all, verb("nottopic"), flags=FLAGS)
    press(back, verb("back"), flags=FLAGS)
    press(person, verb("person"), flags=FLAGS)
    press(split, verb("split"), flags=FLAGS)
    press(keep, verb("nosplit"), flags=FLAGS)
    return routes


def unknown() -> Router:
    """Whatever else is pressed."""
    routes = Router(name="unknown presses")
    routes.callback_query.register(refuse, flags=FLAGS)
    return routes


async def pick(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It is about this."""
    await desk.choosing.pick(turn, actor.tg_id, press.ref, press.arg)


async def show_all(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """It is about something else."""
    await desk.choosing.show_all(turn, actor.tg_id, press.ref, True)


async def back(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It was right after all."""
    await desk.choosing.show_all(turn, actor.tg_id, press.ref, False)


async def person(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A person, please."""
    await desk.choosing.person(turn, actor.tg_id, press.ref)


async def split(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Another matter."""
    await desk.splitting.split(turn, actor.tg_id, press.ref, press.arg, message_of(event))


async def keep(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The same matter."""
    await desk.splitting.keep(turn, actor.tg_id, press.ref, message_of(event))


async def refuse(event: CallbackQuery) -> None:
    """Not a button of ours, or not of today."""
    raise Refusal("button-old")


def message_of(event: CallbackQuery) -> int:
    """The message that the button stands under."""
    if event.message is None:
        raise Refusal("button-old")
    return event.message.message_id
