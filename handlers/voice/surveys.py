"""The buttons of NPS and CES, and the reason that may follow in words."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.opinions import COMMENTS, says_no_words, words_please
from handlers.incoming import incoming_of
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.people import Actor
from services.turn import Turn
from services.voice.surveys import CES, NPS

FLAGS = {"role": ANYBODY}
KINDS = {"npsrate": NPS, "cesrate": CES}


class Explaining(StatesGroup):
    """The next words are the reason of a score."""

    words = State()


def router() -> Router:
    """Presses, and words while they are waited for."""
    routes = Router(name="surveys")
    press = routes.callback_query.register
    press(rate, verb(*KINDS), flags=FLAGS)
    press(ask_why, verb("surveywhy"), flags=FLAGS)
    words = (F.content_type.in_(COMMENTS) & ~F.text.startswith("/"), Waited())
    routes.message.register(explain, Explaining.words, *words, flags=FLAGS)
    wordless = (Explaining.words, says_no_words, Waited())
    routes.message.register(words_please, *wordless, flags=FLAGS)
    return routes


async def rate(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A number of the scale."""
    surveys = desk.voice.surveys
    await surveys.rate(turn, actor.tg_id, press.ref, KINDS[press.verb], press.arg)


async def ask_why(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are the reason, for a while."""
    await state.set_state(Explaining.words)
    await state.set_data(asked(press.ref, "why", turn.now))
    await desk.voice.surveys.ask_comment(turn, actor.tg_id, press.ref)


async def explain(
    message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """The reason."""
    await state.clear()
    await desk.voice.surveys.comment(turn, ref, incoming_of(message))
