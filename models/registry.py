"""Trained models, the runs that make them, and which one serves."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

POINTER = "serving_model"
CANDIDATE, SERVING, KEPT, DECLINED, BROKEN = "candidate", "serving", "kept", "declined", "broken"
RUNNING, DONE, FAILED, STOPPED = "running", "done", "failed", "stopped"
_GOING = text("state = 'running'")


class ModelVersion(Row):
    """One trained model: its file, what it learned from, how good it is, who made it live."""

    __tablename__ = "model_version"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    version: Mapped[str] = mapped_column(String(60), unique=True)
    file: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    origin: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12), default=CANDIDATE)
    parent: Mapped[str | None] = mapped_column(String(60))
    author_tg_id: Mapped[int] = mapped_column(BigInteger, default=0)
    figures: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    served_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


class TrainingRun(Row):
    """One retraining: who asked, how far it is, what came of it. At most one runs."""

    __tablename__ = "training_run"
    __table_args__ = (
        Index(
            "uq_training_run_running",
            "state",
            unique=True,
            sqlite_where=_GOING,
            postgresql_where=_GOING,
        ),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    author_tg_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12), default=RUNNING)
    stage: Mapped[str] = mapped_column(String(20), default="")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime]
    beat_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(300))
    model_id: Mapped[int | None] = mapped_column(ForeignKey("model_version.id"))


async def version_named(tx: AsyncSession, version: str) -> ModelVersion | None:
    """The model with this version."""
    found: ModelVersion | None = await tx.scalar(
        select(ModelVersion).where(ModelVersion.version == version)
    )
    return found


async def version_by_id(tx: AsyncSession, version_id: int) -> ModelVersion | None:
    """The model with this number, for a change."""
    return await tx.get(ModelVersion, version_id, with_for_update=True, populate_existing=True)


async def versions(tx: AsyncSession, limit: int, offset: int = 0) -> list[ModelVersion]:
    """Models, the newest first."""
    statement = select(ModelVersion).order_by(ModelVersion.id.desc()).limit(limit).offset(offset)
    return list((await tx.execute(statement)).scalars())


async def checksums(tx: AsyncSession) -> frozenset[str]:
    """The checksums of all model files that were ever registered."""
    return frozenset((await tx.execute(select(ModelVersion.sha256))).scalars())


async def count_versions(tx: AsyncSession) -> int:
    """How many models there are."""
    return int(await tx.scalar(select(func.count()).select_from(ModelVersion)) or 0)


async def serving_versions(tx: AsyncSession) -> list[ModelVersion]:
    """The model that serves; more than one only within the change that puts another in place."""
    statement = select(ModelVersion).where(ModelVersion.state == SERVING)
    return list((await tx.execute(statement)).scalars())


async def fallbacks(tx: AsyncSession) -> list[ModelVersion]:
    """What may serve when the pointer's file can't: the one that serves, then those kept."""
    statement = (
        select(ModelVersion)
        .where(ModelVersion.state.in_((SERVING, KEPT)), ModelVersion.served_at.is_not(None))
        .order_by(ModelVersion.served_at.desc(), ModelVersion.id.desc())
    )
    return list((await tx.execute(statement)).scalars())


async def open_run(tx: AsyncSession, author_tg_id: int, now: datetime) -> int | None:
    """Begin a retraining; None when one runs already, whoever was faster."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = (
        insert(TrainingRun)
        .values(
            author_tg_id=author_tg_id,
            state=RUNNING,
            stage="",
            done=0,
            total=0,
            started_at=now,
            beat_at=now,
        )
        .on_conflict_do_nothing(index_elements=["state"], index_where=_GOING)
        .returning(TrainingRun.id)
    )
    found = (await tx.execute(statement)).scalar_one_or_none()
    return int(found) if found is not None else None


async def running(tx: AsyncSession) -> TrainingRun | None:
    """The retraining that runs."""
    found: TrainingRun | None = await tx.scalar(
        select(TrainingRun).where(TrainingRun.state == RUNNING)
    )
    return found


async def run_by_id(tx: AsyncSession, run_id: int) -> TrainingRun | None:
    """One retraining, for a change."""
    return await tx.get(TrainingRun, run_id, with_for_update=True, populate_existing=True)


async def run_of(tx: AsyncSession, version_id: int) -> TrainingRun | None:
    """The latest retraining that made a model."""
    found: TrainingRun | None = await tx.scalar(
        select(TrainingRun)
        .where(TrainingRun.model_id == version_id)
        .order_by(TrainingRun.id.desc())
        .limit(1)
    )
    return found
