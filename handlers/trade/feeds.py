"""Catalogue files with admins: applied, dropped, their errors, the catalogue given out."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.admin.review import number
from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

ADMIN = {"role": "admin"}
SURE = "sure"


def router() -> Router:
    """In private with an admin; the file itself comes through `/import`."""
    routes = Router(name="feeds")
    press = routes.callback_query.register
    press(apply, verb("feedapply"), flags=ADMIN)
    press(drop, verb("feeddrop"), flags=ADMIN)
    press(faults, verb("feedfaults"), flags=ADMIN)
    press(send, verb("feedexport"), flags=ADMIN)
    return routes


async def apply(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """All that the card shows."""
    sure = press.arg == SURE
    await desk.trade.feeds.apply(turn, actor, number(press.ref), sure=sure)


async def drop(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """None of it."""
    await desk.trade.feeds.drop(turn, actor, number(press.ref))


async def faults(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Every error, as a document."""
    await desk.trade.feeds.faults(turn, actor, number(press.ref))


async def send(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The catalogue, in this form."""
    await desk.trade.sending.send(turn, actor, press.arg)
