"""`/cancel`, and the same word while something is waited for: nothing is waited for any more."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.customer.commands import said_by
from handlers.profile.prompting import is_waiting
from handlers.roles import ANYBODY
from handlers.trade.checkout import Ordering
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}
WORDS = frozenset({"отмена", "отменить", "отмени", "cancel"})


class CallsOff(BaseFilter):
    """Lets the word through while a dialog waits for an answer; else it may be about an order."""

    async def __call__(self, message: Message, state: FSMContext, turn: Turn) -> bool:
        if (message.text or "").strip(" .!").lower() not in WORDS:
            return False
        return await is_asked(state, turn)


async def is_asked(state: FSMContext, turn: Turn) -> bool:
    """Whether the next words answer something that was asked."""
    if await state.get_state() in (None, Ordering.open.state):
        return False
    until = (await state.get_data()).get("until")
    return until is not None and turn.now <= datetime.fromisoformat(until)


def router() -> Router:
    """Before every dialog that would take the word for an answer; a checkout has its own way."""
    routes = Router(name="cancelling")
    routes.message.register(cancel, Command("cancel", ignore_case=True), flags=FLAGS)
    routes.message.register(cancel, F.text, CallsOff(), flags=FLAGS)
    return routes


async def cancel(message: Message, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """All right."""
    what = str((await state.get_data())["what"]) if await is_waiting(state) else ""
    await state.clear()
    await desk.profile.dialog.call_off(turn, said_by(message), what)
