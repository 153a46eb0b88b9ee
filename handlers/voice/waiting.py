"""Words that staff were asked for: while they are waited for, nothing else goes anywhere."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.state import State
from aiogram.types import Message

from handlers.incoming import is_said
from handlers.staff.meant import here
from handlers.trade.waiting import Waited
from services.desk import Desk
from services.errors import Refusal


class NotToAnother(BaseFilter):
    """In private, what replies to a message of another ticket is for that one's customer."""

    async def __call__(self, message: Message, desk: Desk, ref: str) -> bool:
        if message.chat.id < 0 or message.reply_to_message is None:
            return True
        ticket = await here(message, desk)
        return ticket is None or await desk.tracing.speaks_of(ticket, ref)


def register_words(routes: Router, waits: State, take: Any, flags: dict[str, str]) -> None:
    """`take` gets the words; whatever else is sent instead is answered with a request for words.

    Commands and what begins with `//` go their own ways: neither reaches a customer.
    """
    hear = routes.message.register
    ours = (Waited(), NotToAnother())
    hear(take, waits, F.text, ~F.text.startswith("/"), *ours, flags=flags)
    hear(hint, waits, ~F.text, ~F.caption.startswith("//"), *ours, flags=flags)


async def hint(message: Message, ref: str, what: str) -> None:
    """A photo or a sticker answers nothing: the person is told, and asked still."""
    if is_said(message):
        raise Refusal("staff-words-please")
