"""Tying a group to a queue: this is where its tickets are worked on."""

from dataclasses import dataclass
from typing import Any

from models import groups, queues
from models.journal import record
from models.queues import Queue
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.groups import Group, queue_lines
from services.people import Actor
from services.shop import QueueView, Shop


@dataclass(frozen=True, slots=True)
class BotRights:
    """What the bot may do in a group."""

    is_admin: bool
    manages_topics: bool
    pins: bool
    deletes: bool
    reads_all: bool


def needed(rights: BotRights, is_forum: bool) -> tuple[str, ...]:
    """Rights without which a group can't be worked in; keys of sentences."""
    if not is_forum:
        return ()
    lacking = [] if rights.manages_topics else ["right-topics"]
    if not (rights.is_admin or rights.reads_all):
        lacking.append("right-read")
    return tuple(lacking)


def wished(rights: BotRights) -> tuple[str, ...]:
    """Rights without which the board works less well; keys of sentences."""
    named = (("right-pin", rights.pins), ("right-delete", rights.deletes))
    return tuple(key for key, granted in named if not granted)


def find_queue(shop: Shop, words: str) -> QueueView | None:
    """The queue that somebody names by its key or its title."""
    said = " ".join(words.split()).casefold()
    for queue in shop.queues.values():
        if said in (queue.key.casefold(), *(title.casefold() for title in queue.titles.values())):
            return queue
    return None


class Binding:
    """What `/bind` does."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def bind(
        self, turn: Turn, actor: Actor, group: Group, rights: BotRights, words: str
    ) -> None:
        """Tie a group to a queue; its board is posted there, the old chat's says it moved.

        Raises Refusal that lists the queues, or names each right that is missing.
        """
        queue = find_queue(self._context.shop, words)
        if queue is None:
            raise Refusal("bind-how", queues=queue_lines(self._context.shop, actor.language))
        lacking = needed(rights, group.is_forum)
        if lacking:
            everything = lacking + wished(rights)
            raise Refusal("bind-rights", rights=_lines(everything))
        async with self._context.store.change(turn) as tx:
            row = await tx.get(Queue, queue.id)
            if row is not None:
                await self._tie(tx, turn, actor, group, row)
            await self._tell(tx, turn, actor, group, queue, wished(rights))
        await self._context.book.renew()
        await self._context.show_boards(turn.now, queue.id)

    async def _tie(self, tx: Session, turn: Turn, actor: Actor, group: Group, row: Queue) -> None:
        old = row.chat_id
        row.chat_id, row.is_forum = group.chat_id, group.is_forum
        for other in await queues.queue_of_chat(tx, group.chat_id):
            other.is_forum = group.is_forum
        await groups.wait_no_more(tx, group.chat_id)
        record(tx, turn.now, actor.tg_id, "bind", queue=row.key, chat=group.chat_id)
        if old is not None and old != group.chat_id:
            language = self._context.shop.language
            await promises.say(tx, turn.now, old, language, "bind-moved", queue=row.title(language))

    async def _tell(
        self,
        tx: Session,
        turn: Turn,
        actor: Actor,
        group: Group,
        queue: QueueView,
        lacking: tuple[str, ...],
    ) -> None:
        language = self._context.shop.language
        key = "bind-done-forum" if group.is_forum else "bind-done"
        await promises.say(tx, turn.now, group.chat_id, language, key, queue=queue.titles[language])
        if lacking:
            await promises.say(
                tx, turn.now, group.chat_id, language, "bind-wishes", rights=_lines(lacking)
            )
        for admin in self._context.directory.admins():
            if admin.tg_id != actor.tg_id:
                await promises.tell(
                    tx,
                    turn.now,
                    admin,
                    "bind-told",
                    queue=queue.titles[admin.language],
                    group=group.title,
                    name=actor.name,
                )

    async def rights_changed(self, turn: Turn, group: Group, rights: BotRights) -> None:
        """The bot's rights in a group of ours changed: what is missing now is named there."""
        lacking = needed(rights, group.is_forum) + wished(rights)
        ours = any(queue.chat_id == group.chat_id for queue in self._context.shop.queues.values())
        async with self._context.store.change(turn) as tx:
            if ours and lacking:
                language = self._context.shop.language
                await promises.say(
                    tx, turn.now, group.chat_id, language, "bind-wishes", rights=_lines(lacking)
                )


def _lines(keys: tuple[str, ...]) -> dict[str, Any]:
    return {"lines": [{"key": key} for key in keys]}
