"""The shop as the desk knows it: a snapshot of queues, topics and facts, renewed when changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from models import queues
from models.queues import TRIAGE, Queue, Topic
from models.store import Session, Store
from services.hours import Hours, parse_hours
from services.shop_file import ShopSeed

FACTS = "shop"
SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class QueueView:
    """A queue at one moment."""

    id: int
    key: str
    titles: Mapping[str, str]
    hours: Hours
    target_minutes: int
    chat_id: int | None
    is_forum: bool
    typical_minutes: int | None

    @property
    def is_triage(self) -> bool:
        """Whether people sort here what nothing else fits."""
        return self.key == TRIAGE

    def due(self, now: datetime) -> datetime | None:
        """When a message that came now should be answered."""
        return self.hours.after(now, self.target_minutes)


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic at one moment; `queue_id` is None when it makes no ticket."""

    id: int
    key: str
    titles: Mapping[str, str]
    queue_id: int | None
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that the shop set up."""

    facts: Mapping[str, Any]
    zone: ZoneInfo
    queues: Mapping[int, QueueView]
    topics: Mapping[str, TopicView]
    former: Mapping[str, TopicView] = field(default_factory=dict)

    @property
    def merged(self) -> dict[str, str]:
        """What topics that are no more have become part of."""
        return {key: one.merged_into for key, one in self.former.items() if one.merged_into}

    def present(self, topic_key: str) -> str:
        """A topic under the key it has today: that of the one it was merged into."""
        known = self.former.get(topic_key)
        return known.merged_into if known and known.merged_into else topic_key

    @property
    def language(self) -> str:
        """The language of the staff groups."""
        return str(self.facts.get("language", "ru"))

    @property
    def triage(self) -> QueueView:
        """The queue for what is unclear."""
        return next(queue for queue in self.queues.values() if queue.key == TRIAGE)

    def queue_by_key(self, key: str) -> QueueView | None:
        """The queue with a key."""
        return next((queue for queue in self.queues.values() if queue.key == key), None)

    def topic_by_id(self, topic_id: int | None) -> TopicView | None:
        """The topic with an id; a ticket keeps one that is offered no more."""
        known = chain(self.topics.values(), self.former.values())
        return next((topic for topic in known if topic.id == topic_id), None)

    def queue_of(self, topic_key: str) -> QueueView | None:
        """Where a topic leads; None for small talk and unknown topics."""
        topic = self.topics.get(topic_key)
        if topic is None or topic.queue_id is None:
            return None
        return self.queues[topic.queue_id]

    @property
    def routes(self) -> dict[str, str | None]:
        """Queue key by topic key, as the classifier wants it."""
        return {key: queue.key if (queue := self.queue_of(key)) else None for key in self.topics}


class ShopBook:
    """Holds the present snapshot."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shop: Shop | None = None

    @property
    def shop(self) -> Shop:
        """The shop as it is now."""
        if self._shop is None:
            raise RuntimeError("the shop is read at the start, before anything else")
        return self._shop

    async def renew(self) -> Shop:
        """Read the shop from the database."""
        async with self._store.look() as tx:
            facts = await queues.read_setting(tx, FACTS) or {}
            zone = ZoneInfo(str(facts.get("time_zone", "UTC")))
            lines = {queue.id: _queue_view(queue, zone) for queue in await queues.all_queues(tx)}
            rows = await queues.all_topics(tx)
        topics, former = (
            {row.key: _topic_view(row) for row in rows if row.active is offered}
            for offered in (True, False)
        )
        self._shop = Shop(facts, zone, lines, topics, former)
        return self._shop


async def seed(tx: Session, shop: ShopSeed) -> bool:
    """Write the shop's file into an empty database; False when there is a shop already."""
    if await queues.read_setting(tx, FACTS) is not None:
        return False
    await queues.write_setting(tx, FACTS, dict(shop.facts))
    ids: dict[str, int] = {}
    for position, line in enumerate(shop.queues):
        row = Queue(
            key=line.key,
            title_ru=line.title_ru,
            title_en=line.title_en,
            hours=dict(line.hours),
            target_minutes=line.target_minutes,
            position=position,
        )
        tx.add(row)
        await tx.flush()
        ids[line.key] = row.id
    for position, topic in enumerate(shop.topics):
        tx.add(
            Topic(
                key=topic.key,
                title_ru=topic.title_ru,
                title_en=topic.title_en,
                queue_id=ids[topic.queue] if topic.queue else None,
                position=position,
            )
        )
    return True


def _queue_view(queue: Queue, zone: ZoneInfo) -> QueueView:
    return QueueView(
        queue.id,
        queue.key,
        {"ru": queue.title_ru, "en": queue.title_en},
        parse_hours(queue.hours, zone),
        queue.target_minutes,
        queue.chat_id,
        queue.is_forum,
        queue.typical_minutes,
    )


def _topic_view(topic: Topic) -> TopicView:
    titles = {"ru": topic.title_ru, "en": topic.title_en}
    return TopicView(topic.id, topic.key, titles, topic.queue_id, topic.merged_into)
