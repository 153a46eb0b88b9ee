"""Notes: `/note TEXT` and what begins with `//`; never sent to the customer."""

import re

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.incoming import incoming_of
from handlers.staff.meant import NUMBER, here
from handlers.texts import escape
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

AGENT = {"role": "agent"}
PREFIX = re.compile(r"\s*(?:/note(?:@\w+)?(?=\s|$)|//)\s*", re.I)


def router() -> Router:
    """Notes in topics, in replies, under media."""
    routes = Router(name="notes")
    routes.message.register(note, Command("note", ignore_case=True), flags=AGENT)
    routes.message.register(note, F.text.startswith("//"), flags=AGENT)
    routes.message.register(note, F.caption.startswith("//"), flags=AGENT)
    return routes


async def note(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """In a topic or a reply all words are the note; elsewhere a number comes first."""
    incoming = incoming_of(message)
    text, html = without_prefix(incoming.text, incoming.html)
    ticket = await here(message, desk)
    if ticket is None:
        number = NUMBER.match(text)
        if number is None:
            raise Refusal("note-how")
        ticket, text = int(number[1]), text[number.end() :].strip()
        html = escape(text)
    await desk.notes.write(turn, actor, ticket, incoming, text, html)


def without_prefix(text: str, html: str) -> tuple[str, str]:
    """A note without the sign that makes it one; its formatting kept when the sign has none."""
    plain = PREFIX.sub("", text, count=1)
    sign = PREFIX.match(html)
    return plain, html[sign.end() :] if sign else escape(plain)
