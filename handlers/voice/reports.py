"""Pages of the reports' cards, for supervisors and admins."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

SUPERVISOR = {"role": "supervisor"}


def router() -> Router:
    """The presses."""
    routes = Router(name="reports")
    press = routes.callback_query.register
    press(feedback_page, verb("fbpage"), flags=SUPERVISOR)
    press(service_page, verb("svpage"), flags=SUPERVISOR)
    return routes


async def feedback_page(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Topics, queues, people, products, words."""
    await desk.voice.feedback_report.turn_page(turn, actor, press.arg)


async def service_page(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Weeks, topics, queues, people."""
    await desk.voice.service_report.turn_page(turn, actor, press.arg)
