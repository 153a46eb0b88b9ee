"""A customer's taps to give something back."""

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
    """Presses under the message about an order's returns."""
    routes = Router(name="giving back")
    press = routes.callback_query.register
    press(begin, verb("giveback"), flags=FLAGS)
    press(choose, verb("backline"), flags=FLAGS)
    press(count, verb("backcount"), flags=FLAGS)
    press(explain, verb("backwhy"), flags=FLAGS)
    press(ask, verb("backwant"), flags=FLAGS)
    press(back, verb("backback"), flags=FLAGS)
    press(withdraw, verb("backdrop"), flags=FLAGS)
    return routes


async def begin(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Something of this order."""
    await desk.trade.returning.begin(turn, actor, press.ref)


async def choose(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """This thing."""
    await desk.trade.returning.choose(turn, actor, press.ref, number(press.arg))


async def count(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """So many."""
    await desk.trade.returning.count(turn, actor, press.ref, number(press.arg))


async def explain(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Because of this."""
    await desk.trade.returning.explain(turn, actor, press.ref, press.arg)


async def ask(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """For this in turn."""
    await desk.trade.returning.ask(turn, actor, press.ref, press.arg)


async def back(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """One step back."""
    await desk.trade.returning.back(turn, actor, press.ref)


async def withdraw(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Keep it after all."""
    await desk.trade.returning.withdraw(turn, actor, press.ref)


def number(words: str) -> int:
    """A number that a button carries."""
    if not words.isdigit() or len(words) > 12:
        raise Refusal("button-old")
    return int(words)
