"""What the cards of `/review` and `/topics` show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models import asking, queues, reviews, tickets
from models.labels import PICK, REVIEW, UNFIT, LabelBatch
from models.people import Customer
from models.reviews import OPEN, Review
from models.store import Session
from models.tickets import Ticket
from services.context import Context
from services.reviewing import midnight, place_name
from services.shop import Shop, TopicView
from services.topic_views import TopicsView, read_topics

LIKELIEST = 5


@dataclass(frozen=True, slots=True)
class Opinion:
    """Who said what a message is about; `who` is empty for one who is not on the staff now."""

    who: str
    by_customer: bool
    topic: TopicView | None


@dataclass(frozen=True, slots=True)
class Question:
    """A message that waits for an admin's word: a ticket's, or one from a file, then by name."""

    id: int
    number: int | None
    file: str
    text: str
    reason: str
    opened_at: datetime
    guess: tuple[tuple[TopicView, float], ...]
    opinions: tuple[Opinion, ...]
    offered: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Where an admin is in the review; without a question nothing waits."""

    question: Question | None
    page: int | None
    today: int
    left: int
    may_undo: bool
    shop: Shop


class TeachingViews:
    """Reads what admins see when they teach the model."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def review(self, tg_id: int, now: datetime) -> ReviewView:
        """What one admin has before them."""
        return await read_review(self._context, tg_id, now)

    async def topics(self, page: str) -> TopicsView:
        """One page of the topics."""
        return await read_topics(self._context, page)


async def read_review(context: Context, tg_id: int, now: datetime) -> ReviewView:
    """What one admin has before them."""
    shop = context.shop
    async with context.store.look() as tx:
        place = await queues.read_setting(tx, place_name(tg_id)) or {}
        row = await tx.get(Review, int(place.get("review") or 0))
        waits = row is not None and row.state == OPEN
        question = await _question(tx, context, row) if row is not None and waits else None
        since = midnight(shop, now)
        return ReviewView(
            question,
            place.get("page"),
            await reviews.decided_since(tx, tg_id, since),
            await reviews.open_count(tx),
            await reviews.last_decided(tx, tg_id, since) is not None,
            shop,
        )


async def _question(tx: Session, context: Context, row: Review) -> Question | None:
    shop, file, opened_at, opinions = context.shop, "", row.created_at, tuple[Opinion, ...]()
    if row.ticket_id is None:
        batch = await tx.get(LabelBatch, row.batch_id)
        file = batch.name if batch is not None else ""
    else:
        found = await tickets.with_customer(tx, row.ticket_id)
        if found is None:
            return None
        ticket, customer = found
        opened_at = ticket.opened_at
        opinions = await _opinions(tx, context, ticket, customer)
    guess = tuple(
        (topic, float(chance))
        for key, chance in row.guess
        if (topic := shop.topics.get(shop.present(str(key))))
    )
    likely = [*(one.topic for one in opinions if one.topic), *(topic for topic, _ in guess)]
    return Question(
        row.id,
        row.ticket_id,
        file,
        row.text,
        row.reason,
        opened_at,
        guess,
        opinions,
        _offered(shop, likely),
    )


async def _opinions(
    tx: Session, context: Context, ticket: Ticket, customer: Customer
) -> tuple[Opinion, ...]:
    """What people said of a ticket's topic, the last word of each kind."""
    said = [one for one in await asking.said_of(tx, [ticket.id]) if one.origin != REVIEW]
    last = {one.origin: one for one in said if one.topic_key != UNFIT}
    return tuple(
        Opinion(
            customer.name if one.origin == PICK else context.directory.find(one.author_tg_id).name,
            one.origin == PICK,
            _topic(context.shop, one.topic_key),
        )
        for one in last.values()
    )


def _offered(shop: Shop, likely: Sequence[TopicView]) -> tuple[TopicView, ...]:
    """The likeliest topics that are offered now, each once."""
    keys = dict.fromkeys([*(one.key for one in likely), *shop.topics])
    return tuple(shop.topics[key] for key in keys if key in shop.topics)[:LIKELIEST]


def _topic(shop: Shop, key: str) -> TopicView | None:
    present = shop.present(key)
    return shop.topics.get(present) or shop.former.get(present)
