"""From rows to the plain values that the gate decides on."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models.memory import gating
from models.memory.gating import Standing
from models.memory.notices import ContactPreference
from models.store import Session
from services.privacy.gate import Person
from services.privacy.kinds import KINDS
from services.privacy.quiet import Quiet
from services.privacy.sections import quiet_of, rules_of
from services.shop import Shop

Sent = Iterable[tuple[str, datetime]]


async def people(
    tx: Session, shop: Shop, now: datetime, ids: Collection[int]
) -> dict[int, tuple[Standing, Person]]:
    """These customers as the gate sees them, with what they were sent of late; by id."""
    found = await gating.standings(tx, ids)
    days = max((_memory(one, rules_of(shop.facts).days) for one in found.values()), default=0)
    sent = await gating.sent_to(tx, ids, now - timedelta(days=days))
    return {key: (one, person(shop, one, sent.get(key, ()))) for key, one in found.items()}


def person(shop: Shop, standing: Standing, sent: Sent = ()) -> Person:
    """One customer as the gate sees them."""
    customer, wishes = standing.customer, standing.preference
    reachable = customer.reachable and not customer.banned and customer.erased_at is None
    known = tuple((kind, at) for kind, at in sent if kind in KINDS)
    quiet = quiet_hours(shop, wishes)
    if wishes is None:
        return Person(quiet, reachable, standing.agreed, sent=known)
    return Person(
        quiet,
        reachable,
        standing.agreed,
        stopped=wishes.stopped_at is not None,
        muted=frozenset(wishes.muted),
        paused_until=wishes.paused_until,
        most=wishes.most,
        days=wishes.within_days,
        fewer={kind: int(days) for kind, days in wishes.fewer.items()},
        sent=known,
    )


def quiet_hours(shop: Shop, wishes: ContactPreference | None) -> Quiet:
    """A person's own quiet hours, or the shop's, on the clock where they live."""
    zone = _zone(wishes.time_zone, shop.zone) if wishes and wishes.time_zone else shop.zone
    if wishes is None or wishes.quiet_from is None or wishes.quiet_to is None:
        return Quiet(*quiet_of(shop.facts), zone)
    return Quiet(wishes.quiet_from, wishes.quiet_to, zone, own=True)


def _zone(name: str, otherwise: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return otherwise


def _memory(standing: Standing, days: int) -> int:
    wishes = standing.preference
    if wishes is None:
        return days
    return max(days, wishes.within_days or 0, *(int(one) for one in wishes.fewer.values()))
