"""Complaints: staff take and decide them; customers say whether it is better."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import incoming_of
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.staff.meant import beside, spot_of
from handlers.trade.waiting import asked
from handlers.voice.waiting import register_words
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn
from services.voice.outcomes import CHOICE

AGENT = {"role": "agent"}
CUSTOMER = {"role": ANYBODY}


class Deciding(StatesGroup):
    """The next words go to the customer with the outcome."""

    words = State()


def of_staff() -> Router:
    """In groups and in private."""
    routes = Router(name="complaints")
    press = routes.callback_query.register
    register_words(routes, Deciding.words, take_words, AGENT)
    press(show, verb("ccard"), flags=AGENT)
    press(take, verb("ctake"), flags=AGENT)
    press(page, verb("coutcome", "cback"), flags=AGENT)
    press(decide, verb("cdecide"), flags=AGENT)
    press(close, verb("cplain"), flags=AGENT)
    press(send, verb("csend"), flags=AGENT)
    return routes


def of_customers() -> Router:
    """The question afterwards."""
    routes = Router(name="after complaints")
    press = routes.callback_query.register
    press(better, verb("better"), flags=CUSTOMER)
    press(worse, verb("worse"), flags=CUSTOMER)
    return routes


async def show(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The complaint that a ticket or a reminder is about."""
    await desk.voice.complaints.show(turn, actor, press.ref, beside(event))


async def take(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Mine."""
    await desk.voice.complaints.take(turn, actor, press.ref)


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """How it may end, or back to the card."""
    choice = CHOICE if press.verb == "coutcome" else ""
    await desk.voice.complaints.page(turn, actor, press.ref, choice, beside(event))


async def decide(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """This outcome: the next words go with it, if there are any."""
    await state.set_state(Deciding.words)
    await state.set_data(asked(press.ref, press.arg, turn.now))
    await desk.voice.complaints.ask_words(turn, actor, press.ref, press.arg, beside(event))


async def close(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Without words."""
    await state.clear()
    spot = spot_of(event)
    await desk.voice.complaints.close(turn, actor, press.ref, press.arg, "", spot)


async def take_words(
    message: Message,
    actor: Actor,
    desk: Desk,
    turn: Turn,
    state: FSMContext,
    ref: str,
    what: str,
) -> None:
    """With these words: looked at before they go; other words may follow instead."""
    words, said = incoming_of(message).text, message.message_id
    await state.set_data({**asked(ref, what, turn.now), "words": words, "said": said})
    await desk.voice.complaints.preview(turn, actor, ref, what, words, spot_of(message))


async def send(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The words that were looked at, and no others."""
    kept = await state.get_data()
    outcome, _, said = press.arg.partition(".")
    if (kept.get("ref"), kept.get("what"), str(kept.get("said"))) != (press.ref, outcome, said):
        raise Refusal("button-old")
    await state.clear()
    words, spot = str(kept["words"]), spot_of(event)
    await desk.voice.complaints.close(turn, actor, press.ref, outcome, words, spot)


async def better(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Yes."""
    await desk.voice.following_up.better(turn, actor.tg_id, press.ref)


async def worse(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """No."""
    await desk.voice.following_up.worse(turn, actor.tg_id, press.ref)
