"""Labels from files: their batches, stored all at once, taken back all at once."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.labels import IMPORT, Label, LabelBatch
from models.lessons import SAID, SaidLabel

ASKED, STORED, DROPPED, UNDONE = "asked", "stored", "dropped", "undone"
QUEUED = "queued"  # its messages wait in the review
AT_ONCE = 1000


async def held(tx: AsyncSession, batch_id: int) -> LabelBatch | None:
    """One batch, as stored at this moment, for a change."""
    return await tx.get(LabelBatch, batch_id, with_for_update=True, populate_existing=True)


async def put(
    tx: AsyncSession, batch: LabelBatch, labels: Sequence[tuple[str, str]], now: datetime
) -> None:
    """Store the labels of a batch: texts with their topics, a thousand a statement."""
    shared = {
        "batch_id": batch.id,
        "ticket_id": None,
        "origin": IMPORT,
        "author_tg_id": batch.author_tg_id,
        "created_at": now,
    }
    for at in range(0, len(labels), AT_ONCE):
        rows = [
            {**shared, "text": text, "topic_key": topic} for text, topic in labels[at:][:AT_ONCE]
        ]
        await tx.execute(insert(Label), rows)


async def take_back(tx: AsyncSession, batch_id: int) -> None:
    """The labels of a batch go."""
    await tx.execute(delete(Label).where(Label.batch_id == batch_id))


async def last_stored(tx: AsyncSession) -> LabelBatch | None:
    """The batch that was stored last and not taken back."""
    found: LabelBatch | None = await tx.scalar(
        select(LabelBatch)
        .where(LabelBatch.state == STORED)
        .order_by(LabelBatch.settled_at.desc(), LabelBatch.id.desc())
        .limit(1)
    )
    return found


async def waiting_for(tx: AsyncSession, file: str) -> int:
    """How many batches wait that were made from a file."""
    statement = select(func.count()).select_from(LabelBatch)
    mine = (LabelBatch.state == ASKED, LabelBatch.file == file)
    return int(await tx.scalar(statement.where(*mine)) or 0)


async def forgotten(tx: AsyncSession, before: datetime) -> list[LabelBatch]:
    """Batches that nobody has decided on since a moment."""
    statement = select(LabelBatch).where(LabelBatch.state == ASKED, LabelBatch.created_at < before)
    return list((await tx.execute(statement)).scalars())


async def newest_labels(tx: AsyncSession, limit: int) -> list[SaidLabel]:
    """What people said last of messages."""
    statement = select(*SAID).order_by(Label.id.desc()).limit(limit)
    return [SaidLabel(*row) for row in (await tx.execute(statement)).all()]


async def pages(tx: AsyncSession) -> AsyncIterator[list[SaidLabel]]:
    """Every label, oldest first, a page at a time."""
    after = 0
    while True:
        statement = select(*SAID).where(Label.id > after).order_by(Label.id).limit(AT_ONCE)
        rows = (await tx.execute(statement)).all()
        if not rows:
            return
        after = int(rows[-1][0])
        yield [SaidLabel(*row) for row in rows]
