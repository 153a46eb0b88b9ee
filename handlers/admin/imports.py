"""`/import` and a document sent in private: what is in it, what is decided, stored or dropped."""

from datetime import timedelta

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter, Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.admin.review import number
from handlers.admin.topic_dialogs import Lately
from handlers.buttons import Press
from handlers.fetching import fetch
from handlers.presses import verb
from handlers.staff.meant import here
from handlers.texts import clean
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

ADMIN = {"role": "admin"}
CANCEL = {"name": "cancel"}
PATIENCE = timedelta(hours=1)
ENDINGS = (
    *(".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xml", ".yml"),
    *(".zip", ".gz", ".xlsx", ".xls"),
)


class Bringing(StatesGroup):
    """A file was asked for."""

    file = State()


class BringsLabels(BaseFilter):
    """An admin sends what looks like a table or a feed, not as an answer to a customer.

    The name only tells whether the file is meant for us; what is in it decides how it is read.
    """

    async def __call__(self, message: Message, actor: Actor, desk: Desk) -> bool:
        document = message.document
        if document is None or not actor.is_at_least("admin"):
            return False
        if not (document.file_name or "").casefold().endswith(ENDINGS):
            return False
        return await here(message, desk) is None


def router() -> Router:
    """In private with an admin."""
    routes = Router(name="imports")
    command = Command("import", ignore_case=True)
    routes.message.register(bring, F.document, command, flags=ADMIN)
    routes.message.register(ask, command, flags=ADMIN)
    asked = StateFilter(Bringing.file)
    routes.message.register(bring, F.document, asked, Lately(), flags=ADMIN)
    routes.message.register(bring, BringsLabels(), flags=ADMIN)
    press = routes.callback_query.register
    press(turn_to, verb("import"), flags=ADMIN)
    press(column, verb("importcolumn"), flags=ADMIN)
    press(no_topic, verb("importplain"), flags=ADMIN)
    press(source, verb("importsource"), flags=ADMIN)
    press(topic, verb("importtopic"), flags=ADMIN)
    press(line, verb("importline"), flags=ADMIN)
    press(switch, verb("importswitch"), flags=ADMIN)
    press(settle, verb("importstore", "importdrop", "importundo"), flags=ADMIN)
    return routes


async def ask(
    message: Message, actor: Actor, state: FSMContext, desk: Desk, turn: Turn, bot: Bot
) -> None:
    """As a reply to a document: that one; else the next document is meant."""
    replied = message.reply_to_message
    if replied is not None and replied.document is not None:
        await bring(replied, actor, state, desk, turn, bot)
        return
    await state.set_state(Bringing.file)
    await state.set_data({"until": (turn.now + PATIENCE).isoformat()})
    user = message.from_user
    code = user.language_code if user else None
    await desk.reply(turn, actor.tg_id, actor.tg_id, code, "import-ask", keyboard=CANCEL)


async def bring(
    message: Message, actor: Actor, state: FSMContext, desk: Desk, turn: Turn, bot: Bot
) -> None:
    """The file: fetched, read, shown; nothing is stored yet."""
    if message.document is None:
        raise Refusal("import-ask")
    content = await fetch(bot, message.document)
    if await state.get_state() == Bringing.file.state:
        await state.clear()
    name = clean(message.document.file_name or "—")
    if await desk.trade.feeds.is_catalogue(content):
        await desk.trade.feeds.take(turn, actor, name, content)
    else:
        await desk.importing.take(turn, actor, name, content)


async def turn_to(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Another page of the card."""
    await desk.importing.choices.turn_to(turn, actor, number(press.ref), press.arg)


async def column(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It holds what was asked about."""
    await desk.importing.choices.column(turn, actor, number(press.ref), number(press.arg))


async def no_topic(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """No column says what the messages are about."""
    await desk.importing.choices.no_topic(turn, actor, number(press.ref))


async def source(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """This one's messages count, or count no more."""
    await desk.importing.choices.source(turn, actor, number(press.ref), number(press.arg))


async def topic(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A label means this topic, or none."""
    label, _, topic_id = press.arg.partition(".")
    choices = desk.importing.choices
    await choices.topic(turn, actor, number(press.ref), number(label), number(topic_id))


async def line(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Out, or back in."""
    await desk.importing.choices.line(turn, actor, number(press.ref), number(press.arg))


async def switch(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Wanted or not."""
    await desk.importing.choices.switch(turn, actor, number(press.ref), press.arg)


async def settle(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Stored or queued, dropped, or taken back."""
    stories = {
        "importstore": desk.importing.store,
        "importdrop": desk.importing.drop,
        "importundo": desk.importing.undo,
    }
    await stories[press.verb](turn, actor, number(press.ref))
