"""A file that no conversation is about: taken, read and carried out by one program."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from models.trade import feeds
from models.trade.feeds import APPLYING, DROPPED, READ, UNDECIDED, Feed
from services.trade.feeds.carrying import NOBODY, Carrying, Job
from services.trade.feeds.gathering import Say
from services.trade.feeds.planning import plan
from services.trade.feeds.terms import opened
from services.trade.feeds.views import FeedView, view_of


class Alone(Carrying):
    """What a bot does by and by, done here and now."""

    async def take(self, now: datetime, name: str, file: str) -> Job:
        """A file that no conversation is about."""
        async with self._store.change() as tx:
            row = opened(now, NOBODY, name, file)
            tx.add(row)
            await tx.flush()
            return Job(row.id, file, applying=False, done=0)

    async def plan(self, job: Job, say: Say) -> dict[str, Any]:
        """Read it here and now; FeedRefused when it is not taken."""
        return await plan(self._store, self.folder_of(job), self.currency, say)

    async def begin(self, job: Job) -> Job:
        """Carry out what was shown."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is not None and row.state == READ:
                row.state = APPLYING
        return replace(job, applying=True)

    async def drop(self, now: datetime, job: Job) -> None:
        """Nothing of it is wanted."""
        async with self._store.change() as tx:
            row = await feeds.held(tx, job.feed_id)
            if row is not None and row.state in UNDECIDED:
                row.state, row.settled_at = DROPPED, now
        await self.clear(job)

    async def view(self, job: Job) -> FeedView | None:
        """The file as it stands."""
        async with self._store.look() as tx:
            row = await tx.get(Feed, job.feed_id)
        return view_of(row) if row is not None else None
