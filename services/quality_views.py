"""What card, message and pictures tell of the model's work: weeks read from the database."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from models import quality
from models.quality import Counts
from services.context import Context
from services.learning_views import Picture
from services.shop import Shop
from services.weeks import NO_TOPIC, Week, Weeks, bounds, monday_of, mondays

FOLDER = "quality"
PICTURES = ("weeks", "drift")


@dataclass(frozen=True, slots=True)
class QualityView:
    """What the card shows."""

    weeks: Weeks
    shop: Shop


class QualityViews:
    """Reads what card and pictures show."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def now(self, now: datetime) -> QualityView:
        """The present week beside those before it."""
        return QualityView(await weeks_now(self._context, now), self._context.shop)

    async def pictures(self, name: str, language: str) -> list[Picture]:
        """The newest pictures of a name that are there."""
        folder = pictures_of(self._context, name, language)
        found = [Picture(folder / f"{one}.png", f"caption-{one}") for one in PICTURES]
        return await asyncio.to_thread(lambda: [one for one in found if one.path.is_file()])


async def weeks_until(context: Context, last: date, *, is_over: bool = True) -> Weeks:
    """The weeks up to the one that begins on a Monday; what is older is not read."""
    shop = context.shop
    limits = bounds(last, shop.zone)
    async with context.store.look() as tx:
        counts = await quality.by_week(tx, limits)
        rows = await quality.topics_by_week(tx, limits)
    topics: dict[int, dict[str, int]] = {}
    for week, topic_id, many in rows:
        key = _key(shop, topic_id)
        of_week = topics.setdefault(week, {})
        of_week[key] = of_week.get(key, 0) + many
    each = tuple(
        Week(monday, counts.get(number, Counts()), topics.get(number, {}))
        for number, monday in enumerate(mondays(last))
    )
    return Weeks(each, is_over)


async def weeks_now(context: Context, now: datetime) -> Weeks:
    """The present week, as far as it has come, after those before it."""
    return await weeks_until(context, monday_of(now, context.shop.zone), is_over=False)


def pictures_of(context: Context, name: str, language: str) -> Path:
    """Where the newest pictures of a name lie."""
    return context.shelf.folder / FOLDER / f"{Path(name).name}-{language}"


def _key(shop: Shop, topic_id: int | None) -> str:
    """A topic's key of today: a merged one counts as the one that stayed."""
    topic = shop.topic_by_id(topic_id)
    return shop.present(topic.key) if topic is not None else NO_TOPIC
