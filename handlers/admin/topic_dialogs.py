"""Dialogs of `/topics`: a new topic in three steps, and other names for one."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, User

from handlers.admin.review import number
from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import spot_of
from handlers.texts import clean
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.topic_list import LEAST, Draft, examples_of, titles_of
from services.turn import Toast, Turn

ADMIN = {"role": "admin"}
CANCEL = {"name": "cancel"}
PATIENCE = timedelta(hours=1)


class Adding(StatesGroup):
    """A new topic: its names, its queue, its examples."""

    names = State()
    queue = State()
    examples = State()


class Renaming(StatesGroup):
    """Other names for a topic."""

    names = State()


class Lately(BaseFilter):
    """The dialog was begun lately: one that was left alone takes nobody's words."""

    async def __call__(self, message: Message, state: FSMContext, turn: Turn) -> bool:
        until = (await state.get_data()).get("until")
        return until is not None and turn.now <= datetime.fromisoformat(until)


def router() -> Router:
    """What is pressed, and what is typed while it is asked for."""
    routes = Router(name="topic dialogs")
    press = routes.callback_query.register
    press(ask_names, verb("addtopic", "newtopic"), flags=ADMIN)
    press(ask_new_names, verb("renametopic"), flags=ADMIN)
    press(take_queue, verb("topicqueue"), flags=ADMIN)
    press(cancel, verb("canceldialog"), flags=ADMIN)
    words = (F.text, ~F.text.startswith("/"), ~F.reply_to_message, Lately())
    said = routes.message.register
    said(take_names, StateFilter(Adding.names), *words, flags=ADMIN)
    said(press_please, StateFilter(Adding.queue), *words, flags=ADMIN)
    said(take_examples, StateFilter(Adding.examples), *words, flags=ADMIN)
    said(rename, StateFilter(Renaming.names), *words, flags=ADMIN)
    return routes


async def ask_names(
    event: CallbackQuery, press: Press, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """A new topic, maybe for a message of the review."""
    given = _until(turn)
    if press.verb == "newtopic":
        given["review"] = number(press.ref)
        if await desk.reviewing.text_of(given["review"]) is None:
            raise Refusal("review-late")
    await state.set_state(Adding.names)
    await state.set_data(given)
    await _say(desk, turn, event.from_user, "topic-names-ask")


async def ask_new_names(
    event: CallbackQuery, press: Press, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """The next message holds the names."""
    await state.set_state(Renaming.names)
    await state.set_data({"topic": number(press.ref), **_until(turn)})
    await _say(desk, turn, event.from_user, "topic-names-ask")


async def take_names(
    message: Message, actor: Actor, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """Then the queue is asked for."""
    titles = titles_of(clean(message.text or ""))
    desk.topic_list.refuse_taken(titles)
    await state.set_state(Adding.queue)
    await state.update_data(titles=titles)
    keyboard = {"name": "topic-queue", "queues": desk.topic_list.queues_for(actor.language)}
    await _say(desk, turn, message.from_user, "topic-queue-ask", keyboard)


async def take_queue(
    event: CallbackQuery, press: Press, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """Then the examples are asked for."""
    if await state.get_state() != Adding.queue.state:
        raise Refusal("button-old")
    await state.set_state(Adding.examples)
    known = await state.update_data(queue=number(press.arg))
    least = LEAST - 1 if "review" in known else LEAST
    await _say(desk, turn, event.from_user, "topic-examples-ask", count=least)


async def press_please(message: Message) -> None:
    """A queue is chosen by a button."""
    raise Refusal("topic-queue-press")


async def take_examples(
    message: Message, actor: Actor, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """The topic is there; a message of the review gets it at once."""
    given = await state.get_data()
    review_id = given.get("review")
    text = await desk.reviewing.text_of(review_id) if review_id else None
    examples = examples_of(clean(message.text or ""), (text,) if text else ())
    draft = Draft(tuple(given["titles"]), int(given["queue"]), examples)
    await state.clear()
    if review_id:
        await desk.reviewing.say_new(turn, actor, review_id, draft)
    else:
        await desk.topic_list.create(turn, actor, draft)


async def rename(message: Message, actor: Actor, state: FSMContext, desk: Desk, turn: Turn) -> None:
    """The names as they will be."""
    titles = titles_of(clean(message.text or ""))
    topic_id = int((await state.get_data())["topic"])
    await state.clear()
    await desk.topic_list.rename(turn, actor, topic_id, titles)


async def cancel(
    event: CallbackQuery, actor: Actor, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """Never mind: the question goes away."""
    if await state.get_state() is None:
        raise Refusal("button-old")
    await state.clear()
    turn.toast = Toast("toast-cancelled")
    await desk.finding.drop(turn, spot_of(event))


def _until(turn: Turn) -> dict[str, Any]:
    return {"until": (turn.now + PATIENCE).isoformat()}


async def _say(
    desk: Desk,
    turn: Turn,
    user: User | None,
    key: str,
    keyboard: dict[str, Any] | None = None,
    **args: Any,
) -> None:
    if user is not None:
        await desk.reply(
            turn, user.id, user.id, user.language_code, key, keyboard=keyboard or CANCEL, **args
        )
