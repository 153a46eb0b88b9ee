"""What customers said in the last weeks, counted: by topic, queue, agent, product and week."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models import people
from models.memory import comments, figures
from services.context import Context
from services.shop import Shop
from services.voice.reports.scores import Scale, Scores, together
from services.weeks import bounds, monday_of, mondays

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ProductScores:
    """Stars of one product."""

    titles: tuple[str, str]
    scores: Scores

    def title(self, language: str) -> str:
        """What it is called."""
        return (self.titles[1] or self.titles[0]) if language == "en" else self.titles[0]


@dataclass(frozen=True, slots=True)
class FeedbackWeek:
    """One week, from its Monday."""

    monday: date
    tickets: Scores
    orders: Scores


@dataclass(frozen=True, slots=True)
class FeedbackFigures:
    """Weeks in time order, the last one still going on; keys are ids, None for none.

    `comments` counts comments by kind and, of tickets, by topic.
    """

    weeks: tuple[FeedbackWeek, ...]
    topics: Mapping[int | None, Scores]
    queues: Mapping[int | None, Scores]
    agents: Mapping[int | None, Scores]
    products: Mapping[int | None, ProductScores]
    nps: Scale
    ces: Scale
    comments: tuple[tuple[str, int | None, int], ...]
    names: Mapping[int, str]
    shop: Shop

    @property
    def tickets(self) -> Scores:
        """Resolved tickets."""
        return together(week.tickets for week in self.weeks)

    @property
    def orders(self) -> Scores:
        """Delivered orders."""
        return together(week.orders for week in self.weeks)

    @property
    def stars(self) -> Scores:
        """Products of delivered orders."""
        return together(one.scores for one in self.products.values())

    @property
    def is_empty(self) -> bool:
        """Whether nobody was asked anything."""
        asked = (self.tickets.asked, self.orders.asked, self.stars.asked)
        return not any((*asked, self.nps.asked, self.ces.asked))


async def count_feedback(context: Context, now: datetime) -> FeedbackFigures:
    """The present week, as far as it has come, and those before it; nothing older is read."""
    shop = context.shop
    last = monday_of(now, shop.zone)
    limits = bounds(last, shop.zone)
    async with context.store.look() as tx:
        rated = await figures.ratings(tx, limits)
        delivered = await figures.orders(tx, limits)
        starred = await figures.products(tx, limits)
        surveyed = await figures.surveys(tx, limits)
        said = await comments.comment_counts(tx, limits[0])
        names = {one.id: one.name for one in await people.all_staff(tx)}
    return FeedbackFigures(
        weeks=_weeks(mondays(last), rated, delivered),
        topics=_by(rated, lambda row: present_topic(shop, row[1])),
        queues=_by(rated, lambda row: row[2]),
        agents=_by(rated, lambda row: row[3]),
        products=_products(starred),
        nps=_scale(surveyed, figures.NPS),
        ces=_scale(surveyed, figures.CES),
        comments=_comments(shop, said),
        names=names,
        shop=shop,
    )


def present_topic(shop: Shop, topic_id: int | None) -> int | None:
    """A topic's id of today: a merged one counts as the one that stayed."""
    topic = shop.topic_by_id(topic_id)
    if topic is None:
        return None
    present = shop.topics.get(shop.present(topic.key))
    return present.id if present is not None else topic.id


def _scores(row: Row) -> Scores:
    """The last six columns: how many were asked, and the counts."""
    asked, *counts = map(int, row[-6:])
    return Scores(asked, tuple(counts))


def _by(rows: Sequence[Row], key: Callable[[Row], int | None]) -> dict[int | None, Scores]:
    found: dict[int | None, Scores] = {}
    for row in rows:
        found[key(row)] = found.get(key(row), Scores()) + _scores(row)
    return found


def _weeks(
    days: Sequence[date], rated: Sequence[Row], delivered: Sequence[Row]
) -> tuple[FeedbackWeek, ...]:
    tickets, orders = _by(rated, lambda row: row[0]), _by(delivered, lambda row: row[0])
    return tuple(
        FeedbackWeek(day, tickets.get(number, Scores()), orders.get(number, Scores()))
        for number, day in enumerate(days)
    )


def _products(rows: Sequence[Row]) -> dict[int | None, ProductScores]:
    return {row[0]: ProductScores((row[1], row[2]), _scores(row)) for row in rows}


def _scale(rows: Sequence[Row], kind: str) -> Scale:
    found: dict[int | None, int] = {}
    for one, _, score, many in rows:
        if one == kind:
            found[score] = found.get(score, 0) + int(many)
    return Scale(found)


def _comments(
    shop: Shop, rows: Sequence[tuple[str, int | None, int]]
) -> tuple[tuple[str, int | None, int], ...]:
    """The most frequent first; of tickets by the topic a ticket has, so that it can be asked."""
    return tuple(sorted(rows, key=lambda row: (-row[2], row[0], row[1] or 0)))
