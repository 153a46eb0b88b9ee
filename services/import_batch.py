"""A file of labels between its arrival and a decision: read, gone through, shown, forgotten."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from classifier.intake.survey import Known
from classifier.intake.table import IntakeRefused
from models import batches, reviews
from models.batches import ASKED
from models.labels import LabelBatch
from models.store import Session
from models.turn import Turn
from services import import_files, promises
from services.context import Context
from services.errors import Refusal
from services.import_files import FileGone
from services.import_reading import Judge, known_of
from services.import_study import Facts, Study
from services.people import Actor

CARD = "import"
COMPARED, ASKED_BEFORE = 10_000, 2000
T = TypeVar("T")


class Batches:
    """What the stories of imports share; one file is gone through at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder
        self.study = Study(self._folder)
        self._one = asyncio.Lock()

    async def think(self, work: Callable[[Facts], T]) -> T:
        """Slow work, in a thread; what a file can't give is a refusal."""
        facts = await self._facts()
        async with self._one:
            try:
                return await asyncio.to_thread(work, facts)
            except IntakeRefused as error:
                raise Refusal(f"import-refused-{error.why}") from error
            except (FileGone, KeyError) as error:
                raise Refusal("import-gone") from error

    async def mine(self, actor: Actor, batch_id: int) -> LabelBatch:
        """A batch that waits for this person's word."""
        async with self._context.store.look() as tx:
            row = await tx.get(LabelBatch, batch_id)
        if row is None or row.author_tg_id != actor.tg_id:
            raise Refusal("button-old")
        if row.state != ASKED:
            raise Refusal("import-is-over")
        return row

    async def asked(self, tx: Session, batch_id: int) -> LabelBatch:
        """The batch for a change, unless somebody was faster."""
        row = await batches.held(tx, batch_id)
        if row is None or row.state != ASKED:
            raise Refusal("import-is-over")
        return row

    async def show(
        self, tx: Session, turn: Turn, actor: Actor, batch_id: int, page: str = ""
    ) -> None:
        """The card, on one of its pages."""
        card = f"{CARD}/{page}" if page else CARD
        await promises.show(tx, turn.now, actor.tg_id, card, batch_id)

    async def forget(self, file: str) -> None:
        """The file goes, unless another batch waits that was made from it."""
        async with self._context.store.look() as tx:
            if await batches.waiting_for(tx, file):
                return
        await asyncio.to_thread(import_files.forget, self._folder, file)

    async def _facts(self) -> Facts:
        shop, understanding = self._context.shop, self._context.understanding
        async with self._context.store.look() as tx:
            said = await batches.newest_labels(tx, COMPARED)
            asked = [text for _, text, _ in await reviews.newest_texts(tx, ASKED_BEFORE)]
        known: Known = await asyncio.to_thread(known_of, said, shop)
        ours = frozenset(f"user{one.tg_id}" for one in self._context.directory.staff())
        return Facts(shop, known, Judge(understanding.model, shop.merged), ours, asked)
