"""Groups: the bot is brought there, told whose they are, loses them, or leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models import groups, inquiries, outbox, queues, watching
from models.groups import WaitingGroup
from models.journal import record
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.incoming import Sender
from services.people import Actor
from services.returning import leave_place
from services.shop import Shop

NOBODY = 0
LOOK_ROUND = timedelta(seconds=5)
REMIND_AFTER = timedelta(hours=1)
LEAVE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Group:
    """A group as Telegram tells it."""

    chat_id: int
    title: str
    is_forum: bool


def queue_lines(shop: Shop, language: str, key: str = "queue-line") -> dict[str, Any]:
    """The queues, one a line, as an argument of a sentence."""
    return {
        "lines": [
            {"key": key, "args": {"name": queue.key, "title": queue.titles[language]}}
            for queue in shop.queues.values()
        ]
    }


class Groups:
    """The bot's own comings and goings."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def is_ours(self, chat_id: int) -> bool:
        """Whether a queue is tied to this group."""
        return any(queue.chat_id == chat_id for queue in self._context.shop.queues.values())

    async def is_strange(self, chat_id: int) -> bool:
        """Whether nothing of ours goes on in a group: no queue, no conversation."""
        if self.is_ours(chat_id):
            return False
        async with self._context.store.look() as tx:
            return not await watching.is_place(tx, chat_id)

    async def brought(self, turn: Turn, actor: Actor, group: Group) -> None:
        """The bot was added to a group: an admin is told how to tie it, a stranger's is left.

        A stranger's group is left a moment later: it may be one of ours that has just migrated.
        """
        welcome = actor.is_at_least("admin")
        async with self._context.store.change(turn) as tx:
            await self._wait(tx, turn, group, actor.tg_id if welcome else NOBODY)
            if welcome:
                lines = queue_lines(self._context.shop, actor.language)
                await promises.say(
                    tx, turn.now, group.chat_id, actor.language, "group-hello", queues=lines
                )

    async def leave_channel(self, turn: Turn, actor: Actor, channel: Group) -> None:
        """The bot was added to a channel, where nobody asks a shop: it goes, and says so."""
        told = f"channel:{channel.chat_id}:{actor.tg_id}"
        async with self._context.store.change(turn) as tx:
            await promises.leave(tx, turn.now, channel.chat_id)
            await promises.tell(
                tx, turn.now, actor, "channel-left", channel=channel.title, join_key=told
            )

    async def heard(self, turn: Turn, group: Group) -> None:
        """Somebody wrote in a group that no queue is tied to."""
        async with self._context.store.look() as tx:
            known = await groups.waiting_group(tx, group.chat_id)
        async with self._context.store.change(turn) as tx:
            if known is None:
                await self._wait(tx, turn, group, NOBODY)

    async def _wait(self, tx: Session, turn: Turn, group: Group, brought_by: int) -> None:
        if self.is_ours(group.chat_id):
            return
        row = await groups.waiting_group(tx, group.chat_id)
        if row is None:
            row = WaitingGroup(chat_id=group.chat_id, title=group.title[:200], since=turn.now)
            tx.add(row)
            row.brought_by = brought_by
        row.brought_by = brought_by or row.brought_by

    async def joined(self, turn: Turn, group: Group, person: Sender) -> None:
        """Somebody came into a group of ours: who is not staff reads customers' words there."""
        known = self._context.directory.find(person.tg_id).staff_id is not None
        async with self._context.store.change(turn) as tx:
            if known or not self.is_ours(group.chat_id):
                return
            for admin in self._context.directory.admins():
                await promises.tell(
                    tx, turn.now, admin, "stranger-joined", name=person.name, group=group.title
                )

    async def lost(self, turn: Turn, group: Group) -> None:
        """The bot was removed: its queues' boards go to the admins, conversations go on."""
        async with self._context.store.change(turn) as tx:
            await groups.wait_no_more(tx, group.chat_id)
            if await lose(tx, self._context, turn.now, group.chat_id):
                record(tx, turn.now, NOBODY, "group_lost", chat=group.chat_id)
        await self._context.book.renew()
        await self._context.show_boards(turn.now)

    async def migrated(self, turn: Turn, old: int, new: int) -> None:
        """A group became a supergroup: its new id takes the old one's place everywhere."""
        async with self._context.store.change(turn) as tx:
            moved = await move(tx, self._context, turn.now, old, new)
        if moved:
            await self._context.book.renew()
            await self._context.show_boards(turn.now)

    async def look_round(self, now: datetime) -> None:
        """Leave strangers' groups, remind of those not tied yet, leave them after a day."""
        async with self._context.store.look() as tx:
            waiting = await groups.waiting_groups(tx, now - LOOK_ROUND)
        due = [row.chat_id for row in waiting if _is_due(row, now)]
        strange = {chat_id: await self.is_strange(chat_id) for chat_id in due}
        if not due:
            return
        async with self._context.store.change() as tx:
            for chat_id in due:
                row = await groups.waiting_group(tx, chat_id)
                if row is not None:
                    await self._decide(tx, row, now, strange[chat_id])

    async def _decide(self, tx: Session, row: WaitingGroup, now: datetime, strange: bool) -> None:
        language = self._context.directory.find(row.brought_by).language
        if not strange:
            await groups.wait_no_more(tx, row.chat_id)
        elif row.brought_by == NOBODY or now - row.since >= LEAVE_AFTER:
            key = "group-not-ours" if row.brought_by == NOBODY else "group-gave-up"
            await promises.say(tx, now, row.chat_id, self._context.shop.language, key)
            await promises.leave(tx, now, row.chat_id)
            await groups.wait_no_more(tx, row.chat_id)
        else:
            row.reminded_at = now
            lines = queue_lines(self._context.shop, language)
            await promises.say(tx, now, row.chat_id, language, "group-remind", queues=lines)


def _is_due(row: WaitingGroup, now: datetime) -> bool:
    if row.brought_by == NOBODY or now - row.since >= LEAVE_AFTER:
        return True
    return row.reminded_at is None and now - row.since >= REMIND_AFTER


async def lose(tx: Session, context: Context, now: datetime, chat_id: int) -> bool:
    """The bot can't write in a staff group any more; False when no queue was tied to it."""
    rows = await queues.queue_of_chat(tx, chat_id)
    for row in rows:
        row.chat_id, row.is_forum = None, False
        for admin in context.directory.admins():
            await promises.tell(
                tx,
                now,
                admin,
                "group-lost",
                queue=row.title(admin.language),
                join_key=f"lost:{row.id}:{admin.tg_id}",
            )
    await outbox.stop_chat(tx, chat_id, "the group is lost", now)
    moved = await leave_place(tx, context, now, chat_id)
    return bool(rows or moved)


async def move(tx: Session, context: Context, now: datetime, old: int, new: int) -> bool:
    """Write a group's new id over its old one; True when a queue is tied to it."""
    rows = await queues.queue_of_chat(tx, old)
    await outbox.move_chat(tx, old, new)
    await inquiries.move_places(tx, old, new)
    await queues.move_chat(tx, old, new)
    known = await groups.waiting_group(tx, old)
    if known is not None:
        new_row = WaitingGroup(
            chat_id=new, title=known.title, brought_by=known.brought_by, since=known.since
        )
        await groups.wait_no_more(tx, old)
        await tx.merge(new_row)
    if rows:
        record(tx, now, NOBODY, "group_migrated", old=old, new=new)
        await promises.say(tx, now, new, context.shop.language, "group-migrated")
    return bool(rows)
