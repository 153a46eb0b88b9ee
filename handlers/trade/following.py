"""Customers follow their orders: `/orders`, the buttons of an order, the words they ask for."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.commands import said_by
from handlers.customer.opinions import says_no_words, words_please
from handlers.incoming import incoming_of
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.staff.meant import spot_of
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.people import Actor
from services.turn import Toast, Turn

FLAGS = {"role": ANYBODY}
CHANGE, COMMENT, THING = "change", "comment", "thing."
COMMENTS = {"photo", "video", "voice", "video_note", "document", "audio", "animation"}


class Wishing(StatesGroup):
    """The next words are about an order."""

    words = State()


class Commented(Waited):
    """Lets what is no text through where a comment is waited for."""

    async def __call__(
        self, message: Message, state: FSMContext, turn: Turn
    ) -> dict[str, Any] | bool:
        found = await super().__call__(message, state, turn)
        return found if isinstance(found, dict) and found["what"] != CHANGE else False


def router() -> Router:
    """Presses, the command, and words while they are waited for."""
    routes = Router(name="orders of customers")
    press = routes.callback_query.register
    routes.message.register(own_orders, Command("orders", ignore_case=True), flags=FLAGS)
    words = (F.text, ~F.text.startswith("/"), Waited())
    routes.message.register(take_words, Wishing.words, *words, flags=FLAGS)
    shown = (F.content_type.in_(COMMENTS), Commented())
    routes.message.register(take_words, Wishing.words, *shown, flags=FLAGS)
    wordless = (Wishing.words, says_no_words, Commented())
    routes.message.register(words_please, *wordless, flags=FLAGS)
    press(turn_page, verb("orders"), flags=FLAGS)
    press(show, verb("myorder", "oreceipt", "owhere", "ocancel", "orepeat"), flags=FLAGS)
    press(cancel, verb("ocancelyes"), flags=FLAGS)
    press(drop, verb("okeep"), flags=FLAGS)
    press(ask_person, verb("oask"), flags=FLAGS)
    press(ask_words, verb("ochange", "ocomment"), flags=FLAGS)
    press(answer, verb("oagree", "odecline"), flags=FLAGS)
    press(rate, verb("orate"), flags=FLAGS)
    press(ask_thing_words, verb("thingwords"), flags=FLAGS)
    press(rate_thing, verb("thingrate", "thingskip"), flags=FLAGS)
    return routes


async def own_orders(message: Message, desk: Desk, turn: Turn) -> None:
    """Every order with its state."""
    await desk.trade.following.list(turn, said_by(message))


async def turn_page(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Other orders."""
    await desk.trade.following.turn_page(turn, said_by(event), press.arg)


async def show(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What needs no more than a look, or asks before it does something."""
    following = desk.trade.following
    if press.verb == "oreceipt":
        await following.open(turn, actor.tg_id, press.ref, "receipt")
        return
    stories = {
        "myorder": following.open,
        "owhere": following.where,
        "ocancel": following.ask_cancel,
        "orepeat": following.repeat,
    }
    await stories[press.verb](turn, actor.tg_id, press.ref)


async def cancel(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Yes, cancel it."""
    await desk.trade.following.cancel(turn, actor.tg_id, press.ref, spot_of(event))


async def drop(event: CallbackQuery, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """No after all."""
    await state.clear()
    await desk.trade.following.drop(turn, spot_of(event))


async def ask_person(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A person, please."""
    turn.toast = Toast("toast-asked-person")
    await desk.trade.asking.ask(turn, actor.tg_id, press.ref, "person")


async def ask_words(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words say what to change, or how it was, for a while."""
    what = CHANGE if press.verb == "ochange" else COMMENT
    await state.set_state(Wishing.words)
    await state.set_data(asked(press.ref, what, turn.now))
    if what == CHANGE:
        await desk.trade.following.ask_words(turn, actor.tg_id, press.ref)
    else:
        await desk.trade.liking.ask_comment(turn, actor.tg_id, press.ref)


async def ask_thing_words(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are about a thing of the order."""
    await state.set_state(Wishing.words)
    await state.set_data(asked(press.ref, f"{THING}{press.arg}", turn.now))
    await desk.trade.liking_things.ask_words(turn, actor.tg_id, press.ref, press.arg)


async def take_words(
    message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """The words: to the staff, or into the order's story."""
    await state.clear()
    if what == CHANGE:
        await desk.trade.asking.say(turn, ref, CHANGE, incoming_of(message))
    elif what.startswith(THING):
        number = what.removeprefix(THING)
        await desk.trade.liking_things.comment(turn, ref, number, incoming_of(message))
    else:
        await desk.trade.liking.comment(turn, ref, incoming_of(message))


async def answer(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Yes or no to a change that costs more."""
    changing = desk.trade.changing
    story = changing.agree if press.verb == "oagree" else changing.decline
    await story(turn, actor.tg_id, press.ref, press.arg, spot_of(event))


async def rate(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """One to five."""
    await desk.trade.liking.rate(turn, actor.tg_id, press.ref, press.arg)


async def rate_thing(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Stars for a thing of the order, or none."""
    things = desk.trade.liking_things
    story = things.rate if press.verb == "thingrate" else things.skip
    await story(turn, actor.tg_id, press.ref, press.arg)
