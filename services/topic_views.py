"""What the card of `/topics` shows."""

from dataclasses import dataclass

from models import registry, topic_list
from services.confusion import Confused, confused
from services.context import Context
from services.shop import QueueView, Shop, TopicView
from services.topic_list import LIST

PAGES = ("queue", "merge", "retire")
OFTEN, PAIRS = 3, 3


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
    confused: tuple[Confused, ...]
    subject: TopicLine | None
    shop: Shop

    @property
    def is_former(self) -> bool:
        """Whether the topic of the page is offered no more."""
        return self.subject is not None and self.subject.topic.key in self.shop.former


async def read_topics(context: Context, page: str) -> TopicsView:
    """The page `list`, `ID`, `ID.queue`, `ID.merge`, `ID.merge.OTHER` or `ID.retire`."""
    shop = context.shop
    ref, _, rest = page.partition(".")
    name, _, arg = rest.partition(".")
    async with context.store.look() as tx:
        counts = await topic_list.count_labels(tx)
        pairs = (await topic_list.mistaken(tx)).most_common(2 * PAIRS) if ref == LIST else []
        serving = await registry.serving_versions(tx) if ref == LIST else []
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
        confused(serving[0].figures, shop) if serving else (),
        _line(shop, subject, counts) if subject else None,
        shop,
    )


def _line(shop: Shop, topic: TopicView, counts: dict[str, int]) -> TopicLine:
    queue = shop.queues.get(topic.queue_id) if topic.queue_id is not None else None
    return TopicLine(topic, queue, counts.get(topic.key, 0))
