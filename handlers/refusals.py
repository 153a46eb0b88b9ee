"""The one error handler: a refusal is told to the person, a fault goes on to the worker."""

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Message, Update

from services.desk import Desk
from services.errors import Refusal
from services.turn import Toast, Turn


def router() -> Router:
    """The router of refusals."""
    routes = Router(name="refusals")
    routes.errors.register(refuse, ExceptionTypeFilter(Refusal), flags={"role": "customer"})
    return routes


def leftovers() -> Router:
    """The very last router: a press that nobody knows any more."""
    routes = Router(name="leftovers")
    routes.callback_query.register(unknown_press, flags={"role": "customer"})
    return routes


async def unknown_press(event: CallbackQuery) -> None:
    """An old button, or one pressed where it does not belong."""
    raise Refusal("button-old")


async def refuse(event: ErrorEvent, desk: Desk, turn: Turn) -> None:
    """Tell a person politely why not: a press by a toast, a message by an answer."""
    refusal = event.exception
    if not isinstance(refusal, Refusal):
        raise event.exception
    turn.fsm.clear()
    update: Update = event.update
    if update.callback_query is not None:
        await refuse_press(update.callback_query, desk, turn, refusal)
    elif update.message is not None:
        await refuse_message(update.message, desk, turn, refusal)


async def refuse_press(press: CallbackQuery, desk: Desk, turn: Turn, refusal: Refusal) -> None:
    """A toast that must be closed."""
    turn.toast = Toast(refusal.key, refusal.args_, alert=True)
    await desk.close(turn)


async def refuse_message(message: Message, desk: Desk, turn: Turn, refusal: Refusal) -> None:
    """An answer where the message stands.

    Who is not staff gets none in a group: what groups may be sent in a minute is for the staff.
    """
    user = message.from_user
    if user is None:
        return
    stranger = desk.context.directory.find(user.id).staff_id is None
    if message.chat.type != ChatType.PRIVATE and stranger and refusal.key == "not-allowed":
        await desk.close(turn)
        return
    await desk.reply(
        turn,
        message.chat.id,
        user.id,
        user.language_code,
        refusal.key,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_to=message.message_id,
        **refusal.args_,
    )
