"""Presses under what the shop writes of its own accord; and "stop" in words."""

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.customer.cancelling import is_asked
from handlers.customer.commands import said_by
from handlers.presses import verb
from handlers.privacy.pressed import message_of
from handlers.privacy.words import wants_less
from handlers.roles import ANYBODY
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}


class WantsLess(BaseFilter):
    """Lets "stop" through, unless it answers a question that was asked."""

    async def __call__(self, message: Message, state: FSMContext, turn: Turn) -> bool:
        return wants_less(message.text or "") and not await is_asked(state, turn)


def router() -> Router:
    """Less, no more, and back again."""
    routes = Router(name="less of this")
    routes.message.register(offer_ways, F.text, WantsLess(), flags=FLAGS)
    press = routes.callback_query.register
    press(fewer, verb("fewer"), flags=FLAGS)
    press(stop, verb("stopkind"), flags=FLAGS)
    press(undo, verb("lessundo"), flags=FLAGS)
    press(stop_news, verb("stopnews"), flags=FLAGS)
    press(news_back, verb("newsback"), flags=FLAGS)
    press(contact, verb("contactme"), flags=FLAGS)
    return routes


async def offer_ways(message: Message, desk: Desk, turn: Turn) -> None:
    """What can be switched off; nothing is without a press."""
    await desk.privacy.less.offer_ways(turn, said_by(message))


async def contact(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """When and about what, at the bottom of the chat."""
    await desk.profile.filling.page(turn, said_by(event), "contact", anew=True)


async def fewer(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """Less of this."""
    await desk.privacy.less.fewer(turn, event.from_user.id, press.ref)


async def stop(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """No more of this."""
    await desk.privacy.less.stop(turn, event.from_user.id, press.ref)


async def undo(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """As it was."""
    await desk.privacy.less.undo(turn, event.from_user.id, press.ref, message_of(event))


async def stop_news(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """No news at all."""
    given = (turn, event.from_user.id, press.ref, message_of(event))
    await desk.privacy.less.stop_news(*given)


async def news_back(event: CallbackQuery, press: Press, desk: Desk, turn: Turn) -> None:
    """News again."""
    given = (turn, event.from_user.id, press.ref, message_of(event))
    await desk.privacy.less.news_back(*given)
