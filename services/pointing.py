"""Which model serves: the pointer in the database, and the states of models around it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models import registry
from models.queues import read_setting, write_setting
from models.registry import BROKEN, KEPT, POINTER, SERVING, ModelVersion
from models.store import Session

STARTER, OPERATOR, RETRAINED = "starter", "operator", "retrain"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The model that should serve: its version, its file's name and checksum."""

    version: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A model file that lies on the shelf, with the figures it brought along.

    `own`: the operator put it there to serve; otherwise it stands in for one that can't.
    """

    pointer: Pointer
    figures: dict[str, Any]
    own: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """What may serve, the pointer's model first, and the checksums of all that is known."""

    pointers: tuple[Pointer, ...] = ()
    known: frozenset[str] = frozenset()


async def listed(tx: Session) -> Listed:
    """What a program that starts may serve with."""
    first = await read(tx)
    rows = await registry.fallbacks(tx)
    rest = [_pointer(row) for row in rows if first is None or row.version != first.version]
    pointers = [first, *rest] if first is not None else rest
    return Listed(tuple(pointers), await registry.checksums(tx))


async def read(tx: Session) -> Pointer | None:
    """What should serve; None before the first start, or when the setting makes no sense."""
    stored = await read_setting(tx, POINTER) or {}
    values = [stored.get(name) for name in ("version", "file", "sha256")]
    if not all(isinstance(value, str) and value for value in values):
        return None
    return Pointer(*map(str, values))


async def point(tx: Session, now: datetime, row: ModelVersion) -> str | None:
    """Make a model serve and keep the one that did; the version that served before."""
    before = None
    for other in await registry.serving_versions(tx):
        if other.id != row.id:
            before, other.state, other.settled_at = other.version, KEPT, now
    await tx.flush()
    row.state, row.served_at, row.settled_at = SERVING, now, now
    await tx.flush()
    await write(tx, row)
    return before


async def write(tx: Session, row: ModelVersion) -> None:
    """The pointer names this model."""
    stored = {"version": row.version, "file": row.file, "sha256": row.sha256}
    await write_setting(tx, POINTER, stored)


def _pointer(row: ModelVersion) -> Pointer:
    return Pointer(row.version, row.file, row.sha256)


async def break_off(tx: Session, now: datetime, pointer: Pointer, serving: str) -> bool:
    """The pointer's model can't be loaded: what serves is pointed to again.

    False when the pointer has moved on meanwhile, so that nothing is to be told.
    """
    if await read(tx) != pointer:
        return False
    broken = await registry.version_named(tx, pointer.version)
    if broken is not None:
        broken.state, broken.settled_at = BROKEN, now
        await tx.flush()
    row = await registry.version_named(tx, serving)
    if row is not None:
        row.state = SERVING
        await write(tx, row)
    return True
