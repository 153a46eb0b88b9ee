"""Small talk: a human answer, no ticket."""

import re
from datetime import datetime

from models.people import Customer
from models.store import Session
from services import promises
from services.incoming import Incoming

THANKS = re.compile(r"спасиб|благодар|спс|thank|thx|cheers|дякую|рахмет", re.I)
BYE = re.compile(r"\bпока\b|до свидан|всего добр|всего хорош|goodbye|\bbye\b|see you", re.I)
WHO = re.compile(
    r"\bбот\b|робот|\bbot\b|robot|живой|человек|human|real person|кто ты|who are you", re.I
)


async def small_talk(tx: Session, now: datetime, customer: Customer, incoming: Incoming) -> None:
    """Answer a greeting, thanks, a goodbye or "are you a bot"; a sticker with the ways on."""
    to, language = customer.tg_id, customer.language
    if incoming.kind == "sticker":
        key, ways = f"sticker:{to}", {"name": "start"}
        await promises.say(tx, now, to, language, "talk-sticker", join_key=key, keyboard=ways)
    else:
        await promises.say(tx, now, to, language, kind_of(incoming.text))


def kind_of(text: str) -> str:
    """Which small talk it is, as the key of its answer."""
    for pattern, key in ((WHO, "talk-who"), (THANKS, "talk-thanks"), (BYE, "talk-bye")):
        if pattern.search(text[:300]):
            return key
    return "talk-hello"
