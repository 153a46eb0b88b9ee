"""After the fact: wishes in what customers wrote, and the groups that they belong to."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from insight.grouping import Vectors, mean_of, nearest
from models.memory import unread
from models.memory.unread import Said
from models.memory.wishes import FOUND, Wish, WishGroup
from models.queues import read_setting, write_setting
from models.store import Session
from services.context import Context
from services.voice.wish_sense import Sense, packed, unpacked

MARK = "wishes_read"
AT_ONCE = 300
FEW = 50  # so many messages without a wish are read again after a restart, not written down


class WishFinding:
    """Reads new messages once; nobody waits for it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._sense = Sense(context.understanding)
        self._mark: int | None = None
        self._stored = 0

    async def look(self, now: datetime) -> None:
        """New messages, then wishes without a group."""
        await self._find(now)
        await self._group(now)

    async def _find(self, now: datetime) -> None:
        mark = await self._where()
        async with self._context.store.look() as tx:
            said = await unread.said_after(tx, mark, AT_ONCE)
        if not said:
            return
        found = await self._sense.wishes_in([one.text for one in said])
        pairs = [(one, words) for one, words in zip(said, found, strict=True) if words]
        last = said[-1].id
        if pairs or len(said) >= FEW or last - self._stored >= AT_ONCE:
            async with self._context.store.change() as tx:
                still = await unread.still_said(tx, [one for one, _ in pairs])
                for one, words in pairs:
                    if one.id in still:  # reading takes its time: an erasure may have come first
                        await unread.put(tx, _values(one, words))
                await write_setting(tx, MARK, {"message": last})
            self._stored = last
        self._mark = last

    async def _where(self) -> int:
        """How far messages were read; a shop that has just got this begins with the next one."""
        if self._mark is None:
            async with self._context.store.look() as tx:
                kept = await read_setting(tx, MARK)
                newest = await unread.newest_message(tx)
            if kept is None:
                async with self._context.store.change() as tx:
                    await write_setting(tx, MARK, {"message": newest})
            self._mark = self._stored = int((kept or {}).get("message", newest))
        return self._mark

    async def _group(self, now: datetime) -> None:
        async with self._context.store.look() as tx:
            waiting = await unread.ungrouped(tx, AT_ONCE)
        if not waiting:
            return
        vectors = await self._sense.vectors([one.text for one in waiting])
        async with self._context.store.change() as tx:
            known = _Known(await unread.centres(tx), vectors.shape[1])
            for one, vector in zip(waiting, vectors, strict=True):
                row = await tx.get(Wish, one.id, with_for_update=True)
                if row is not None and row.group_id is None and row.text == one.text:
                    row.group_id = await _join(tx, now, known, vector)
            await tx.flush()


class _Known:
    """The groups there are, with their centres as rows."""

    def __init__(self, stored: Sequence[tuple[int, bytes, int]], dimensions: int) -> None:
        read = [(group, unpacked(centre), many) for group, centre, many in stored]
        fits = [one for one in read if one[1].shape == (dimensions,)]
        self.ids = [group for group, _, _ in fits]
        self.many = [many for _, _, many in fits]
        rows = [centre for _, centre, _ in fits]
        self.centres: Vectors = np.stack(rows) if rows else np.empty((0, dimensions), np.float32)

    def add(self, group_id: int, vector: Vectors) -> None:
        """A group of one."""
        self.ids.append(group_id)
        self.many.append(1)
        self.centres = np.vstack((self.centres, vector[None, :]))

    def grow(self, place: int, vector: Vectors) -> Vectors:
        """A group with one member more; its new centre."""
        self.centres[place] = mean_of(self.centres[place], self.many[place], vector)
        self.many[place] += 1
        grown: Vectors = self.centres[place]
        return grown


async def _join(tx: Session, now: datetime, known: _Known, vector: Vectors) -> int:
    """The nearest group that is near enough, else a new one."""
    place = nearest(known.centres, vector)
    group = await tx.get(WishGroup, known.ids[place]) if place is not None else None
    if place is not None and group is not None:
        group.centre, group.changed_at = packed(known.grow(place, vector)), now
        return group.id
    made = WishGroup(
        ref=secrets.token_urlsafe(9), created_at=now, changed_at=now, centre=packed(vector)
    )
    tx.add(made)
    await tx.flush()
    known.add(made.id, vector)
    return made.id


def _values(one: Said, words: str) -> dict[str, Any]:
    return {
        "customer_id": one.customer_id,
        "ticket_id": one.ticket_id,
        "message_id": one.id,
        "product_id": one.product_id,
        "text": words,
        "origin": FOUND,
        "created_at": one.at,
    }
