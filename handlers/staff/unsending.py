"""`/unsend`, and what to do about an answer of which nobody knows whether it arrived."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import spot_of
from handlers.staff.moving import number_of
from services.desk import Desk
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}


def router() -> Router:
    """After an answer was sent."""
    routes = Router(name="unsending")
    routes.message.register(unsend, Command("unsend", ignore_case=True), flags=AGENT)
    routes.callback_query.register(again, verb("again"), flags=AGENT)
    routes.callback_query.register(arrived, verb("arrived"), flags=AGENT)
    return routes


async def unsend(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """In reply to one's own answer."""
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    await desk.unsending.take_back(turn, actor, spot_of(message), answered)


async def again(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Send it once more."""
    turn.toast = Toast("toast-again")
    await desk.unsending.again(turn, actor, press.ref, number_of(press), spot_of(event))


async def arrived(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Somebody knows that it did."""
    turn.toast = Toast("toast-arrived")
    await desk.unsending.arrived(turn, actor, press.ref, number_of(press), spot_of(event))
