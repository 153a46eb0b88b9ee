"""The models of a shop: registered, noticed when another is to serve, put in place, refused."""

import asyncio
from collections.abc import Collection
from datetime import datetime
from typing import Any

import structlog

from models import registry
from models.journal import record
from models.registry import CANDIDATE, ModelVersion
from models.store import Session
from services import pointing, promises
from services.context import Context
from services.pointing import OPERATOR, STARTER, Kept, Pointer
from services.shelf import Shelf, Unfit

log = structlog.get_logger()
NOBODY = 0


class Registry:
    """Keeps what serves in step with the pointer in the database."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._shelf: Shelf = context.shelf
        self._turn = asyncio.Lock()

    @property
    def serving(self) -> str:
        """The version that this program serves with now."""
        return self._context.understanding.model.version

    async def open(self, tx: Session, now: datetime, kept: Kept) -> None:
        """At the start: what serves is registered; a model of the operator's own takes over.

        A pointer to another model stays: `look` tries it, and says why when it can't serve.
        """
        row = await registry.version_named(tx, kept.pointer.version)
        pointed = await pointing.read(tx) is not None
        if row is not None and pointed:
            return
        if row is None:
            origin = OPERATOR if await registry.count_versions(tx) else STARTER
            row = await self.register(tx, now, kept.pointer, origin, NOBODY, kept.figures)
        if pointed and not kept.own:
            return
        before = await pointing.point(tx, now, row)
        record(tx, now, NOBODY, "model_opened", version=row.version, before=before)

    async def register(
        self,
        tx: Session,
        now: datetime,
        pointer: Pointer,
        origin: str,
        author: int,
        figures: dict[str, Any],
    ) -> ModelVersion:
        """A model enters the list as a candidate; one that was listed is a candidate again."""
        row = await registry.version_named(tx, pointer.version)
        if row is None:
            row = ModelVersion(version=pointer.version, created_at=now)
            tx.add(row)
        row.file, row.sha256, row.origin = pointer.file, pointer.sha256, origin
        row.author_tg_id, row.figures, row.state = author, figures, CANDIDATE
        row.parent = self.serving if self.serving != pointer.version else None
        await tx.flush()
        record(tx, now, author, "model_registered", version=row.version, origin=origin)
        return row

    async def look(self, now: datetime) -> None:
        """When another model is to serve, load it beside the old one and put it in place."""
        async with self._turn:
            async with self._context.store.look() as tx:
                pointer = await pointing.read(tx)
            if pointer is None or pointer.version == self.serving:
                return
            try:
                model = await self.take(pointer)
            except Unfit as error:
                await self._refused(now, pointer, error)
                return
            before, self._context.understanding.model = self.serving, model
            log.info("model_swapped", before=before, after=model.version)

    async def take(self, pointer: Pointer) -> Any:
        """The pointer's model, loaded in a thread; raises Unfit."""
        topics: Collection[str] = self._context.shop.topics.keys()
        return await asyncio.to_thread(self._shelf.take, pointer.file, pointer.sha256, topics)

    async def _refused(self, now: datetime, pointer: Pointer, error: Unfit) -> None:
        """The old model goes on; the pointer comes back to it, and the admins are told."""
        log.error("model_refused", version=pointer.version, why=error.why, said=str(error))
        async with self._context.store.change() as tx:
            if not await pointing.break_off(tx, now, pointer, self.serving):
                return
            record(tx, now, NOBODY, "model_broken", version=pointer.version, why=error.why)
            for admin in self._context.directory.admins():
                await promises.tell(
                    tx,
                    now,
                    admin,
                    "model-refused",
                    version=pointer.version,
                    why={"key": f"model-{error.why}"},
                    serving=self.serving,
                )
            await self.shown(tx, now)

    async def shown(self, tx: Session, now: datetime, version_id: int | None = None) -> None:
        """Cards that tell of models show what is so now."""
        await promises.show_again(tx, now, "model", 0)
        run = await registry.run_of(tx, version_id) if version_id is not None else None
        if run is not None:
            await promises.show(tx, now, run.author_tg_id, "run", run.id)
            await promises.show_again(tx, now, "run", run.id)
