"""What becomes of a catalogue file step by step; whoever carries it out reports here."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models.journal import record
from models.store import Session, Store
from models.trade import feeds, filling, flipping
from models.trade.feeds import APPLIED, APPLYING, FAILED, READ, READING, Feed
from services import promises
from services.trade import goods
from services.trade.feeds import folder
from services.trade.goods import Goods

CARD = "feed"
NOBODY = 0
GROWN = 100  # so many steps may make tables much larger
REASONS = (
    *("empty", "archive", "binary", "not-yml", "entities", "broken", "encoding", "columns"),
    *("many", "none", "currency", "disk-full", "gone", "killed", "silent", "unexpected"),
)
Step = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """A file that waits to be read, or whose plan is being carried out."""

    feed_id: int
    file: str
    applying: bool
    done: int


class Carrying:
    """Reads and applies one file after another; each step is one transaction."""

    def __init__(
        self, store: Store, data_dir: Path, known: Goods, currency: Callable[[], str]
    ) -> None:
        self._store = store
        self.data_dir = data_dir
        self._goods = known
        self._currency = currency
        self.on_change: Callable[[], None] = lambda: None

    @property
    def currency(self) -> str:
        """What prices are in."""
        return self._currency()

    def folder_of(self, job: Job) -> Path:
        """Where the file of a job lies."""
        return folder.folder_of(self.data_dir, job.file)

    async def waiting(self) -> Job | None:
        """What is to be done next: first what was begun."""
        async with self._store.look() as tx:
            row = await feeds.next_in(tx, APPLYING) or await feeds.next_in(tx, READING)
        return Job(row.id, row.file, row.state == APPLYING, row.done) if row else None

    async def goes_on(self, job: Job) -> bool:
        """False once it was dropped."""
        async with self._store.look() as tx:
            row = await tx.get(Feed, job.feed_id)
        return row is not None and row.state in (READING, APPLYING)

    async def progress(self, now: datetime, job: Job, stage: str, done: int, total: int) -> None:
        """How far the reading is."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is None or row.state != READING:
                return
            row.found = {"stage": stage[:20]}
            row.done, row.total = done, total
            await self._show(tx, now, row)

    async def read(self, now: datetime, job: Job, found: Mapping[str, Any]) -> None:
        """It was read: what it would change is shown, nothing has changed."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is None or row.state != READING:
                return
            row.state, row.found = READ, dict(found)
            row.done, row.total = 0, int(found["steps"])
            row.revision = int(found["revision"])
            await self._show(tx, now, row)

    async def fail(self, now: datetime, job: Job, why: str, line: int = 0, value: str = "") -> None:
        """It came to nothing."""
        reason = why if why in REASONS else "unexpected"
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is None or row.state not in (READING, APPLYING):
                return
            halfway = row.state == APPLYING and row.done > 0
            row.state, row.settled_at = FAILED, now
            row.found = {"why": reason, "line": line, "value": value[:80], "halfway": halfway}
            record(tx, now, row.author_tg_id, "feed_failed", feed=row.id, why=reason)
            await self._show(tx, now, row)
        await self.clear(job)

    async def step(self, now: datetime, job: Job, number: int, step: Step) -> bool:
        """Write one step of the plan ahead; False when it was written before, or is not wanted."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is None or row.state != APPLYING or row.done != number:
                return False
            await _write(tx, now, row.id, step)
            if number % GROWN == GROWN // 4:
                await filling.look_anew(tx)
            row.done = number + 1
            return True

    async def settle(self, now: datetime, job: Job) -> None:
        """The moment: everything that the file changes has changed."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is None or row.state != APPLYING or row.done < row.total:
                return
            await flipping.flip(tx, row.id, now)
            revision = await goods.changed(tx)
            row.state, row.settled_at = APPLIED, now
            record(tx, now, row.author_tg_id, "feed_applied", feed=row.id, name=row.name)
            await self._show(tx, now, row)
        self._goods.revision = revision
        await self.clear(job)

    async def clear(self, job: Job) -> None:
        """What was prepared and what was kept of the file is needed no more."""
        left = True
        while left:
            async with self._store.change() as tx:
                left = await feeds.sweep(tx, job.feed_id)
        await asyncio.to_thread(folder.forget, self.data_dir, job.file)

    async def shown(self, now: datetime, job: Job) -> None:
        """How far the applying is."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is not None:
                await self._show(tx, now, row)

    async def _show(self, tx: Session, now: datetime, row: Feed) -> None:
        if row.author_tg_id != NOBODY:
            await tx.flush()
            await promises.show(tx, now, row.author_tg_id, CARD, row.id)


async def _write(tx: Session, now: datetime, feed_id: int, step: Step) -> None:
    for what, rows in step.items():
        if what == "categories":
            await filling.put_categories(tx, feed_id, rows)
        elif what == "products":
            await filling.put_products(tx, feed_id, rows, now)
        else:
            kinds = {"gone_products": "product", "gone_categories": "category"}
            await filling.hide(tx, feed_id, kinds[what], list(rows))
