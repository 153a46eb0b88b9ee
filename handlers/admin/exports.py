"""`/export`: the labels as a document."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

ADMIN = {"role": "admin"}


def router() -> Router:
    """In private with an admin."""
    routes = Router(name="exports")
    routes.message.register(ask, Command("export", ignore_case=True), flags=ADMIN)
    routes.callback_query.register(send, verb("export"), flags=ADMIN)
    return routes


async def ask(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """In which form."""
    await desk.exporting.ask(turn, actor)


async def send(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """In this one."""
    await desk.exporting.send(turn, actor, press.arg)
