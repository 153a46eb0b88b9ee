"""Any message of a customer is an inquiry, and any edit of one a correction."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.incoming import incoming_of, is_said
from handlers.roles import ANYBODY
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """The last of the customers' routers."""
    routes = Router(name="inquiries")
    routes.message.register(inquiry, flags=FLAGS)
    routes.edited_message.register(correction, flags=FLAGS)
    return routes


async def inquiry(message: Message, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """Whatever a customer sends; an open dialog ends with it."""
    if not is_said(message):
        return
    if await state.get_state() is not None:
        await state.clear()
    await desk.reception.inquiry(turn, incoming_of(message))


async def correction(message: Message, desk: Desk, turn: Turn) -> None:
    """Whatever a customer edits."""
    if is_said(message):
        await desk.corrections.correct(turn, incoming_of(message))
