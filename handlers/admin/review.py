"""`/review`: the taps under the message that is asked about."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

ADMIN = {"role": "admin"}


def router() -> Router:
    """The card and its buttons; a new topic for a message is a dialog of its own."""
    routes = Router(name="review")
    routes.message.register(review, Command("review", ignore_case=True), flags=ADMIN)
    press = routes.callback_query.register
    press(teach, verb("teach"), flags=ADMIN)
    press(all_topics, verb("alltopics"), flags=ADMIN)
    press(pass_over, verb("skip", "unfit"), flags=ADMIN)
    press(undo, verb("unteach"), flags=ADMIN)
    return routes


async def review(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The card, posted anew."""
    await desk.reviewing.open(turn, actor)


async def teach(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The message is about this."""
    await desk.reviewing.say(turn, actor, number(press.ref), number(press.arg))


async def all_topics(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A page of all topics, or the likeliest again."""
    page = number(press.arg) if press.arg else None
    await desk.reviewing.turn_to(turn, actor, number(press.ref), page)


async def pass_over(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Not this one, or nothing to learn from it."""
    unfit = press.verb == "unfit"
    await desk.reviewing.pass_over(turn, actor, number(press.ref), unfit=unfit)


async def undo(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The last tap was a slip."""
    await desk.reviewing.undo(turn, actor)


def number(words: str) -> int:
    """The number that a button carries."""
    if not words.isdigit():
        raise Refusal("button-old")
    return int(words)
