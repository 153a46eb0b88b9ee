"""An order is called off in one's own words: read once more before the customer reads them."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import beside
from handlers.trade.waiting import asked
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot
from services.turn import Turn

AGENT = {"role": "agent"}
REASON = "reason"


class CallingOff(StatesGroup):
    """The words wait for a yes; whatever else is written is not about them."""

    sure = State()


def router() -> Router:
    """The yes; a no is the same as to any question of the card."""
    routes = Router(name="orders called off")
    routes.callback_query.register(call_off, verb("woff"), flags=AGENT)
    return routes


async def show_words(
    desk: Desk, turn: Turn, actor: Actor, state: FSMContext, spot: Spot, ref: str, words: str
) -> None:
    """What the customer would read, with a yes under it."""
    await state.set_state(CallingOff.sure)
    await state.set_data({**asked(ref, REASON, turn.now), "words": words})
    await desk.trade.handling.ask_sure(turn, actor, ref, words, spot)


async def call_off(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Yes: the order ends, the customer reads why."""
    kept = await state.get_data()
    if kept.get("ref") != press.ref or "words" not in kept:
        raise Refusal("button-old")
    await state.clear()
    await desk.trade.handling.cancel(turn, actor, press.ref, str(kept["words"]), beside(event))
