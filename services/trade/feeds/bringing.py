"""Catalogue files as admins bring them: read, looked at, applied or dropped."""

import asyncio
from datetime import datetime, timedelta

from models import outbox
from models.journal import record
from models.store import Session
from models.trade import feeds
from models.trade.feeds import APPLYING, DROPPED, READ, READING, UNDECIDED, Feed
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.trade import goods
from services.trade.feeds import folder
from services.trade.feeds.carrying import CARD, Carrying
from services.trade.feeds.opening import is_catalogue
from services.trade.feeds.terms import currency_of, hides_much, opened

KEPT = timedelta(days=2)


class Feeds:
    """Nothing of a file is in the shop before its author has seen what it would change."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder
        self.carrying = Carrying(
            context.store, self._folder, context.goods, lambda: currency_of(context.shop.facts)
        )

    async def is_catalogue(self, content: bytes) -> bool:
        """Whether a brought file is one, by what it holds."""
        return await asyncio.to_thread(is_catalogue, content)

    async def take(self, turn: Turn, actor: Actor, name: str, content: bytes) -> None:
        """A file came: it is kept, and read in the background."""
        kept = await asyncio.to_thread(folder.keep, self._folder, content)
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            row = opened(turn.now, actor.tg_id, name, kept)
            tx.add(row)
            await tx.flush()
            record(tx, turn.now, actor.tg_id, "feed_brought", feed=row.id)
            await promises.show(tx, turn.now, actor.tg_id, CARD, row.id, anew=True)
        self.carrying.on_change()

    async def apply(self, turn: Turn, actor: Actor, feed_id: int, *, sure: bool) -> None:
        """Carry out what was shown; asked again when much would be hidden.

        When the catalogue has changed since the file was read, it is read anew and shown anew.
        """
        async with self._context.store.change(turn) as tx:
            row = await self._mine(tx, actor, feed_id)
            if row.state != READ:
                raise Refusal("feed-is-over")
            if await feeds.next_in(tx, APPLYING) is not None:
                raise Refusal("feed-busy")
            if row.revision != await goods.revision_of(tx):
                row.state, row.found = READING, {"stage": "again"}
            elif hides_much(row.found) and not sure:
                row.found = {**row.found, "asked": True}
            else:
                row.state = APPLYING
                record(tx, turn.now, actor.tg_id, "feed_applying", feed=feed_id)
            await self._shown(tx, turn, actor, row)
        self.carrying.on_change()

    async def drop(self, turn: Turn, actor: Actor, feed_id: int) -> None:
        """Nothing of it is wanted."""
        async with self._context.store.change(turn) as tx:
            row = await self._mine(tx, actor, feed_id)
            if row.state not in UNDECIDED:
                raise Refusal("feed-is-over")
            row.state, row.settled_at = DROPPED, turn.now
            record(tx, turn.now, actor.tg_id, "feed_dropped", feed=feed_id)
            await self._shown(tx, turn, actor, row)
        self.carrying.on_change()
        await asyncio.to_thread(folder.forget, self._folder, row.file)

    async def faults(self, turn: Turn, actor: Actor, feed_id: int) -> None:
        """Everything that is wrong in the file, as a document."""
        async with self._context.store.change(turn) as tx:
            row = await self._mine(tx, actor, feed_id)
            if row.state != READ:
                raise Refusal("feed-is-over")
            payload = {"feed": row.id, "file": row.file, "count": row.found["faults"]}
            await outbox.promise(tx, actor.tg_id, "document", payload, turn.now)

    async def forget_old(self, now: datetime) -> None:
        """What nobody has decided on for days is dropped, its file as well."""
        async with self._context.store.look() as tx:
            if not await feeds.forgotten(tx, now - KEPT):
                return
        async with self._context.store.change() as tx:
            rows = await feeds.forgotten(tx, now - KEPT)
            for row in rows:
                row.state, row.settled_at = DROPPED, now
            await tx.flush()
            for row in rows:
                if row.author_tg_id:
                    await promises.show(tx, now, row.author_tg_id, CARD, row.id)
        for row in rows:
            await asyncio.to_thread(folder.forget, self._folder, row.file)

    async def _mine(self, tx: Session, actor: Actor, feed_id: int) -> Feed:
        await still_admin(tx, actor)
        row = await feeds.held(tx, feed_id)
        if row is None or row.author_tg_id != actor.tg_id:
            raise Refusal("button-old")
        return row

    async def _shown(self, tx: Session, turn: Turn, actor: Actor, row: Feed) -> None:
        await tx.flush()
        await promises.show(tx, turn.now, actor.tg_id, CARD, row.id)
