"""The cart: the command, and the buttons under it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.choices import message_of
from handlers.customer.commands import said_by
from handlers.presses import verb
from handlers.roles import ANYBODY
from services.desk import Desk
from services.errors import Refusal
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """`/cart` and its buttons."""
    routes = Router(name="cart")
    routes.message.register(show, Command("cart"), flags=FLAGS)
    press = routes.callback_query.register
    press(show_again, verb("cart"), flags=FLAGS)
    press(add, verb("cartadd"), flags=FLAGS)
    press(change, verb("cartset"), flags=FLAGS)
    press(clear, verb("cartclear"), flags=FLAGS)
    return routes


async def show(message: Message, desk: Desk, turn: Turn) -> None:
    """At the bottom of the chat."""
    await desk.trade.cart.show(turn, said_by(message))


async def show_again(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """As it is now."""
    anew = press.arg == "anew"
    pressed = None if anew else message_of(event)
    await desk.trade.cart.show(turn, said_by(event), anew=anew, pressed=pressed)


async def add(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """One piece into the cart."""
    await desk.trade.cart.add(turn, said_by(event), _number(press.ref))


async def change(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """So many of a line."""
    line, quantity = _number(press.ref), _number(press.arg)
    await desk.trade.cart.change(turn, said_by(event), line, quantity, message_of(event))


async def clear(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """Everything out."""
    await desk.trade.cart.clear(turn, said_by(event), message_of(event))


def _number(words: str) -> int:
    if not (words.isascii() and words.isdecimal() and len(words) < 16):
        raise Refusal("button-old")
    return int(words)
