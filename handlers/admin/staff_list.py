"""`/staff`: who works here; admins change roles and queues, and let people go."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

ADMIN = {"role": "admin"}


def router() -> Router:
    """The list and its pages."""
    routes = Router(name="staff list")
    routes.message.register(staff, Command("staff"), flags=ADMIN)
    press = routes.callback_query.register
    press(page, verb("staff"), flags=ADMIN)
    press(set_role, verb("role"), flags=ADMIN)
    press(switch_queue, verb("member"), flags=ADMIN)
    press(dismiss, verb("dismiss"), flags=ADMIN)
    return routes


def tickets() -> Router:
    """A supervisor puts a ticket that its agent does not answer back into the queue."""
    routes = Router(name="giving back")
    routes.callback_query.register(give_back, verb("giveback"), flags={"role": "supervisor"})
    return routes


async def staff(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The list, posted anew."""
    await desk.staffing.page(turn, actor, "list", anew=True)


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Another page in the same message."""
    await desk.staffing.page(turn, actor, press.arg)


async def set_role(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Confirmed on the page before."""
    turn.toast = Toast("toast-done")
    await desk.staffing.set_role(turn, actor, _number(press.ref), press.arg)


async def switch_queue(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """In or out; the next tap undoes it."""
    turn.toast = Toast("toast-done")
    await desk.staffing.switch_queue(turn, actor, _number(press.ref), _number(press.arg))


async def dismiss(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Confirmed on the page before."""
    turn.toast = Toast("toast-done")
    await desk.staffing.dismiss(turn, actor, _number(press.ref))


async def give_back(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Out of the agent's hands."""
    turn.toast = Toast("toast-given-back")
    await desk.staffing.give_back(turn, actor, press.ref)


def _number(words: str) -> int:
    if not words.isdigit():
        raise Refusal("button-old")
    return int(words)
