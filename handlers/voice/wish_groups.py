"""The card of wishes: pages for those who run the shop, decisions for admins."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.trade.waiting import asked
from handlers.voice.waiting import register_words
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

SUPERVISOR, ADMIN = {"role": "supervisor"}, {"role": "admin"}
NAME = "name"


class Naming(StatesGroup):
    """The next words are a group's name."""

    words = State()


def router() -> Router:
    """The command, pages and decisions."""
    routes = Router(name="groups of wishes")
    routes.message.register(wishes, Command("wishes", ignore_case=True), flags=SUPERVISOR)
    register_words(routes, Naming.words, take_name, ADMIN)
    press = routes.callback_query.register
    press(turn_page, verb("wishpage"), flags=SUPERVISOR)
    press(settle, verb("wishset"), flags=ADMIN)
    press(ask_name, verb("wishname"), flags=ADMIN)
    press(merge, verb("wishjoin"), flags=ADMIN)
    press(hide, verb("wishhide"), flags=ADMIN)
    press(tell, verb("wishtell"), flags=ADMIN)
    return routes


async def wishes(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The card, in private."""
    await desk.voice.wish_groups.show(turn, actor)


async def turn_page(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Another list, another group."""
    await desk.voice.wish_groups.turn_page(turn, actor, press.arg)


async def settle(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Done, declined, open again."""
    await desk.voice.wish_groups.settle(turn, actor, press.ref, press.arg)


async def ask_name(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn, state: FSMContext
) -> None:
    """What to call it?"""
    await state.set_state(Naming.words)
    await state.set_data(asked(press.ref, NAME, turn.now))
    await desk.voice.wish_groups.ask_name(turn, actor, press.ref)


async def take_name(
    message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext, ref: str, what: str
) -> None:
    """This."""
    await state.clear()
    await desk.voice.wish_groups.rename(turn, actor, ref, message.text or "")


async def merge(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The same as that one."""
    await desk.voice.wish_groups.merge(turn, actor, press.ref, press.arg)


async def hide(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """No wish at all."""
    if not press.arg.isdecimal():
        raise Refusal("button-old")
    await desk.voice.wish_groups.hide(turn, actor, press.ref, int(press.arg))


async def tell(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Those who asked hear that it is there."""
    await desk.voice.wish_groups.tell(turn, actor, press.ref)
