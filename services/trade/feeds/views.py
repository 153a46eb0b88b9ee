"""What the card of a catalogue file shows."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.trade.feeds import Feed
from services.context import Context
from services.trade.feeds import folder
from services.trade.feeds.folder import PlanGone


@dataclass(frozen=True, slots=True)
class FeedView:
    """A file as it stands; `found` is what the preview tells, or why there is none."""

    id: int
    name: str
    state: str
    done: int
    total: int
    found: Mapping[str, Any]

    def count(self, what: str) -> int:
        """One of the preview's figures."""
        return int(self.found.get("counts", {}).get(what, 0))

    @property
    def changes(self) -> bool:
        """Whether applying it would change anything at all."""
        names = ("products_new", "products_changed", "products_gone", "categories_new")
        return int(self.found.get("steps", 0)) > 0 or any(map(self.count, names))


async def read_feed(context: Context, feed_id: int) -> FeedView | None:
    """One file."""
    async with context.store.look() as tx:
        row = await tx.get(Feed, feed_id)
    return view_of(row) if row is not None else None


def view_of(row: Feed) -> FeedView:
    """A file, for a card."""
    return FeedView(row.id, row.name, row.state, row.done, row.total, row.found)


async def faults_in(context: Context, file: str) -> list[tuple[int, str, str]] | None:
    """What is wrong in a file; None when it is not kept any more."""
    try:
        place = folder.folder_of(context.shelf.folder, file)
        return await asyncio.to_thread(folder.faults_of, place)
    except PlanGone:
        return None
