"""News once a day or once a week: one message for each person who wants it so."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.journal import claim, has_run
from models.memory import gathered
from models.memory.profiles import CATEGORY, GUIDE, PRICE_DROP, NewsItem, Subscription
from services.context import Context
from services.privacy import notices
from services.profile.telling import dearer, percent_of, subjects_for
from services.profile.zones import known_zone

HOUR, PAGE, MOST_ITEMS = 10, 200, 500
DAYS = {"daily": 1, "weekly": 7}
GATHERED = (CATEGORY, PRICE_DROP, GUIDE)
JOB = "digest"
USE = timedelta(days=2)


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
        zone = (known_zone(name) if name else None) or self._context.shop.zone
        end = slot_of(now, zone, pace, hour_of(self._context.shop.facts))
        slot = f"{pace}:{name or ''}:{end:%Y-%m-%d}"
        async with self._context.store.look() as tx:
            if await has_run(tx, JOB, slot):
                return
            start = end - timedelta(days=DAYS[pace])
            items = await gathered.since(tx, start, end, MOST_ITEMS)
        after: int | None = 0 if items else None
        while after is not None:
            after = await self._page(pace, name, after, items, (start, end), now)
        async with self._context.store.change() as tx:
            await claim(tx, JOB, slot, now)

    async def _page(
        self,
        pace: str,
        zone: str | None,
        after: int,
        items: Sequence[NewsItem],
        span: tuple[datetime, datetime],
        now: datetime,
    ) -> int | None:
        """One page of people; where the next begins."""
        async with self._context.store.change() as tx:
            ids = await gathered.of_pace(tx, pace, zone, after, PAGE)
            rows = await gathered.wants_of(tx, ids, GATHERED) if ids else []
            due = [one for one in rows if self._matches(one, items)]
            people = {one.customer_id for one in due}
            card = f"digest/{int(span[0].timestamp())}-{int(span[1].timestamp())}"
            told = [(one, {"card": card, "id": one}) for one in sorted(people)]
            dedup = f"digest:{span[1]:%Y-%m-%d}"
            await notices.offer_many(tx, now, "digest", told, dedup, expires_at=now + USE)
            for one in due:
                if one.kind == PRICE_DROP:
                    one.price = min(item.price or 0 for item in matching(one, items, self._context))
        return ids[-1] if len(ids) == PAGE else None

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
