"""Staff's buttons on a return, and the amount that may be typed for it."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import beside, spot_of
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

AGENT = {"role": "agent"}
AMOUNT = "amount"


class Refunding(StatesGroup):
    """The dialog of another amount."""

    amount = State()


def router() -> Router:
    """In groups and in private."""
    routes = Router(name="taking back")
    press = routes.callback_query.register
    press(show, verb("backcase"), flags=AGENT)
    press(approve, verb("backyes"), flags=AGENT)
    press(receive, verb("backgot"), flags=AGENT)
    press(finish, verb("backdone"), flags=AGENT)
    press(page, verb("backno", "backcard"), flags=AGENT)
    press(refuse, verb("backnot"), flags=AGENT)
    press(ask_amount, verb("backsum"), flags=AGENT)
    words = F.text & ~F.text.startswith("/")
    routes.message.register(take_amount, Refunding.amount, words, Waited(), flags=AGENT)
    return routes


async def show(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The return that a ticket is about."""
    await desk.trade.return_desk.show(turn, actor, press.ref, beside(event))


async def approve(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The shop takes it back."""
    await desk.trade.return_desk.approve(turn, actor, press.ref)


async def receive(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It is here."""
    await desk.trade.return_desk.receive(turn, actor, press.ref)


async def finish(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Paid back in full, exchanged, or mended."""
    await desk.trade.return_desk.finish(turn, actor, press.ref)


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Why not, or back to the case."""
    reasons = "refuse" if press.verb == "backno" else ""
    await desk.trade.return_desk.page(turn, actor, press.ref, reasons, beside(event))


async def refuse(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Not taken back, for this reason."""
    await desk.trade.return_desk.refuse(turn, actor, press.ref, press.arg)


async def ask_amount(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are the amount."""
    await state.set_state(Refunding.amount)
    await state.set_data(asked(press.ref, AMOUNT, turn.now))
    await desk.trade.return_desk.ask_amount(turn, actor, press.ref, beside(event))


async def take_amount(
    message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """This much is paid back."""
    await state.clear()
    await desk.trade.return_desk.refund(turn, actor, ref, message.text or "", spot_of(message))
