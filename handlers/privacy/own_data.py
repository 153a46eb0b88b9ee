"""One's own data: taken along, erased."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.incoming import sender_of
from handlers.presses import verb
from handlers.roles import ANYBODY
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def of_customers() -> Router:
    """Presses of whoever's data it is."""
    routes = Router(name="own data")
    routes.callback_query.register(take_along, verb("mydata"), flags=FLAGS)
    return routes


async def take_along(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """All of it, as files."""
    await desk.privacy.own_export.send(turn, sender_of(event.from_user))
