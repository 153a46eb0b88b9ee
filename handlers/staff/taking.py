"""Taking a ticket: from a board, by its number, the oldest."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import here, meant, spot_of
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}


def router() -> Router:
    """The buttons of boards and cards, and `/take`."""
    routes = Router(name="taking")
    routes.callback_query.register(press_take, verb("take"), flags=AGENT)
    routes.callback_query.register(press_oldest, verb("oldest"), flags=AGENT)
    routes.message.register(take, Command("take", ignore_case=True), flags=AGENT)
    return routes


async def press_take(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """One tap; of two people one gets it."""
    in_topic = await desk.work.take(turn, actor, press.ref)
    turn.toast = _toast(in_topic)


async def press_oldest(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The one who has waited longest."""
    queue = desk.context.shop.queue_by_key(press.ref)
    if queue is None:
        raise Refusal("button-old")
    in_topic = await desk.work.take_oldest(turn, actor, queue.id)
    turn.toast = _toast(in_topic)


async def take(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """By number, or the ticket one replied to."""
    if not command.args and await here(message, desk) is None:
        raise Refusal("take-how")
    ticket, _ = await meant(message, command.args, desk, "/take 12")
    await desk.work.take(turn, actor, ticket, spot_of(message))


def _toast(in_topic: bool) -> Toast:
    return Toast("toast-taken-topic" if in_topic else "toast-taken-private")
