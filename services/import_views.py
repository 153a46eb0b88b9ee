"""What the card of a brought file shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from classifier.intake.columns import NONE
from models import batches
from models.batches import QUEUED, STORED
from models.labels import LabelBatch
from services.context import Context
from services.shop import Shop


@dataclass(frozen=True, slots=True)
class ImportView:
    """A batch on one of its pages; `may_undo`: it was stored last, or waits in the review."""

    id: int
    name: str
    state: str
    found: Mapping[str, Any]
    page: str
    arg: int
    may_undo: bool
    shop: Shop

    @property
    def is_without_topics(self) -> bool:
        """Whether nothing of it can be learned before somebody says what it is about."""
        return self.found.get("label") == NONE


async def read_import(context: Context, batch_id: int, page: str) -> ImportView | None:
    """One batch; the page is empty, `doubts`, `labels`, `label.N`, `clashes` or `sources`."""
    async with context.store.look() as tx:
        row = await tx.get(LabelBatch, batch_id)
        last = await batches.last_stored(tx)
    if row is None:
        return None
    name, _, arg = page.partition(".")
    return ImportView(
        row.id,
        row.name,
        row.state,
        row.found,
        name,
        int(arg) if arg.isdigit() else 0,
        row.state == QUEUED or (row.state == STORED and last is not None and last.id == row.id),
        context.shop,
    )
