"""Topics that the model takes for each other, as its stored figures tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from classifier.mistaken import mistaken, read_mistakes
from services.shop import Shop, TopicView

PAIRS = 3


@dataclass(frozen=True, slots=True)
class Confused:
    """`count` of `messages` on one topic were read as another; `back` the other way."""

    topic: TopicView
    taken_for: TopicView
    count: int
    messages: int
    back: int
    others: int

    @property
    def in_one_queue(self) -> bool:
        """Whether the same people answer both."""
        return self.topic.queue_id == self.taken_for.queue_id


def confused(figures: Mapping[str, Any], shop: Shop) -> tuple[Confused, ...]:
    """The worst pairs of topics that are offered now; none where nothing was stored."""
    found = mistaken(read_mistakes(figures.get("mistakes"), shop.merged))
    views = [
        Confused(topic, other, one.count, one.messages, one.back, one.others)
        for one in found
        if (topic := shop.topics.get(one.topic)) and (other := shop.topics.get(one.taken_for))
    ]
    return tuple(views[:PAIRS])
