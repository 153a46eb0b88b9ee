"""Staff work on orders: the board, the card, its buttons, the words they ask for."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import NUMBER, beside, here, spot_of
from handlers.texts import clean
from handlers.trade.calling_off import show_words
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}
Story = Callable[..., Awaitable[None]]
ASKED = ("carrier", "tracking", "day", "reason", "price", "address")
INSTEAD_OF = {"wcarrier": ("carrier",), "wday": ("day",), "wcancel": ASKED}


class NotToTicket(BaseFilter):
    """In private, what replies to a ticket's message is for its customer, whatever was asked."""

    async def __call__(self, message: Message, desk: Desk) -> bool:
        if message.chat.id < 0 or message.reply_to_message is None:
            return True
        return await here(message, desk) is None


class Dealing(StatesGroup):
    """The card of an order waits for words of the person who pressed."""

    words = State()


def router() -> Router:
    """The same in groups and in private."""
    routes = Router(name="orders of staff")
    routes.message.register(board, Command("orders", ignore_case=True), flags=AGENT)
    words = (F.text, ~F.text.startswith("/"), Waited(), NotToTicket())
    routes.message.register(take_words, Dealing.words, *words, flags=AGENT)
    press = routes.callback_query.register
    press(open_order, verb("workopen"), flags=AGENT)
    press(turn_page, verb("orderpage"), flags=AGENT)
    press(open_board, verb("orderboard"), flags=AGENT)
    press(step, verb("wmove"), flags=AGENT)
    press(form, verb("wform"), flags=AGENT)
    press(ask_words, verb("wask"), flags=AGENT)
    press(never_mind, verb("wnever"), flags=AGENT)
    press(fill, verb("wcarrier", "wday", "wcancel"), flags=AGENT)
    press(quantity, verb("wqty"), flags=AGENT)
    press(settle, verb("wship", "wsend", "wdrop", "winvoice", "wpaid", "wrefund"), flags=AGENT)
    press(write, verb("wwrite"), flags=AGENT)
    return routes


async def board(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The board, or one order by its number."""
    number = NUMBER.match((command.args or "").strip())
    handling = desk.trade.handling
    if number is not None:
        await handling.open(turn, actor, int(number[1]), spot_of(message))
    else:
        await handling.board(turn, actor, spot_of(message))


async def open_order(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """An order's card."""
    await desk.trade.handling.open(turn, actor, press.ref, beside(event))


async def open_board(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The board, from the list of what waits."""
    await desk.trade.handling.board(turn, actor, beside(event))


async def turn_page(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Other buttons of the board."""
    page = press.arg if press.arg.isdigit() and len(press.arg) < 4 else "0"
    await desk.trade.handling.board(turn, actor, beside(event), page)


async def step(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Accept, pack, hand over."""
    await desk.trade.handling.step(turn, actor, press.ref, press.arg)


async def form(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Open a form, or close it."""
    await state.clear()
    await desk.trade.handling.form(turn, actor, press.ref, press.arg, beside(event))


async def ask_words(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words of this person here are the answer, for a while."""
    if press.arg not in ASKED:
        raise Refusal("button-old")
    await state.set_state(Dealing.words)
    await state.set_data(asked(press.ref, press.arg, turn.now))
    await desk.trade.handling.ask(turn, actor, press.ref, press.arg, beside(event))


async def never_mind(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """No words after all."""
    await state.clear()
    await desk.finding.never_mind(turn, actor, press.arg, spot_of(event))


async def take_words(
    message: Message,
    actor: Actor,
    desk: Desk,
    turn: Turn,
    state: FSMContext,
    ref: str,
    what: str,
) -> None:
    """The answer; one that can't be right is asked for again."""
    text = clean(message.text or "").strip()
    if what == "reason":
        await show_words(desk, turn, actor, state, spot_of(message), ref, text)
        return
    trade = desk.trade
    stories: dict[str, Story] = {
        "carrier": trade.shipping.carrier,
        "tracking": trade.shipping.number,
        "day": trade.shipping.day,
        "price": trade.changing.delivery,
        "address": trade.changing.address,
    }
    await state.clear()
    await stories[what](turn, actor, ref, text, spot_of(message))


async def fill(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """An answer by a button; words that were asked for instead of it are not waited for."""
    trade, kept = desk.trade, await state.get_data()
    stories: dict[str, Story] = {
        "wcancel": trade.handling.cancel_for,
        "wday": trade.shipping.in_days,
        "wcarrier": trade.shipping.carrier,
    }
    waited = kept.get("ref") == press.ref and kept.get("what") in INSTEAD_OF[press.verb]
    if waited:
        await state.clear()
    spot = beside(event) if waited else None
    await stories[press.verb](turn, actor, press.ref, press.arg, spot)


async def quantity(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """One more or one less."""
    line, _, by = press.arg.partition(".")
    if not line.isdigit() or by not in ("1", "-1"):
        raise Refusal("button-old")
    await desk.trade.changing.quantity(turn, actor, press.ref, int(line), int(by))


async def settle(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What is done with one press and without words."""
    trade = desk.trade
    stories = {
        "wship": trade.shipping.ship,
        "wsend": trade.changing.send,
        "wdrop": trade.changing.withdraw,
        "winvoice": trade.money.invoiced,
        "wpaid": trade.money.paid,
        "wrefund": trade.money.refunded,
    }
    await stories[press.verb](turn, actor, press.ref)


async def write(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A conversation with the order's customer."""
    turn.toast = Toast("toast-done")
    await desk.trade.writing.write(turn, actor, press.ref, beside(event))
