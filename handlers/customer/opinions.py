"""The rating card's buttons, and the few words that may follow."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.choices import message_of
from handlers.incoming import incoming_of, is_said
from handlers.presses import verb
from handlers.roles import ANYBODY
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

FLAGS = {"role": ANYBODY}
PATIENCE = timedelta(hours=1)
REST = timedelta(minutes=1)  # the other parts of an album come at once
COMMENTS = {
    *("text", "photo", "video", "voice", "video_note"),
    *("document", "audio", "animation"),
}


class Opinion(StatesGroup):
    """The dialog of a comment."""

    writing = State()


class Fresh(BaseFilter):
    """Lets a comment through while it is waited for, and hands over the ticket it is about."""

    async def __call__(
        self, message: Message, state: FSMContext, turn: Turn
    ) -> dict[str, Any] | bool:
        asked = await state.get_data()
        until = asked.get("until")
        if until is None or turn.now > datetime.fromisoformat(until):
            return False
        if asked.get("album") not in (None, message.media_group_id):
            return False
        return {"ref": str(asked["ref"])}


def router() -> Router:
    """Presses, and words while they are waited for."""
    routes = Router(name="opinions")
    press = routes.callback_query.register
    press(solved, verb("solved"), flags=FLAGS)
    press(unsolved, verb("unsolved"), flags=FLAGS)
    press(rate, verb("rate"), flags=FLAGS)
    press(ask_comment, verb("comment"), flags=FLAGS)
    press(drop_comment, verb("nocomment"), flags=FLAGS)
    words = F.content_type.in_(COMMENTS) & ~F.text.startswith("/")
    routes.message.register(comment, Opinion.writing, words, Fresh(), flags=FLAGS)
    routes.message.register(words_please, Opinion.writing, says_no_words, Fresh(), flags=FLAGS)
    return routes


def says_no_words(message: Message) -> bool:
    """A sticker, a poll, a place: said, but nothing that could be kept as an opinion."""
    return is_said(message) and message.content_type not in COMMENTS


async def words_please(message: Message) -> None:
    """The dialog stays open: what is refused changes nothing, and the next words still count."""
    raise Refusal("comment-needs-words")


async def solved(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It is settled."""
    await desk.feedback.solved(turn, actor.tg_id, press.ref)


async def unsolved(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """It is not."""
    await desk.feedback.unsolved(turn, actor.tg_id, press.ref)


async def rate(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """One to five."""
    await desk.feedback.rate(turn, actor.tg_id, press.ref, press.arg)


async def ask_comment(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are the comment, within the hour."""
    await state.set_state(Opinion.writing)
    await state.set_data({"ref": press.ref, "until": (turn.now + PATIENCE).isoformat()})
    await desk.feedback.ask_comment(turn, actor.tg_id, press.ref)


async def drop_comment(
    event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """No words after all."""
    await state.clear()
    await desk.feedback.drop_comment(turn, actor.tg_id, message_of(event))


async def comment(message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str) -> None:
    """The few words, or a photo, or a voice message; of an album all of its parts."""
    await state.clear()
    if message.media_group_id is not None:
        until = (turn.now + REST).isoformat()
        await state.set_state(Opinion.writing)
        await state.set_data({"ref": ref, "until": until, "album": message.media_group_id})
    await desk.feedback.comment(turn, ref, incoming_of(message))
