"""From the cart to the confirmed order: buttons, typed answers, a yes in words."""

from datetime import datetime, timedelta

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.choices import message_of
from handlers.customer.commands import said_by
from handlers.incoming import incoming_of, is_said
from handlers.presses import verb
from handlers.roles import ANYBODY
from services.desk import Desk
from services.people import Actor
from services.trade.confirming import says_yes
from services.trade.drafts import PHONE, TYPED
from services.turn import Turn

FLAGS = {"role": ANYBODY}
PATIENCE = timedelta(hours=2)


class Ordering(StatesGroup):
    """The dialog of a checkout: words may be an answer, for a while."""

    open = State()


class Answers(BaseFilter):
    """Lets through what comes while the checkout asks; asks the desk only in its dialog."""

    def __init__(self, *steps: str) -> None:
        self._steps = steps or TYPED

    async def __call__(
        self, message: Message, state: FSMContext, desk: Desk, actor: Actor, turn: Turn
    ) -> bool:
        until = (await state.get_data()).get("until")
        if until is None or turn.now > datetime.fromisoformat(until):
            return False
        return await desk.trade.checkout.awaits(actor.tg_id) in self._steps


class Confirms(BaseFilter):
    """Lets a plain yes through while a summary waits for one."""

    async def __call__(self, message: Message, desk: Desk, actor: Actor) -> bool:
        words = message.text or ""
        if not says_yes(words) or message.reply_to_message is not None:
            return False
        return await desk.trade.confirming.waits_for_yes(actor.tg_id)


def router() -> Router:
    """Buttons of the order card; words while they are waited for."""
    routes = Router(name="checkout")
    press = routes.callback_query.register
    press(start, verb("checkout"), flags=FLAGS)
    press(choose_way, verb("ordway"), flags=FLAGS)
    press(choose_payment, verb("ordpay"), flags=FLAGS)
    press(go_to, verb("ordstep"), flags=FLAGS)
    press(leave_out, verb("ordnot"), flags=FLAGS)
    press(same_address, verb("ordsaved"), flags=FLAGS)
    press(remember, verb("ordkeep"), flags=FLAGS)
    press(abandon, verb("abandon"), flags=FLAGS)
    press(confirm, verb("confirm"), flags=FLAGS)
    hear = routes.message.register
    words = F.text & ~F.text.startswith("/")
    hear(say_yes, F.text, Confirms(), flags=FLAGS)
    hear(ask_meanwhile, Ordering.open, F.text.endswith("?"), Answers(), flags=FLAGS)
    hear(answer, Ordering.open, words, Answers(), flags=FLAGS)
    hear(answer, Ordering.open, F.contact, Answers(PHONE), flags=FLAGS)
    hear(send_meanwhile, Ordering.open, ~F.text, Answers(), flags=FLAGS)
    return routes


async def _listen(state: FSMContext, turn: Turn) -> None:
    await state.set_state(Ordering.open)
    await state.set_data({"until": (turn.now + PATIENCE).isoformat()})


async def start(event: CallbackQuery, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """To the checkout."""
    await _listen(state, turn)
    await desk.trade.checkout.start(turn, said_by(event))


async def choose_way(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Deliver like this."""
    await _listen(state, turn)
    await desk.trade.checkout.choose_way(turn, actor.tg_id, press.ref, press.arg)


async def choose_payment(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Pay like this."""
    await _listen(state, turn)
    await desk.trade.checkout.choose_payment(turn, actor.tg_id, press.ref, press.arg)


async def go_to(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Another look at a step."""
    await _listen(state, turn)
    await desk.trade.checkout.go_to(turn, actor.tg_id, press.ref, press.arg)


async def leave_out(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Without that."""
    await _listen(state, turn)
    await desk.trade.checkout.leave_out(turn, actor.tg_id, press.ref, press.arg)


async def same_address(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """To an address that is known."""
    await _listen(state, turn)
    await desk.trade.checkout.same_address(turn, actor.tg_id, press.ref, press.arg)


async def remember(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Fill it in next time, or do not."""
    await desk.trade.checkout.remember(turn, actor.tg_id, press.ref, press.arg == "1")


async def abandon(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """No order after all."""
    await state.clear()
    await desk.trade.checkout.abandon(turn, actor.tg_id, press.ref)


async def confirm(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Order it."""
    pressed = message_of(event)
    await desk.trade.confirming.press(turn, actor.tg_id, press.ref, press.arg, pressed)


async def say_yes(message: Message, desk: Desk, turn: Turn) -> None:
    """Order it, in words."""
    await desk.trade.confirming.say_yes(turn, incoming_of(message))


async def ask_meanwhile(message: Message, desk: Desk, turn: Turn) -> None:
    """A question in the middle of a checkout is a question; what was asked is asked still."""
    await desk.reception.inquiry(turn, incoming_of(message))


async def send_meanwhile(message: Message, desk: Desk, turn: Turn) -> None:
    """A photo or a sticker answers nothing, and ends nothing either."""
    if is_said(message):
        await desk.reception.inquiry(turn, incoming_of(message))


async def answer(message: Message, desk: Desk, turn: Turn) -> None:
    """An address, a number, a comment, a code."""
    await desk.trade.checkout.answer(turn, incoming_of(message))
