"""Acts of erasure: written, found by their mark, and the consents that end with one."""

from datetime import datetime

from sqlalchemy import insert, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import WITHDRAWN, Consent, ConsentEvent
from models.memory.erasures import ErasureAct
from models.own.erasure import Erasure

SOURCE = "erasure"


async def withdraw_all(tx: AsyncSession, customer_id: int, now: datetime) -> None:
    """Whatever a person had agreed to is taken back with the erasure, and the log says so."""
    moment = ConsentEvent.__table__.c.at.type
    ended = (
        select(
            Consent.customer_id,
            Consent.purpose,
            literal(WITHDRAWN),
            ConsentEvent.text_id,
            literal(SOURCE),
            literal(now, moment),
        )
        .join(ConsentEvent, ConsentEvent.id == Consent.event_id)
        .where(Consent.customer_id == customer_id, Consent.given)
    )
    columns = ["customer_id", "purpose", "action", "text_id", "source", "at"]
    await tx.execute(insert(ConsentEvent).from_select(columns, ended))


async def write(
    tx: AsyncSession,
    erasure: Erasure,
    mark: str,
    reason: str,
    asked_at: datetime,
    **more: object,
) -> int:
    """One act; its number. `mark`: who it was, sealed. `more`: what else it came to."""
    act = ErasureAct(
        mark=mark,
        reason=reason,
        asked_at=asked_at,
        done_at=erasure.now,
        found={"tables": erasure.found, **more},
    )
    tx.add(act)
    await tx.flush()
    return act.id


async def by_mark(tx: AsyncSession, mark: str) -> list[ErasureAct]:
    """The acts of somebody whose mark is known, the newest first."""
    statement = select(ErasureAct).where(ErasureAct.mark == mark).order_by(ErasureAct.id.desc())
    return list(await tx.scalars(statement))
