"""Presses under what the shop writes of its own accord."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.buttons import Press
from handlers.presses import verb
from handlers.privacy.pressed import message_of
from handlers.roles import ANYBODY
from services.desk import Desk
from services.turn import Turn

FLAGS = {"role": ANYBODY}


def router() -> Router:
    """Less, no more, and back again."""
    routes = Router(name="less of this")
    press = routes.callback_query.register
    press(fewer, verb("fewer"), flags=FLAGS)
    press(stop, verb("stopkind"), flags=FLAGS)
    press(undo, verb("lessundo"), flags=FLAGS)
    press(stop_news, verb("stopnews"), flags=FLAGS)
    press(news_back, verb("newsback"), flags=FLAGS)
    return routes


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
