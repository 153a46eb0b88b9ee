"""`/wish TEXT` and the button of a ticket's card: what a customer wanted and did not get."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import incoming_of
from handlers.presses import verb
from handlers.staff.meant import NUMBER, beside, here, spot_of
from handlers.trade.waiting import asked
from handlers.voice.waiting import register_words
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

AGENT = {"role": "agent"}
WISH = "wish"


class Noting(StatesGroup):
    """The next words are a wish."""

    words = State()


def router() -> Router:
    """The command, the button, and words while they are waited for."""
    routes = Router(name="wishes of customers")
    routes.message.register(note, Command("wish", ignore_case=True), flags=AGENT)
    register_words(routes, Noting.words, take_words, AGENT)
    routes.callback_query.register(ask, verb("wish"), flags=AGENT)
    routes.callback_query.register(never_mind, verb("wishdrop"), flags=AGENT)
    return routes


async def note(
    message: Message,
    command: CommandObject,
    actor: Actor,
    desk: Desk,
    turn: Turn,
    state: FSMContext,
) -> None:
    """A number before the words names the ticket; else it is that of the topic or the reply."""
    text, ticket = (command.args or "").strip(), await here(message, desk)
    number = NUMBER.match(text)
    rest = text[number.end() :].strip() if number is not None else ""
    if number is not None and (rest or ticket is None):
        ticket, text = int(number[1]), rest
    if ticket is None:
        raise Refusal("wish-how")
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    answers = await _is_asked(desk, state, ticket)
    if answers:
        await state.clear()
    to = (turn, actor, ticket, text, spot_of(message))
    await desk.voice.wishing.note(*to, reply_to=answered, asked=answers)


async def _is_asked(desk: Desk, state: FSMContext, ticket: int) -> bool:
    """Whether the question of the ticket's button is still open here."""
    if await state.get_state() != Noting.words.state:
        return False
    return await desk.tracing.speaks_of(ticket, str((await state.get_data())["ref"]))


async def ask(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """What was it?"""
    await state.set_state(Noting.words)
    await state.set_data(asked(press.ref, WISH, turn.now))
    await desk.voice.wishing.ask(turn, actor, press.ref, beside(event))


async def take_words(
    message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """This."""
    await state.clear()
    text = incoming_of(message).text
    await desk.voice.wishing.note(turn, actor, ref, text, spot_of(message), asked=True)


async def never_mind(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """Nothing after all."""
    await state.clear()
    await desk.finding.never_mind(turn, actor, press.arg, spot_of(event))
