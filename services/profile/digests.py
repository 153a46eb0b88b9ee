"""News once a day or once a week: one message for each person who wants it so."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.journal import claim, has_run, last_run
from models.memory import gathered
from models.memory.notices import ContactPreference
from models.memory.profiles import PRICE_DROP, NewsItem, Subscription
from models.store import Session
from services.context import Context
from services.privacy import notices
from services.profile.hearing import DIGEST, GATHERED
from services.profile.telling import dearer, dedup_of, percent_of, subjects_for
from services.profile.zones import known_zone

HOUR, PAGE, MOST_ITEMS = 10, 200, 500
DAYS = {"daily": 1, "weekly": 7}
JOB = "digest"
USE, LONGEST, SECOND = timedelta(days=2), timedelta(days=28), timedelta(seconds=1)
Span = tuple[datetime, datetime]


def hour_of(facts: Mapping[str, Any]) -> int:
    """The hour of the day at which gathered news are told."""
    return int((facts.get("news") or {}).get("digest_hour", HOUR))


def slot_of(now: datetime, zone: ZoneInfo, pace: str, hour: int) -> datetime:
    """The latest moment at which news of a pace were due: every day, or on Monday."""
    local = now.astimezone(zone)
    slot = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    if slot > local:
        slot -= timedelta(days=1)
    return slot - timedelta(days=slot.weekday()) if pace == "weekly" else slot


def span_of(words: str) -> Span:
    """From when to when a digest tells, as its card carries it."""
    start, end = (datetime.fromtimestamp(int(one), UTC) for one in words.split("-"))
    return start, end


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp())


class Digests:
    """A tick: in each time zone, when its hour has come."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def gather(self, now: datetime) -> None:
        """Offer what has been gathered; nothing where there is nothing."""
        for pace in DAYS:
            async with self._context.store.look() as tx:
                zones = await gathered.zones(tx, pace)
            for zone in zones:
                await self._zone(pace, zone, now)

    async def _zone(self, pace: str, name: str | None, now: datetime) -> None:
        zone, hour = self._zone_of(name), hour_of(self._context.shop.facts)
        end = slot_of(now, zone, pace, hour)
        prefix = f"{pace}:{name or ''}:"
        slot = f"{prefix}{end:%Y-%m-%d}"
        async with self._context.store.look() as tx:
            if await has_run(tx, JOB, slot):
                return
            last = await last_run(tx, JOB, prefix)
            start = end - LONGEST
            if last is not None:
                day = date.fromisoformat(last.removeprefix(prefix))
                start = max(start, datetime.combine(day, time(hour), zone))
            items = await gathered.since(tx, start, end, MOST_ITEMS)
        after: int | None = 0 if items else None
        while after is not None:
            after = await self._page(pace, name, after, items, (start, end), now)
        async with self._context.store.change() as tx:
            await claim(tx, JOB, slot, now)

    def _zone_of(self, name: str | None) -> ZoneInfo:
        return (known_zone(name) if name else None) or self._context.shop.zone

    async def _page(
        self,
        pace: str,
        zone: str | None,
        after: int,
        items: Sequence[NewsItem],
        span: Span,
        now: datetime,
    ) -> int | None:
        """One page of people; where the next begins."""
        async with self._context.store.change() as tx:
            ids = await gathered.of_pace(tx, pace, zone, after, PAGE)
            if ids:
                await self._offer(tx, ids, items, span, now)
        return ids[-1] if len(ids) == PAGE else None

    async def catch_up(self, tx: Session, now: datetime, row: ContactPreference, pace: str) -> None:
        """Within a story: somebody leaves a pace; what was gathered for them is told."""
        zone = self._zone_of(row.time_zone)
        slot = slot_of(now, zone, pace, hour_of(self._context.shop.facts))
        span = (slot - timedelta(days=DAYS[pace]), now.replace(microsecond=0) + SECOND)
        items = await gathered.since(tx, *span, MOST_ITEMS)
        await self._offer(tx, [row.customer_id], items, span, now)

    async def _offer(
        self,
        tx: Session,
        ids: Sequence[int],
        items: Sequence[NewsItem],
        span: Span,
        now: datetime,
    ) -> None:
        """To each what they were not told yet: not on its own, and in no digest before."""
        known = await gathered.told(tx, ids, [dedup_of(one.kind, one.id) for one in items])
        begins = dict.fromkeys(ids, span[0])
        for one, card in await gathered.digests_of(tx, ids, DIGEST, span[0]):
            begins[one] = max(begins[one], span_of(card.partition("/")[2])[1])
        people: set[int] = set()
        for want in await gathered.wants_of(tx, ids, GATHERED):
            whose = want.customer_id
            left = [one for one in items if (one.done_at or now) >= begins[whose]]
            left = [one for one in left if (whose, dedup_of(one.kind, one.id)) not in known]
            if self._matches(want, left):
                people.add(whose)
                if want.kind == PRICE_DROP:
                    found = matching(want, left, self._context)
                    want.price = min(one.price or 0 for one in found)
        cards = {one: f"digest/{_stamp(begins[one])}-{_stamp(span[1])}" for one in people}
        told = [(one, {"card": cards[one], "id": one}) for one in sorted(people)]
        dedup = f"digest:{_stamp(span[1])}"
        await notices.offer_many(tx, now, DIGEST, told, dedup, expires_at=now + USE)

    def _matches(self, one: Subscription, items: Sequence[NewsItem]) -> bool:
        found = matching(one, items, self._context)
        if one.kind != PRICE_DROP:
            return bool(found)
        percent = percent_of(self._context.shop.facts)
        least = min((dearer(item.price or 0, percent) for item in found), default=None)
        return least is not None and (one.price is None or one.price >= least)


def matching(one: Subscription, items: Sequence[NewsItem], context: Context) -> list[NewsItem]:
    """The news that a subscription asks for, none from before it began."""
    return [
        item
        for item in items
        if item.kind == one.kind
        and not item.details.get("draft")
        and item.created_at >= one.created_at
        and one.subject in subjects_for(context, item)
    ]
