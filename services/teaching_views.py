"""What the cards of `/review` and `/topics` show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models import asking, catalogue, queues, reviews, tickets
from models.labels import PICK, REVIEW, UNFIT
from models.reviews import OPEN, Review
from models.store import Session
from services.catalogue import LIST
from services.context import Context
from services.reviewing import midnight, place_name
from services.shop import QueueView, Shop, TopicView

PAGES = ("queue", "merge", "retire")
LIKELIEST = 5
OFTEN, PAIRS = 3, 3


@dataclass(frozen=True, slots=True)
class Opinion:
    """Who said what a message is about; `who` is empty for one who is not on the staff now."""

    who: str
    by_customer: bool
    topic: TopicView | None


@dataclass(frozen=True, slots=True)
class Question:
    """A message that waits for an admin's word."""

    id: int
    number: int
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


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic with its queue and the number of its labels."""

    topic: TopicView
    queue: QueueView | None
    labels: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    """One page of the topics; `subject` is None on the list."""

    page: str
    arg: str
    lines: tuple[TopicLine, ...]
    former: tuple[TopicLine, ...]
    mistaken: tuple[tuple[TopicView, TopicView, int], ...]
    subject: TopicLine | None
    shop: Shop

    @property
    def is_former(self) -> bool:
        """Whether the topic of the page is offered no more."""
        return self.subject is not None and self.subject.topic.key in self.shop.former


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
    found = await tickets.with_customer(tx, row.ticket_id)
    if found is None:
        return None
    ticket, customer = found
    shop = context.shop
    said = [one for one in await asking.said_of(tx, [row.ticket_id]) if one.origin != REVIEW]
    last = {one.origin: one for one in said if one.topic_key != UNFIT}
    opinions = tuple(
        Opinion(
            customer.name if one.origin == PICK else context.directory.find(one.author_tg_id).name,
            one.origin == PICK,
            _topic(shop, one.topic_key),
        )
        for one in last.values()
    )
    guess = tuple(
        (topic, float(chance))
        for key, chance in row.guess
        if (topic := shop.topics.get(shop.present(str(key))))
    )
    likely = [*(one.topic for one in opinions if one.topic), *(topic for topic, _ in guess)]
    return Question(
        row.id,
        row.ticket_id,
        row.text,
        row.reason,
        ticket.opened_at,
        guess,
        opinions,
        _offered(shop, likely),
    )


def _offered(shop: Shop, likely: Sequence[TopicView]) -> tuple[TopicView, ...]:
    """The likeliest topics that are offered now, each once."""
    keys = dict.fromkeys([*(one.key for one in likely), *shop.topics])
    return tuple(shop.topics[key] for key in keys if key in shop.topics)[:LIKELIEST]


def _topic(shop: Shop, key: str) -> TopicView | None:
    present = shop.present(key)
    return shop.topics.get(present) or shop.former.get(present)


async def read_topics(context: Context, page: str) -> TopicsView:
    """The page `list`, `ID`, `ID.queue`, `ID.merge`, `ID.merge.OTHER` or `ID.retire`."""
    shop = context.shop
    ref, _, rest = page.partition(".")
    name, _, arg = rest.partition(".")
    async with context.store.look() as tx:
        counts = await catalogue.count_labels(tx)
        pairs = (await catalogue.mistaken(tx)).most_common(2 * PAIRS) if ref == LIST else []
    subject = shop.topic_by_id(int(ref)) if ref.isdigit() else None
    overlaps = [
        (one, other, count)
        for (left, right), count in pairs
        if (one := shop.topics.get(shop.present(left)))
        and (other := shop.topics.get(shop.present(right)))
        and one is not other
        and count >= OFTEN
    ]
    return TopicsView(
        name if name in PAGES else "",
        arg,
        tuple(_line(shop, one, counts) for one in shop.topics.values()),
        tuple(_line(shop, one, counts) for one in shop.former.values()),
        tuple(overlaps[:PAIRS]),
        _line(shop, subject, counts) if subject else None,
        shop,
    )


def _line(shop: Shop, topic: TopicView, counts: dict[str, int]) -> TopicLine:
    queue = shop.queues.get(topic.queue_id) if topic.queue_id is not None else None
    return TopicLine(topic, queue, counts.get(topic.key, 0))
