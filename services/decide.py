"""Where a message belongs: pure decisions on plain values, time as an argument."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from classifier.verdict import Verdict
from models.tickets import ASKING, LIVE, OPEN, RESOLVED, WAITING
from services.shop import SMALLTALK, QueueView, Shop

SURE = 0.8
SPLIT_SURE = 0.75
ASK_FOR = timedelta(minutes=3)
REOPEN_WITHIN_HOURS = 72

Place = Literal["join", "reopen", "new", "chat"]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a new ticket goes and how certain that is."""

    queue: QueueView
    topic_key: str | None
    state: str
    certainty: str
    decision: str
    ask_until: datetime | None


def place_of(
    verdict: Verdict | None,
    state: str | None,
    topic_key: str | None,
    resolved_at: datetime | None,
    now: datetime,
    reopen_hours: float = REOPEN_WITHIN_HOURS,
    pointed: bool = False,
    gesture: bool = False,
) -> Place:
    """Join the live ticket, reopen the last one, open a new one, or only chat.

    `state`, `topic_key` and `resolved_at` are those of the ticket that the message may belong to,
    None without one; `pointed`: the customer replied to a message of that very ticket; `gesture`:
    there are no words, only a friendly sticker.
    """
    if state in LIVE:
        return "join"
    if gesture or is_smalltalk(verdict):
        return "chat"
    if state != RESOLVED or not may_reopen(resolved_at, now, reopen_hours):
        return "new"
    unsure = pointed or verdict is None or verdict.decision == "ask"
    same = verdict is not None and verdict.decision == "route" and verdict.topic == topic_key
    return "reopen" if unsure or same else "new"


def may_reopen(
    resolved_at: datetime | None, now: datetime, reopen_hours: float = REOPEN_WITHIN_HOURS
) -> bool:
    """Whether a settled ticket is young enough to be opened again by a message."""
    return resolved_at is not None and now - resolved_at <= timedelta(hours=reopen_hours)


def route_of(verdict: Verdict | None, shop: Shop, now: datetime) -> Route:
    """Where a first message leads: a queue, a question, or triage."""
    if verdict is None or verdict.decision == "ask":
        return Route(shop.triage, None, ASKING, "asking", "ask", now + ASK_FOR)
    queue = shop.queue_of(verdict.topic)
    if verdict.decision == "triage" or queue is None:
        return Route(shop.triage, None, OPEN, "unclear", "triage", None)
    certainty = "sure" if verdict.probability >= SURE else "likely"
    return Route(queue, verdict.topic, OPEN, certainty, "route", None)


def likeliest(runners_up: list[str], shop: Shop) -> tuple[QueueView, str | None]:
    """The best guess when nobody picked: the first topic that leads to a queue."""
    for key in map(shop.present, runners_up):
        queue = shop.queue_of(key)
        if queue is not None:
            return queue, key
    return shop.triage, None


def topic_by_transfer(ranked: Sequence[str], queue: QueueView, shop: Shop) -> str | None:
    """What a transfer tells of the topic: the likeliest one of the queue it went to.

    Nothing when the model's own topic leads there, and nothing of triage, which has no topics.
    """
    if not ranked or queue.is_triage:
        return None
    leads = [shop.queue_of(shop.present(key)) for key in ranked]
    if leads[0] is None or leads[0].id == queue.id:
        return None
    found = [key for key, to in zip(ranked, leads, strict=True) if to and to.id == queue.id]
    return shop.present(found[0]) if found else None


def settles_question(verdict: Verdict | None, state: str, topic_key: str | None) -> bool:
    """Whether a further message says what an untaken ticket without a topic left open."""
    if state not in WAITING or topic_key is not None:
        return False
    return is_sure(verdict)


def is_sure(verdict: Verdict | None) -> bool:
    """Whether a message names a matter that leads to people."""
    return verdict is not None and verdict.decision == "route" and not is_smalltalk(verdict)


def which_of(topic_keys: Sequence[str | None], verdict: Verdict | None) -> int:
    """Of several live tickets, the one that moved last first: which one a message joins."""
    if verdict is not None and names(topic_keys, verdict):
        return topic_keys.index(verdict.topic)
    return 0


def names(topic_keys: Sequence[str | None], verdict: Verdict | None) -> bool:
    """Whether a message is surely about one of these topics."""
    return verdict is not None and is_sure(verdict) and verdict.topic in topic_keys


def is_other_matter(verdict: Verdict | None, topic_key: str | None, shop: Shop) -> bool:
    """Whether a message in a live ticket is surely about something for another queue."""
    if verdict is None or verdict.decision != "route" or topic_key is None:
        return False
    here, there = shop.queue_of(topic_key), shop.queue_of(verdict.topic)
    if here is None or there is None or here.id == there.id:
        return False
    return verdict.probability >= SPLIT_SURE


def is_smalltalk(verdict: Verdict | None) -> bool:
    """A greeting or thanks that needs no ticket."""
    return verdict is not None and verdict.decision == "route" and verdict.topic == SMALLTALK


def sla_mark(opened_at: datetime, due_at: datetime | None, now: datetime) -> str:
    """How a waiting ticket stands against its target: fresh, half, late."""
    if due_at is None:
        return "fresh"
    if now >= due_at:
        return "late"
    return "half" if now - opened_at >= (due_at - opened_at) / 2 else "fresh"


def is_open_question(topic_key: str, shop: Shop) -> bool:
    """Whether a topic can be picked by a customer: it leads to people."""
    return shop.queue_of(topic_key) is not None
