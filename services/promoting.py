"""What admins do with models: promote, keep the old one, roll back, let good ones pass alone."""

from datetime import datetime
from typing import Any

from models import queues, registry
from models.journal import record
from models.registry import BROKEN, CANDIDATE, DECLINED, KEPT, SERVING, ModelVersion
from models.store import Session
from models.turn import Turn
from services import pointing, promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.registry import NOBODY, Registry

AUTOMATIC = "model_automatic"
PAGES = ("", "confirm", "changes", "back", "list", "quality")


async def is_automatic(tx: Session) -> bool:
    """Whether a model without objections is promoted by itself."""
    return bool((await queues.read_setting(tx, AUTOMATIC) or {}).get("on"))


class Promoting:
    """Every decision about models is an admin's, checked as stored, and in the audit log."""

    def __init__(self, context: Context, models: Registry) -> None:
        self._context = context
        self._models = models

    async def page(self, turn: Turn, actor: Actor, page: str, *, anew: bool = False) -> None:
        """`/model`: the list, or one of its pages."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await promises.show(tx, turn.now, actor.tg_id, _name("model", page), 0, anew=anew)

    async def report(self, turn: Turn, actor: Actor, run_id: int, page: str) -> None:
        """The report of a run, or one of its pages."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            if await registry.run_by_id(tx, run_id) is None:
                raise Refusal("button-old")
            await promises.show(tx, turn.now, actor.tg_id, _name("run", page), run_id)

    async def open_report(self, turn: Turn, actor: Actor, version_id: int) -> None:
        """The report of the run that made a version, posted anew."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            run = await registry.run_of(tx, version_id)
            if run is None:
                raise Refusal("button-old")
            await promises.show(tx, turn.now, actor.tg_id, "run", run.id, anew=True)

    async def promote(self, turn: Turn, actor: Actor, version_id: int, *, sure: bool) -> None:
        """A candidate serves from now on; one with objections only when pressed a second time."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            row = await self._version(tx, version_id, CANDIDATE, DECLINED)
            if objections_of(row) and not sure:
                run = await registry.run_of(tx, row.id)
                if run is not None:
                    await promises.show(tx, turn.now, actor.tg_id, "run/confirm", run.id)
                return
            await self._serve(tx, turn.now, actor, row, "model_promoted", "model-promoted")

    async def promote_by_itself(self, tx: Session, now: datetime, row: ModelVersion) -> bool:
        """A candidate to which the gate has no objection serves, when admins want it so."""
        if row.state != CANDIDATE or objections_of(row) or not await is_automatic(tx):
            return False
        desk = Actor(NOBODY, "")
        await self._serve(tx, now, desk, row, "model_promoted_by_itself", "model-promoted-itself")
        return True

    async def decline(self, turn: Turn, actor: Actor, version_id: int) -> None:
        """The model that serves goes on; the candidate stays in the list."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            row = await self._version(tx, version_id, CANDIDATE)
            row.state, row.settled_at = DECLINED, turn.now
            record(tx, turn.now, actor.tg_id, "model_declined", version=row.version)
            await self._models.shown(tx, turn.now, row.id)

    async def roll_back(self, turn: Turn, actor: Actor, version_id: int) -> None:
        """A model that served before serves again; confirmed on the page before."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            row = await self._version(tx, version_id, KEPT)
            await promises.show(tx, turn.now, actor.tg_id, "model", 0)
            await self._serve(tx, turn.now, actor, row, "model_rolled_back", "model-rolled-back")

    async def switch(self, turn: Turn, actor: Actor) -> None:
        """Let good candidates pass alone, or no longer; the next tap undoes it."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            on = not await is_automatic(tx)
            await queues.write_setting(tx, AUTOMATIC, {"on": on})
            record(tx, turn.now, actor.tg_id, "model_automatic", on=on)
            await promises.show(tx, turn.now, actor.tg_id, "model", 0)
            await self._models.shown(tx, turn.now)

    async def _serve(
        self, tx: Session, now: datetime, actor: Actor, row: ModelVersion, verb: str, key: str
    ) -> None:
        before = await pointing.point(tx, now, row)
        record(tx, now, actor.tg_id, verb, version=row.version, before=before)
        for admin in self._context.directory.admins():
            if admin.tg_id != actor.tg_id:
                words = {"by": actor.name} if actor.tg_id else {}
                await promises.tell(tx, now, admin, key, version=row.version, **words)
        await self._models.shown(tx, now, row.id)

    async def _version(self, tx: Session, version_id: int, *states: str) -> ModelVersion:
        row = await registry.version_by_id(tx, version_id)
        if row is None:
            raise Refusal("button-old")
        if row.state == SERVING:
            raise Refusal("model-serves-already", version=row.version)
        if row.state == BROKEN:
            raise Refusal("model-is-broken", version=row.version)
        if row.state not in states:
            raise Refusal("button-old")
        return row


def objections_of(row: ModelVersion) -> list[dict[str, Any]]:
    """What the gate has against a model."""
    found = row.figures.get("objections")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _name(card: str, page: str) -> str:
    if page.partition(".")[0] not in PAGES:
        raise Refusal("button-old")
    return f"{card}/{page}" if page else card
