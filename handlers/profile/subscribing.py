"""Subscriptions by buttons: on the shelf's card, in the profile, under news."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.customer.commands import said_by
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.trade.shelf import number
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """Begin and end; to the thing that news is about."""
    routes = Router(name="subscriptions")
    press = routes.callback_query.register
    press(want, verb("pfwant"), flags=FLAGS)
    press(want_guides, verb("pfguides"), flags=FLAGS)
    press(end, verb("pfend"), flags=FLAGS)
    press(thing, verb("pfthing"), flags=FLAGS)
    return routes


async def want(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Hear of this, or no more."""
    await desk.profile.subscribing.want(turn, said_by(event), press.ref, press.arg)


async def want_guides(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """Hear of guides."""
    await desk.profile.subscribing.want_guides(turn, said_by(event))


async def end(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """No more of it."""
    await desk.profile.subscribing.end(turn, said_by(event), press.ref, press.arg)


async def thing(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """One thing's card, at the bottom of the chat, with the variant that the news is about."""
    size = number(press.arg) if press.arg else 0
    await desk.trade.browsing.thing(
        turn, said_by(event), number(press.ref), anew=True, variant=size
    )
