"""Promo codes: whether one fits, what it takes off, and the ones that the shop's file names."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.store import Session
from models.trade import charges
from models.trade.money import Promo
from services.errors import Refusal


def code_of(words: str) -> str:
    """A code as it is stored."""
    return "".join(words.split()).upper()[:40]


def discount_of(promo: Promo, goods: int) -> int:
    """What a code takes off goods of such a sum; never more than they cost."""
    return min(goods, goods * promo.percent // 100 + promo.amount)


def check(promo: Promo | None, goods: int, used: bool, currency: str, now: datetime) -> Promo:
    """The code when it fits; Refusal says plainly why it does not.

    `used`: this customer has ordered with it before.
    """
    if promo is None or not promo.active:
        raise Refusal("promo-unknown")
    if promo.starts_at is not None and now < promo.starts_at:
        raise Refusal("promo-early")
    if promo.ends_at is not None and now >= promo.ends_at:
        raise Refusal("promo-late")
    if promo.left is not None and promo.left < 1:
        raise Refusal("promo-used-up")
    if promo.once and used:
        raise Refusal("promo-once")
    if goods < promo.least:
        raise Refusal("promo-least", least={"money": promo.least, "currency": currency})
    return promo


async def fitting(
    tx: Session, code: str, goods: int, customer_id: int, currency: str, now: datetime
) -> Promo:
    """The code as it is now, for this customer and these goods; Refusal when it does not fit."""
    promo = await charges.promo(tx, code)
    used = promo is not None and await charges.has_used(tx, promo.id, customer_id)
    return check(promo, goods, used, currency, now)


async def seed(tx: Session, given: Mapping[str, Mapping[str, Any]], zone: ZoneInfo) -> None:
    """Bring the codes of the shop's file into the database; uses that were made stay made."""
    for code, entry in given.items():
        promo = await charges.promo(tx, code)
        if promo is None:
            promo = Promo(code=code)
            tx.add(promo)
        _set(promo, entry, zone)
        await tx.flush()
        if entry["uses"] is not None:
            promo.left = max(0, int(entry["uses"]) - await charges.uses(tx, promo.id))
    await charges.stop_others(tx, list(given))


def _set(promo: Promo, entry: Mapping[str, Any], zone: ZoneInfo) -> None:
    promo.percent, promo.amount = int(entry["percent"]), int(entry["amount"])
    promo.least, promo.once = int(entry["least"]), bool(entry["once"])
    promo.starts_at = _midnight(entry["from"], zone)
    ends = _midnight(entry["until"], zone)
    promo.ends_at = ends + timedelta(days=1) if ends is not None else None
    promo.active, promo.from_file, promo.left = True, True, None


def _midnight(day: str | None, zone: ZoneInfo) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(datetime.fromisoformat(day).date(), time(0), zone)
