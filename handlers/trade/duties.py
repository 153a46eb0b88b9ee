"""Staff's buttons on tasks."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

AGENT = {"role": "agent"}


def router() -> Router:
    """In groups and in private."""
    routes = Router(name="duties")
    routes.callback_query.register(settle, verb("taskdone"), flags=AGENT)
    return routes


async def settle(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What came of it."""
    await desk.trade.tasks.settle(turn, actor, press.ref, press.arg)
