"""Pages of the report on customers, and the way to one of them; for supervisors and admins."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

SUPERVISOR = {"role": "supervisor"}


def router() -> Router:
    """The presses."""
    routes = Router(name="customers")
    press = routes.callback_query.register
    press(turn_page, verb("cupage"), flags=SUPERVISOR)
    press(open_customer, verb("cuopen"), flags=SUPERVISOR)
    return routes


async def turn_page(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The figures, or a page of people at risk."""
    await desk.segments.customers_report.turn_page(turn, actor, press.arg)


async def open_customer(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The card of one of them."""
    if not press.arg.isdigit():
        raise Refusal("button-old")
    await desk.segments.customers_report.open_customer(turn, actor, int(press.arg))
