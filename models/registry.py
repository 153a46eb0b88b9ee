"""Trained models, the runs that make them, and which one serves."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

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
