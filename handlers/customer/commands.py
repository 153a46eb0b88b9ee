"""The customers' commands, and the same by buttons."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import incoming_of, sender_of
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.texts import LANGUAGES
from services.desk import Desk
from services.errors import Refusal
from services.incoming import Sender
from services.turn import Turn

FLAGS = {"role": ANYBODY}
BARE_COMMAND = r"^/\w+(@\w+)?$"
OF_STAFF = (
    *("queue", "mine", "take", "note", "transfer", "topic", "card", "pending", "resolve"),
    *("reopen", "ban", "unsend", "duty", "staff", "invite", "bind"),
)
STAFF_COMMAND = rf"^/({'|'.join(OF_STAFF)})(@\w+)?(\s|$)"


def router() -> Router:
    """Every command that is built; an unknown one is answered too.

    Words behind an unknown command are a question; behind a command of the staff they are not.
    """
    routes = Router(name="customer commands")
    routes.message.filter((F.text | F.caption).startswith("/"))
    hear, press = routes.message.register, routes.callback_query.register
    hear(start, CommandStart(), flags=FLAGS)
    hear(answer_help, Command("help"), flags=FLAGS)
    hear(operator, Command("operator"), flags=FLAGS)
    hear(ask_language, Command("language"), flags=FLAGS)
    hear(puzzle, F.text.regexp(BARE_COMMAND) | F.text.regexp(STAFF_COMMAND), flags=FLAGS)
    press(press_contacts, verb("contacts"), flags=FLAGS)
    press(press_operator, verb("operator"), flags=FLAGS)
    press(press_help, verb("help"), flags=FLAGS)
    press(choose_language, verb("language"), flags=FLAGS)
    return routes


def said_by(event: Message | CallbackQuery) -> Sender:
    """Who wrote or pressed."""
    if event.from_user is None:
        raise ValueError("an event of nobody")
    return sender_of(event.from_user)


async def start(message: Message, desk: Desk, turn: Turn) -> None:
    """A greeting; what stands behind a link does not matter here."""
    await desk.customers.greet(turn, said_by(message))


async def answer_help(message: Message, desk: Desk, turn: Turn) -> None:
    """What can be done."""
    await desk.customers.help(turn, said_by(message))


async def operator(message: Message, desk: Desk, turn: Turn) -> None:
    """A person, please."""
    await desk.choosing.operator(turn, said_by(message), incoming_of(message))


async def ask_language(message: Message, desk: Desk, turn: Turn) -> None:
    """Which language."""
    await desk.customers.ask_language(turn, said_by(message))


async def puzzle(message: Message, desk: Desk, turn: Turn) -> None:
    """A command that nobody built."""
    await desk.customers.puzzle(turn, said_by(message))


async def press_contacts(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """How to find the shop."""
    await desk.customers.tell_contacts(turn, said_by(event))


async def press_operator(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """A person, please."""
    await desk.choosing.operator(turn, said_by(event))


async def press_help(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """What can be done."""
    await desk.customers.help(turn, said_by(event))


async def choose_language(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """This one."""
    if press.arg not in LANGUAGES:
        raise Refusal("button-old")
    await desk.customers.choose_language(turn, said_by(event), press.arg)
