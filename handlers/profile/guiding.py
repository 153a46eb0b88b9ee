"""`/guide`: admins write to those who asked for guides; looked at before it goes."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import incoming_of, is_said
from handlers.presses import verb
from handlers.trade.shelf import number
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

ADMIN = {"role": "admin"}


class Guiding(StatesGroup):
    """The next message is a guide."""

    words = State()


def router() -> Router:
    """The command, the words, and what is pressed under the preview."""
    routes = Router(name="guides")
    press, hear = routes.callback_query.register, routes.message.register
    hear(guide, Command("guide", ignore_case=True), flags=ADMIN)
    words = (F.text, ~F.text.startswith("/"), ~F.reply_to_message, Waited())
    hear(take_words, Guiding.words, *words, flags=ADMIN)
    hear(hint, Guiding.words, ~F.text, ~F.reply_to_message, Waited(), flags=ADMIN)
    press(send, verb("guidego"), flags=ADMIN)
    press(drop, verb("guidedrop"), flags=ADMIN)
    press(cancel, verb("guideno"), flags=ADMIN)
    return routes


async def guide(message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """The next message is the guide."""
    await state.set_state(Guiding.words)
    await state.set_data(asked("", "guide", turn.now))
    await desk.profile.guides.ask(turn, actor)


async def take_words(
    message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """The guide."""
    await state.clear()
    await desk.profile.guides.draft(turn, actor, incoming_of(message))


async def hint(message: Message, ref: str, what: str) -> None:
    """A guide is text."""
    if is_said(message):
        raise Refusal("guide-how")


async def send(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It may go."""
    await desk.profile.guides.send(turn, actor, number(press.ref))


async def drop(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Not this one."""
    await desk.profile.guides.drop(turn, actor, number(press.ref))


async def cancel(event: CallbackQuery, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """No guide after all."""
    await state.clear()
    turn.toast = Toast("toast-cancelled")
    await desk.close(turn)
