"""Forged and stolen presses: what a program that is not Telegram's own client could send."""

from typing import Any

from handlers.buttons import Press
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop


def sealed(shop: Shop, chat_id: int, verb: str, ref: str = "", arg: str = "") -> str:
    """A button's data with a true seal, as if it had been read off somebody's screen."""
    seal = shop.app.sealer.seal(chat_id, verb, ref, arg)
    return Press(verb=verb, ref=ref, arg=arg, seal=seal).pack()


async def answer_to(person: Person, message: Message, data: str) -> str:
    """Press any data under a message; the toast that came back."""
    query = await person.presses(message, data=data)
    said: dict[str, Any] = await query.answered()
    return str(said["text"])
