"""`/duty on` and `/duty off`, and the name that customers see."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}
WORDS = {"on": True, "вкл": True, "off": False, "выкл": False}


class Naming(StatesGroup):
    """Asked for a name."""

    asked = State()


def in_groups() -> Router:
    """In a staff chat."""
    routes = Router(name="duty")
    routes.message.register(duty, Command("duty"), flags=AGENT)
    routes.callback_query.register(press_duty, verb("duty"), flags=AGENT)
    return routes


def in_private() -> Router:
    """In private one's name can be set as well."""
    routes = Router(name="duty and name")
    routes.message.register(duty, Command("duty"), flags=AGENT)
    routes.callback_query.register(press_duty, verb("duty"), flags=AGENT)
    routes.callback_query.register(ask_name, verb("name"), flags=AGENT)
    routes.message.register(
        set_name,
        StateFilter(Naming.asked),
        F.text,
        ~F.text.startswith("/"),
        ~F.reply_to_message,
        flags=AGENT,
    )
    return routes


async def duty(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """On or off, in words."""
    said = (command.args or "").strip().casefold()
    if said not in WORDS:
        raise Refusal("duty-how", state={"key": "is-on" if actor.on_duty else "is-off"})
    await desk.presence.duty(turn, actor, WORDS[said], message.chat.id)


async def press_duty(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """On or off, by a tap."""
    if event.message is None:
        raise Refusal("button-old")
    turn.toast = Toast("toast-done")
    await desk.presence.duty(turn, actor, press.ref == "on", event.message.chat.id)


async def ask_name(event: CallbackQuery, state: FSMContext, desk: Desk, turn: Turn) -> None:
    """The next message is the name."""
    user = event.from_user
    await state.set_state(Naming.asked)
    await desk.reply(turn, user.id, user.id, user.language_code, "name-ask")


async def set_name(
    message: Message, state: FSMContext, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The name, as customers will see it."""
    name = desk.presence.name_of(message.text or "")
    await state.clear()
    await desk.presence.rename(turn, actor, name)
