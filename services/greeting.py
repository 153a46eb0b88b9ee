"""Small talk: a human answer, no ticket."""

import re
from datetime import datetime

from models.people import Customer
from models.store import Session
from services import promises

THANKS = re.compile(r"спасиб|благодар|спс|thank|thx|cheers|дякую|рахмет", re.I)
BYE = re.compile(r"\bпока\b|до свидан|всего добр|всего хорош|goodbye|\bbye\b|see you", re.I)
WHO = re.compile(
    r"\bбот\b|робот|\bbot\b|robot|живой|человек|human|real person|кто ты|who are you", re.I
)


async def small_talk(tx: Session, now: datetime, customer: Customer, text: str) -> None:
    """Answer a greeting, thanks, a goodbye or "are you a bot"."""
    await promises.say(tx, now, customer.tg_id, customer.language, kind_of(text))


def kind_of(text: str) -> str:
    """Which small talk it is, as the key of its answer."""
    for pattern, key in ((WHO, "talk-who"), (THANKS, "talk-thanks"), (BYE, "talk-bye")):
        if pattern.search(text[:300]):
            return key
    return "talk-hello"
