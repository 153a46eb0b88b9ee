"""Retraining as admins see it: begun, followed, stopped, ended well or badly; one at a time."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models import outbox, registry
from models.journal import record
from models.outbox import CARD
from models.registry import DONE, FAILED, RUNNING, SERVING, STOPPED, ModelVersion, TrainingRun
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.pointing import RETRAINED, Pointer
from services.promoting import Promoting
from services.registry import Registry
from services.training_pace import share

ERRORS = (
    *("no-topic", "too-few", "disk-full", "database", "unexpected"),
    *("killed", "restarted", "silent", "damaged"),
)
PRIVATE = ("changed",)  # people's words stay in the run's folder


@dataclass(frozen=True, slots=True)
class Begun:
    """A retraining to be carried out."""

    run_id: int
    language: str


class Retraining:
    """The story of each retraining; whoever carries it out reports here."""

    def __init__(self, context: Context, models: Registry, promoting: Promoting) -> None:
        self._context = context
        self._models = models
        self._promoting = promoting
        self.on_change: Callable[[], None] = lambda: None

    async def begin(self, turn: Turn, actor: Actor) -> None:
        """Open a retraining; Refusal that names who runs one, and how far it is, when one runs."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            run_id = await registry.open_run(tx, actor.tg_id, turn.now)
            if run_id is None:
                raise self._runs_already(actor, await registry.running(tx))
            record(tx, turn.now, actor.tg_id, "retrain", run=run_id)
            await promises.show(tx, turn.now, actor.tg_id, "run", run_id)
            await self._models.shown(tx, turn.now)
        self.on_change()

    def _runs_already(self, actor: Actor, run: TrainingRun | None) -> Refusal:
        if run is None:
            return Refusal("button-old")
        percent = round(100 * share(run.stage, run.done, run.total))
        if run.author_tg_id == actor.tg_id:
            return Refusal("retrain-runs-yours", percent=str(percent))
        name = self._context.directory.find(run.author_tg_id).name or "—"
        return Refusal("retrain-runs", name=name, percent=str(percent))

    async def stop(self, turn: Turn, actor: Actor, run_id: int) -> None:
        """Give up a retraining that runs; any admin may."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            run = await registry.run_by_id(tx, run_id)
            if run is None or run.state != RUNNING:
                raise Refusal("retrain-is-over")
            run.state, run.finished_at = STOPPED, turn.now
            record(tx, turn.now, actor.tg_id, "retrain_stopped", run=run_id)
            if actor.tg_id != run.author_tg_id:
                author = self._context.directory.find(run.author_tg_id)
                await promises.tell(tx, turn.now, author, "retrain-stopped-by", by=actor.name)
            await self._shown(tx, turn.now, run)
        self.on_change()

    async def waiting(self) -> Begun | None:
        """The retraining that is to be carried out."""
        async with self._context.store.look() as tx:
            run = await registry.running(tx)
            if run is None:
                return None
            return Begun(run.id, self._context.directory.find(run.author_tg_id).language)

    async def goes_on(self, run_id: int) -> bool:
        """False once it was stopped."""
        begun = await self.waiting()
        return begun is not None and begun.run_id == run_id

    async def abandon(self, now: datetime) -> None:
        """At the start: what ran when the program ended runs no more."""
        begun = await self.waiting()
        if begun is not None:
            await self.fail(now, begun.run_id, "restarted")

    async def progress(self, now: datetime, run_id: int, stage: str, done: int, total: int) -> None:
        """How far it is; every card of it shows that."""
        async with self._context.store.change() as tx:
            run = await registry.run_by_id(tx, run_id)
            if run is None or run.state != RUNNING:
                return
            run.stage, run.done, run.total, run.beat_at = stage[:20], done, total, now
            await self._cards(tx, now, run)

    async def fail(self, now: datetime, run_id: int, error: str) -> None:
        """It came to nothing: what serves goes on, and who began it reads why."""
        key = error if error in ERRORS else "unexpected"
        async with self._context.store.change() as tx:
            run = await registry.run_by_id(tx, run_id)
            if run is None or run.state != RUNNING:
                return
            run.state, run.finished_at, run.error = FAILED, now, key
            record(tx, now, run.author_tg_id, "retrain_failed", run=run_id, error=key)
            author = self._context.directory.find(run.author_tg_id)
            why = {"key": f"retrain-error-{key}"}
            await promises.tell(tx, now, author, "retrain-failed", why=why)
            await self._shown(tx, now, run)

    async def finish(
        self, now: datetime, run_id: int, pointer: Pointer, trial: Mapping[str, Any]
    ) -> None:
        """A candidate came of it: registered, reported with pictures, promoted if so wanted."""
        async with self._context.store.change() as tx:
            run = await registry.run_by_id(tx, run_id)
            if run is None or run.state != RUNNING:
                return
            row = await self._registered(tx, now, run, pointer, trial)
            run.state, run.finished_at, run.model_id = DONE, now, row.id
            await tx.flush()
            record(tx, now, run.author_tg_id, "retrained", run=run_id, version=row.version)
            await self._pictures(tx, now, run)
            await self._promoting.promote_by_itself(tx, now, row)
            await self._shown(tx, now, run)

    async def _registered(
        self,
        tx: Session,
        now: datetime,
        run: TrainingRun,
        pointer: Pointer,
        trial: Mapping[str, Any],
    ) -> ModelVersion:
        """The candidate's row; the same model as the one that serves stays as it is."""
        row = await registry.version_named(tx, pointer.version)
        if row is not None and row.state == SERVING:
            return row
        figures = json.loads(json.dumps({k: v for k, v in trial.items() if k not in PRIVATE}))
        return await self._models.register(tx, now, pointer, RETRAINED, run.author_tg_id, figures)

    async def _pictures(self, tx: Session, now: datetime, run: TrainingRun) -> None:
        await outbox.promise(tx, run.author_tg_id, "album", {"run": run.id}, now, priority=CARD)

    async def _shown(self, tx: Session, now: datetime, run: TrainingRun) -> None:
        await self._cards(tx, now, run)
        await promises.show_again(tx, now, "model", 0)

    async def _cards(self, tx: Session, now: datetime, run: TrainingRun) -> None:
        await promises.show(tx, now, run.author_tg_id, "run", run.id)
        await promises.show_again(tx, now, "run", run.id)
