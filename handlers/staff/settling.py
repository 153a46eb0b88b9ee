"""`/resolve`, `/pending`, `/reopen`, `/ban`, and their buttons."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import beside, meant, spot_of
from services.desk import Desk
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}
PRESSES = ("resolve", "pending", "resume", "reopen")


def router() -> Router:
    """The end of the work, its pauses, its beginning again."""
    routes = Router(name="settling")
    words = ("resolve", "pending", "resume", "reopen", "ban", "unban")
    routes.message.register(settle, Command(*words, ignore_case=True), flags=AGENT)
    press = routes.callback_query.register
    press(press_settle, verb(*PRESSES), flags=AGENT)
    press(ask_ban, verb("ban"), flags=AGENT)
    press(ban, verb("banyes"), flags=AGENT)
    press(unban, verb("unban"), flags=AGENT)
    return routes


async def settle(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """In the ticket's topic, as a reply, or with a number."""
    name = command.command.lower()
    ticket, _ = await meant(message, command.args, desk, f"/{name} 12")
    stories = {
        "resolve": desk.settling.resolve,
        "pending": desk.settling.pause,
        "resume": desk.settling.resume,
        "reopen": desk.settling.reopen,
        "ban": desk.settling.ask_ban,
        "unban": desk.settling.unban,
    }
    await stories[name](turn, actor, ticket, spot_of(message))


async def press_settle(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The same by a tap."""
    stories = {
        "resolve": desk.settling.resolve,
        "pending": desk.settling.pause,
        "resume": desk.settling.resume,
        "reopen": desk.settling.reopen,
    }
    turn.toast = Toast(f"toast-{press.verb}")
    await stories[press.verb](turn, actor, press.ref, beside(event))


async def ask_ban(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Asked before it is done."""
    await desk.settling.ask_ban(turn, actor, press.ref, beside(event))


async def ban(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Confirmed."""
    turn.toast = Toast("toast-banned")
    await desk.settling.ban(turn, actor, press.ref, spot_of(event))


async def unban(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Let in again."""
    turn.toast = Toast("toast-unbanned")
    await desk.settling.unban(turn, actor, press.ref, beside(event))
