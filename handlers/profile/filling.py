"""`/profile`: its buttons, and the words that it waits for."""

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.commands import said_by
from handlers.incoming import incoming_of, is_said
from handlers.presses import verb
from handlers.profile.prompting import PATIENCE, Profiling
from handlers.roles import ANYBODY
from handlers.staff.meant import spot_of
from handlers.trade.waiting import Waited, asked
from services.desk import Desk
from services.errors import Refusal
from services.profile.fields import is_question
from services.turn import Turn

FLAGS = {"role": ANYBODY}


class Asks(BaseFilter):
    """Lets questions to the shop through."""

    async def __call__(self, message: Message) -> bool:
        return is_question(message.text or "")


def router() -> Router:
    """The command, presses, and words while they are waited for.

    Verbs: `pf` opens a page ("contact", "subs.0", …), for other cards as well.
    """
    routes = Router(name="profile")
    press, hear = routes.callback_query.register, routes.message.register
    hear(profile, Command("profile", ignore_case=True), flags=FLAGS)
    words = F.text & ~F.text.startswith("/")
    hear(ask_meanwhile, Profiling.words, words, Asks(), Waited(), flags=FLAGS)
    hear(take_words, Profiling.words, words, Waited(), flags=FLAGS)
    hear(take_contact, Profiling.words, F.contact, Waited(), flags=FLAGS)
    hear(hint, Profiling.words, ~F.text, Waited(), flags=FLAGS)
    press(open_card, verb("pfopen"), flags=FLAGS)
    press(page, verb("pf"), flags=FLAGS)
    press(ask, verb("pfask"), flags=FLAGS)
    press(correct, verb("pffix"), flags=FLAGS)
    press(cancel, verb("pfno"), flags=FLAGS)
    press(choose, verb("pfset"), flags=FLAGS)
    press(settle, verb("pfok", "pfout"), flags=FLAGS)
    press(contact, verb("pfc"), flags=FLAGS)
    press(agree, verb("pfagree", "pfnews", "pfnonews", "pfwrite"), flags=FLAGS)
    return routes


async def profile(message: Message, desk: Desk, turn: Turn) -> None:
    """What is known of me."""
    await desk.profile.filling.open(turn, said_by(message))


async def open_card(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """The same by a button."""
    await desk.profile.filling.open(turn, said_by(event))


async def page(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Another page."""
    await desk.profile.filling.page(turn, said_by(event), press.arg)


async def ask(
    event: CallbackQuery, press: Press, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are about this."""
    await state.set_state(Profiling.words)
    await state.set_data(asked("", press.ref, turn.now, PATIENCE))
    await desk.profile.dialog.ask(turn, said_by(event), press.ref)


async def correct(
    event: CallbackQuery, press: Press, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """The next words are what it should be."""
    await state.set_state(Profiling.words)
    await state.set_data(asked(press.ref, press.arg, turn.now, PATIENCE))
    await desk.profile.dialog.correct(turn, said_by(event), press.ref)


async def cancel(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Nothing after all."""
    await desk.profile.dialog.cancel(turn, said_by(event), press.ref)


async def take_words(
    message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """The words."""
    await state.clear()
    await desk.profile.dialog.answer(turn, what, ref, incoming_of(message))


async def take_contact(
    message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """One's own number, by Telegram's button."""
    if what != "phone":
        raise Refusal("profile-words-please")
    await take_words(message, desk, turn, state, ref, what)


async def ask_meanwhile(
    message: Message, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """A question in the middle is a question; nothing is asked any more."""
    await state.clear()
    incoming = incoming_of(message)
    await desk.reception.inquiry(turn, incoming)
    await desk.profile.dialog.lapse(turn.now, incoming.sender.tg_id, what, elsewhere=True)


async def hint(message: Message, ref: str, what: str) -> None:
    """A photo or a sticker answers nothing: the person is told, and asked still."""
    if is_said(message):
        raise Refusal("profile-words-please")


async def choose(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """This one."""
    await desk.profile.filling.choose(turn, said_by(event), press.ref, press.arg)


async def settle(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Right, first of its kind, or out."""
    what = press.verb.removeprefix("pf")
    await desk.profile.filling.settle(turn, said_by(event), press.ref, what)


async def contact(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """How often, when, what about."""
    await desk.profile.contacting.change(turn, said_by(event), press.ref, press.arg)


async def agree(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Yes to remembering, yes or no to news, yes to being written to again."""
    agreeing = desk.profile.agreeing
    stories = {
        "pfagree": agreeing.remember,
        "pfnews": agreeing.hear_news,
        "pfnonews": agreeing.no_news,
        "pfwrite": agreeing.write_again,
    }
    await stories[press.verb](turn, said_by(event), spot_of(event).pressed)
