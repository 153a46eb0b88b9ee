"""Words that staff were asked for: while they are waited for, nothing else goes anywhere."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import Message

from handlers.incoming import is_said
from handlers.trade.waiting import Waited
from services.errors import Refusal


def register_words(routes: Router, waits: State, take: Any, flags: dict[str, str]) -> None:
    """`take` gets the words; whatever else is sent instead is answered with a request for words.

    Commands and what begins with `//` go their own ways: neither reaches a customer.
    """
    hear = routes.message.register
    hear(take, waits, F.text, ~F.text.startswith("/"), Waited(), flags=flags)
    hear(hint, waits, ~F.text, ~F.caption.startswith("//"), Waited(), flags=flags)


async def hint(message: Message, ref: str, what: str) -> None:
    """A photo or a sticker answers nothing: the person is told, and asked still."""
    if is_said(message):
        raise Refusal("staff-words-please")
