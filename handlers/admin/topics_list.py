"""`/topics`: what customers can ask about; admins move, merge, retire."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.admin.review import number
from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.people import Actor
from services.topic_list import LIST
from services.turn import Toast, Turn

ADMIN = {"role": "admin"}


def router() -> Router:
    """The list and its pages."""
    routes = Router(name="topics")
    routes.message.register(topics, Command("topics", ignore_case=True), flags=ADMIN)
    press = routes.callback_query.register
    press(page, verb("topics"), flags=ADMIN)
    press(move, verb("movetopic"), flags=ADMIN)
    press(merge, verb("mergetopic"), flags=ADMIN)
    press(retire, verb("retiretopic", "restoretopic"), flags=ADMIN)
    return routes


async def topics(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The list, posted anew."""
    await desk.topic_list.page(turn, actor, LIST, anew=True)


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Another page in the same message."""
    await desk.topic_list.page(turn, actor, press.arg)


async def move(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """To another queue."""
    turn.toast = Toast("toast-done")
    await desk.topic_list.move(turn, actor, number(press.ref), number(press.arg))


async def merge(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Confirmed on the page before."""
    turn.toast = Toast("toast-done")
    await desk.topic_list.merge(turn, actor, number(press.ref), number(press.arg))


async def retire(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Confirmed on the page before; bringing back needs no question."""
    turn.toast = Toast("toast-done")
    back = press.verb == "restoretopic"
    await desk.topic_list.retire(turn, actor, number(press.ref), back=back)
