"""`/catalog`: looking round, searching, one thing's card, a question about it."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.commands import said_by
from handlers.incoming import incoming_of, is_said
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.staff.meant import spot_of
from handlers.texts import clean
from services.desk import Desk
from services.errors import Refusal
from services.profile.fields import is_question
from services.turn import Toast, Turn

FLAGS = {"role": ANYBODY}
PATIENCE = timedelta(hours=1)
LONGEST = 16


class Shelf(StatesGroup):
    """What the customer's next message is: words to look for, or a question about a thing.

    `opened`: the catalogue stands before them, and words that name things there look for them.
    """

    opened = State()
    searching = State()
    asking = State()


class Lately(BaseFilter):
    """The dialog was begun lately: one that was left alone takes nobody's words."""

    async def __call__(
        self, message: Message, state: FSMContext, turn: Turn
    ) -> dict[str, Any] | bool:
        given = await state.get_data()
        until = given.get("until")
        if until is None or turn.now > datetime.fromisoformat(until):
            return False
        return {"product_id": int(given.get("product", 0))}


class Names(BaseFilter):
    """Lets words through that name something in the catalogue; all else is for the shop."""

    async def __call__(self, message: Message, desk: Desk) -> bool:
        words = clean(message.text or "")
        return not is_question(words) and await desk.trade.browsing.is_named(words)


def router() -> Router:
    """The command, the words that are waited for, and every button of the catalogue's message."""
    routes = Router(name="catalogue")
    hear, press = routes.message.register, routes.callback_query.register
    hear(catalogue, Command("catalog", ignore_case=True), flags=FLAGS)
    words = (F.text, ~F.text.startswith("/"), Lately())
    hear(take_words, StateFilter(Shelf.searching), *words, flags=FLAGS)
    named = (F.text, ~F.text.startswith("/"), Lately(), Names())
    hear(take_words, StateFilter(Shelf.opened), *named, flags=FLAGS)
    said = (~F.text.startswith("/"), Lately())
    hear(take_question, StateFilter(Shelf.asking), *said, flags=FLAGS)
    press(open_top, verb("catalog"), flags=FLAGS)
    press(page, verb("category"), flags=FLAGS)
    press(found, verb("found"), flags=FLAGS)
    press(ask_words, verb("find"), flags=FLAGS)
    press(thing, verb("thing"), flags=FLAGS)
    press(change, verb("variant", "picture", "many"), flags=FLAGS)
    press(option, verb("option"), flags=FLAGS)
    press(part, verb("part"), flags=FLAGS)
    press(put, verb("put"), flags=FLAGS)
    press(ask_question, verb("about"), flags=FLAGS)
    press(never_mind, verb("nevermind"), flags=FLAGS)
    return routes


async def catalogue(
    message: Message, command: CommandObject, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """The top of the catalogue, or what the words behind the command mean."""
    words = clean(command.args or "").strip()
    if await state.get_state() is None:
        await state.set_state(Shelf.opened)
        await state.set_data(_until(turn))
    if words:
        await desk.trade.browsing.look(turn, said_by(message), words)
    else:
        await desk.trade.browsing.open(turn, said_by(message))


async def open_top(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """The same by a button."""
    await desk.trade.browsing.open(turn, said_by(event))


async def page(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """A page of a category."""
    category_id = number(press.ref) if press.ref else None
    await desk.trade.browsing.shelf(turn, said_by(event), category_id, number(press.arg))


async def found(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """A page of what was found."""
    await desk.trade.browsing.found(turn, said_by(event), number(press.arg))


async def ask_words(event: CallbackQuery, state: FSMContext, desk: Desk, turn: Turn) -> None:
    """The next message holds the words, within the hour."""
    await state.set_state(Shelf.searching)
    await state.set_data(_until(turn))
    await desk.trade.browsing.ask_words(turn, said_by(event))


async def take_words(message: Message, state: FSMContext, desk: Desk, turn: Turn) -> None:
    """The words."""
    await state.clear()
    await desk.trade.browsing.look(turn, said_by(message), clean(message.text or ""))


async def thing(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """One thing's card."""
    await desk.trade.browsing.thing(turn, said_by(event), number(press.ref))


async def change(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Another variant, picture or number of pieces."""
    browsing = desk.trade.browsing
    story = {"variant": browsing.variant, "picture": browsing.photo, "many": browsing.quantity}
    await story[press.verb](turn, said_by(event), number(press.ref), number(press.arg))


async def option(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """An option put on or taken off."""
    await desk.trade.browsing.option(turn, said_by(event), number(press.ref), press.arg)


async def part(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Sizes or options unfolded."""
    await desk.trade.browsing.part(turn, said_by(event), number(press.ref), press.arg)


async def put(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Into the cart."""
    await desk.trade.browsing.put(turn, said_by(event), number(press.ref), press.arg)


async def ask_question(
    event: CallbackQuery, press: Press, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """The next message is a question about the thing, within the hour."""
    product_id = number(press.ref)
    await state.set_state(Shelf.asking)
    await state.set_data({"product": product_id, **_until(turn)})
    await desk.trade.questions.begin(turn, said_by(event), product_id)


async def take_question(
    message: Message, product_id: int, state: FSMContext, desk: Desk, turn: Turn
) -> None:
    """The question, in whatever form."""
    if not is_said(message):
        return
    await state.clear()
    await desk.trade.questions.ask(turn, product_id, incoming_of(message))


async def never_mind(event: CallbackQuery, state: FSMContext, desk: Desk, turn: Turn) -> None:
    """The question goes away, and nothing is waited for."""
    await state.clear()
    turn.toast = Toast("toast-never-mind")
    await desk.finding.drop(turn, spot_of(event))


def number(words: str) -> int:
    """A whole number that a button carries; anything else is no button of ours."""
    if not (words.isascii() and words.isdecimal() and len(words) < LONGEST):
        raise Refusal("button-old")
    return int(words)


def _until(turn: Turn) -> dict[str, Any]:
    return {"until": (turn.now + PATIENCE).isoformat()}
