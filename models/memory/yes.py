"""A yes said in one tap: the words that were seen are archived, the event is appended."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import GIVEN, Consent, ConsentEvent, PolicyText

VERSION = "one tap"


async def said(
    tx: AsyncSession,
    customer_id: int,
    purpose: str,
    words: tuple[str, str],
    source: str,
    message_tg_id: int | None,
    now: datetime,
) -> None:
    """A person agreed to a purpose; `words`: the language and the full text before them."""
    text = await _text(tx, purpose, *words, now)
    event = ConsentEvent(
        customer_id=customer_id,
        purpose=purpose,
        action=GIVEN,
        text_id=text.id,
        source=source,
        message_tg_id=message_tg_id,
        at=now,
    )
    tx.add(event)
    await tx.flush()
    row = Consent(customer_id=customer_id, purpose=purpose, given=True, event_id=event.id, at=now)
    await tx.merge(row)


async def _text(
    tx: AsyncSession, purpose: str, language: str, words: str, now: datetime
) -> PolicyText:
    digest = sha256(words.encode()).hexdigest()
    known: PolicyText | None = await tx.scalar(
        select(PolicyText).where(
            PolicyText.purpose == purpose,
            PolicyText.language == language,
            PolicyText.sha256 == digest,
        )
    )
    if known is not None:
        return known
    fresh = PolicyText(
        purpose=purpose,
        language=language,
        version=VERSION,
        sha256=digest,
        text=words,
        first_at=now,
    )
    tx.add(fresh)
    await tx.flush()
    return fresh
