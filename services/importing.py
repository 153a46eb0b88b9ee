"""`/import`: what a file holds is looked at, and stored only when confirmed, all or none."""

from datetime import datetime, timedelta
from typing import Any

from classifier.intake.columns import NONE
from models import batches, reviews
from models.batches import ASKED, DROPPED, QUEUED, STORED, UNDONE
from models.journal import record
from models.labels import LabelBatch
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.import_batch import CARD, Batches
from services.import_choices import ImportChoices
from services.import_questions import Question
from services.invitations import still_admin
from services.people import Actor
from services.worth import MOST

KEPT = timedelta(days=2)
NAME = 80


class Importing:
    """Files of labels; nothing counts before its author has seen what it would teach."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._batches = Batches(context)
        self.choices = ImportChoices(context, self._batches)

    async def take(self, turn: Turn, actor: Actor, name: str, content: bytes) -> None:
        """A file came: the card that shows what is in it, or a refusal that says why not."""
        study = self._batches.study
        file, found = await self._batches.think(lambda facts: study.open(content, facts))
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = LabelBatch(
                author_tg_id=actor.tg_id,
                name=name[:NAME],
                file=file,
                state=ASKED,
                found=found,
                created_at=turn.now,
            )
            tx.add(batch)
            await tx.flush()
            record(tx, turn.now, actor.tg_id, "import_asked", batch=batch.id)
            await promises.show(tx, turn.now, actor.tg_id, CARD, batch.id, anew=True)

    async def store(self, turn: Turn, actor: Actor, batch_id: int) -> None:
        """All that the card counts becomes labels, or waits in the review, once, in one change."""
        row = await self._batches.mine(actor, batch_id)
        if "told" not in row.found:
            raise Refusal("button-old")
        story = self._queue if row.found["label"] == NONE else self._teach
        await story(turn, actor, row)
        await self._batches.forget(row.file)

    async def _teach(self, turn: Turn, actor: Actor, row: LabelBatch) -> None:
        study, batch_id = self._batches.study, row.id
        labels = await self._batches.think(lambda facts: study.labels(row.file, row.found, facts))
        if not labels:
            raise Refusal("import-nothing")
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = await self._batches.asked(tx, batch_id)
            before = await batches.last_stored(tx)
            await batches.put(tx, batch, labels, turn.now)
            batch.state, batch.settled_at = STORED, turn.now
            batch.found = {"stored": len(labels)}
            record(tx, turn.now, actor.tg_id, "import_stored", batch=batch_id, count=len(labels))
            await tx.flush()
            if before is not None:
                await promises.show(tx, turn.now, before.author_tg_id, CARD, before.id)
            await self._batches.show(tx, turn, actor, batch_id)

    async def _queue(self, turn: Turn, actor: Actor, row: LabelBatch) -> None:
        """Of the messages nothing is kept but the words."""
        study, batch_id = self._batches.study, row.id
        asked = await self._batches.think(lambda facts: study.questions(row.file, row.found, facts))
        if not asked:
            raise Refusal("import-nothing")
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = await self._batches.asked(tx, batch_id)
            await reviews.put(tx, batch_id, [_review(one) for one in asked], turn.now)
            await reviews.keep_best(tx, MOST)
            batch.state, batch.settled_at = QUEUED, turn.now
            batch.found = {"stored": len(asked)}
            record(tx, turn.now, actor.tg_id, "import_queued", batch=batch_id, count=len(asked))
            await tx.flush()
            await self._batches.show(tx, turn, actor, batch_id)

    async def drop(self, turn: Turn, actor: Actor, batch_id: int) -> None:
        """Nothing of it is wanted."""
        row = await self._batches.mine(actor, batch_id)
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = await self._batches.asked(tx, batch_id)
            batch.state, batch.settled_at, batch.found = DROPPED, turn.now, {}
            record(tx, turn.now, actor.tg_id, "import_dropped", batch=batch_id)
            await tx.flush()
            await self._batches.show(tx, turn, actor, batch_id)
        await self._batches.forget(row.file)

    async def undo(self, turn: Turn, actor: Actor, batch_id: int) -> None:
        """The labels of the file that was stored last go; or what waits of one in the review."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = await batches.held(tx, batch_id)
            if batch is None or batch.author_tg_id != actor.tg_id:
                raise Refusal("import-is-over")
            if batch.state not in (STORED, QUEUED):
                raise Refusal("import-is-over")
            await (_take_out if batch.state == QUEUED else _take_back)(tx, batch)
            record(tx, turn.now, actor.tg_id, "import_undone", batch=batch_id)
            await tx.flush()
            turn.toast = Toast("toast-done")
            await self._batches.show(tx, turn, actor, batch_id)

    async def forget_old(self, now: datetime) -> None:
        """What nobody has decided on for days is dropped, its file as well."""
        async with self._context.store.look() as tx:
            if not await batches.forgotten(tx, now - KEPT):
                return
        async with self._context.store.change() as tx:
            rows = await batches.forgotten(tx, now - KEPT)
            for row in rows:
                row.state, row.settled_at, row.found = DROPPED, now, {}
            await tx.flush()
            for row in rows:
                await promises.show(tx, now, row.author_tg_id, CARD, row.id)
        for row in rows:
            await self._batches.forget(row.file)


async def _take_back(tx: Session, batch: LabelBatch) -> None:
    last = await batches.last_stored(tx)
    if last is None or last.id != batch.id:
        raise Refusal("import-not-last")
    await batches.take_back(tx, batch.id)
    batch.state = UNDONE


async def _take_out(tx: Session, batch: LabelBatch) -> None:
    """What somebody has said of its messages stays."""
    count = await reviews.take_out(tx, batch.id)
    if not count:
        raise Refusal("import-all-said")
    batch.state, batch.found = UNDONE, {"stored": count, "queued": True}


def _review(one: Question) -> dict[str, Any]:
    return {
        "text": one.text,
        "worth": one.worth.much,
        "reason": one.worth.reason,
        "guess": [[key, round(chance, 4)] for key, chance in one.guess],
    }
