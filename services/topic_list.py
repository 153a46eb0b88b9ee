"""Topics are added, renamed, moved, merged and retired by admins."""

import re
from dataclasses import dataclass
from typing import Any

from models import queues, topic_list
from models.journal import record
from models.labels import EXAMPLE, Label
from models.queues import Topic
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.shop import SMALLTALK

LIST = "list"
TITLE = 60
KEY = 24
LEAST, MOST = 3, 200
EXAMPLE_CHARS = 1000
BULLET = re.compile(r"^\s*(?:[-–—•*]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A topic before it is there: its names, its queue, messages that are about it."""

    titles: tuple[str, str]
    queue_id: int
    examples: tuple[str, ...]


class TopicList:
    """What customers can ask about; every change is an admin's, checked as stored then."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def page(self, turn: Turn, actor: Actor, page: str, *, anew: bool = False) -> None:
        """Show an admin one page of the topics, in private."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await promises.show(tx, turn.now, actor.tg_id, f"topics/{page}", 0, anew=anew)

    async def add(self, tx: Session, turn: Turn, actor: Actor, draft: Draft) -> Topic:
        """A new topic with its examples, within somebody's story."""
        await still_admin(tx, actor)
        queue = self._context.shop.queues.get(draft.queue_id)
        if queue is None or queue.is_triage:
            raise Refusal("button-old")
        rows = await queues.all_topics(tx)
        _refuse_taken(_titles(rows), draft.titles)
        topic = Topic(
            key=key_for(draft.titles[1], {row.key for row in rows}),
            title_ru=draft.titles[0],
            title_en=draft.titles[1],
            queue_id=queue.id,
            position=await topic_list.last_position(tx) + 1,
        )
        tx.add(topic)
        for text in draft.examples:
            tx.add(
                Label(
                    text=text,
                    topic_key=topic.key,
                    origin=EXAMPLE,
                    author_tg_id=actor.tg_id,
                    created_at=turn.now,
                )
            )
        await tx.flush()
        details: dict[str, Any] = {"topic": topic.key, "queue": queue.key}
        record(tx, turn.now, actor.tg_id, "topic_added", examples=len(draft.examples), **details)
        await promises.tell(
            tx,
            turn.now,
            actor,
            "topic-added",
            topic=topic.title(actor.language),
            count=len(draft.examples),
        )
        return topic

    def refuse_taken(self, titles: tuple[str, str]) -> None:
        """Say at once that there is a topic of this name; checked again when it is stored."""
        shop = self._context.shop
        known = [*shop.topics.values(), *shop.former.values()]
        _refuse_taken([title for one in known for title in one.titles.values()], titles)

    def queues_for(self, language: str) -> list[list[str]]:
        """The queues that a topic can lead to: title and number."""
        lines = self._context.shop.queues.values()
        return [[one.titles[language], str(one.id)] for one in lines if not one.is_triage]

    async def create(self, turn: Turn, actor: Actor, draft: Draft) -> None:
        """A new topic from the list of topics."""
        async with self._context.store.change(turn) as tx:
            topic_id = (await self.add(tx, turn, actor, draft)).id
        await self.renewed(turn, actor, str(topic_id), anew=True)

    async def rename(
        self, turn: Turn, actor: Actor, topic_id: int, titles: tuple[str, str]
    ) -> None:
        """Other names; what was learned stays."""
        async with self._context.store.change(turn) as tx:
            topic = await self._topic(tx, actor, topic_id)
            others = [row for row in await queues.all_topics(tx) if row.id != topic_id]
            _refuse_taken(_titles(others), titles)
            record(tx, turn.now, actor.tg_id, "topic_renamed", topic=topic.key, old=topic.title_ru)
            topic.title_ru, topic.title_en = titles
        await self.renewed(turn, actor, str(topic_id), anew=True)

    async def move(self, turn: Turn, actor: Actor, topic_id: int, queue_id: int) -> None:
        """Another queue answers it from now on; tickets that wait stay where they are."""
        queue = self._context.shop.queues.get(queue_id)
        if queue is None or queue.is_triage:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            topic = await self._topic(tx, actor, topic_id)
            old, topic.queue_id = topic.queue_id, queue_id
            details: dict[str, Any] = {"topic": topic.key, "old": old, "new": queue_id}
            record(tx, turn.now, actor.tg_id, "topic_moved", **details)
        await self.renewed(turn, actor, str(topic_id))

    async def merge(self, turn: Turn, actor: Actor, topic_id: int, into_id: int) -> None:
        """A topic becomes part of another; tickets that have it keep it."""
        async with self._context.store.change(turn) as tx:
            topic = await self._topic(tx, actor, topic_id)
            into = await self._topic(tx, actor, into_id)
            if topic.id == into.id or not (topic.active and into.active):
                raise Refusal("button-old")
            topic.active, topic.merged_into = False, into.key
            await topic_list.redirect(tx, topic.key, into.key)
            record(tx, turn.now, actor.tg_id, "topic_merged", topic=topic.key, into=into.key)
        await self.renewed(turn, actor, str(into_id))

    async def retire(self, turn: Turn, actor: Actor, topic_id: int, *, back: bool = False) -> None:
        """Offered and learned no more, or brought back, out of a merger too."""
        async with self._context.store.change(turn) as tx:
            topic = await self._topic(tx, actor, topic_id)
            topic.active, topic.merged_into = back, None
            verb = "topic_brought_back" if back else "topic_retired"
            record(tx, turn.now, actor.tg_id, verb, topic=topic.key)
        await self.renewed(turn, actor, str(topic_id))

    async def renewed(self, turn: Turn, actor: Actor, page: str, *, anew: bool = False) -> None:
        """Everybody sees the topics as they are now: customers' buttons, boards, the admin."""
        await self._context.book.renew()
        async with self._context.store.change() as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"topics/{page}", 0, anew=anew)
        await self._context.show_boards(turn.now)

    async def _topic(self, tx: Session, actor: Actor, topic_id: int) -> Topic:
        await still_admin(tx, actor)
        topic = await topic_list.held(tx, topic_id)
        if topic is None:
            raise Refusal("button-old")
        if topic.key == SMALLTALK:
            raise Refusal("topic-built-in")
        return topic


def _titles(rows: list[Topic]) -> list[str]:
    return [title for row in rows for title in (row.title_ru, row.title_en)]


def _refuse_taken(known: list[str], titles: tuple[str, str]) -> None:
    taken = {title.casefold() for title in known}
    same = [title for title in titles if title.casefold() in taken]
    if same:
        raise Refusal("topic-taken", title=same[0])


def key_for(title: str, taken: set[str]) -> str:
    """A key for a new topic, from its English name; short enough for a button."""
    words = re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")[: KEY - 4].strip("_")
    stem = words or "topic"
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)


def titles_of(text: str) -> tuple[str, str]:
    """The Russian and the English name, a line each; raises Refusal that explains."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) != 2 or any(len(line) > TITLE for line in lines):
        raise Refusal("topic-titles-how")
    return lines[0], lines[1]


def examples_of(text: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Messages, a line each, without bullets and repeats; raises Refusal when they are too few."""
    lines = (BULLET.sub("", line).strip()[:EXAMPLE_CHARS] for line in text.splitlines())
    said = {line.casefold(): line for line in (*known, *lines) if any(map(str.isalpha, line))}
    if len(said) < LEAST:
        raise Refusal("topic-examples-few", count=LEAST - len(known))
    return tuple(line for line in said.values() if line not in known)[:MOST]
