"""Topics and the queues they lead to."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, String, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

TRIAGE = "triage"


class Queue(Row):
    """A line of tickets with its people, hours, target and staff chat."""

    __tablename__ = "queue"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    title_ru: Mapped[str] = mapped_column(String(100))
    title_en: Mapped[str] = mapped_column(String(100))
    hours: Mapped[dict[str, Any]] = mapped_column(JSON)
    target_minutes: Mapped[int]
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    is_forum: Mapped[bool] = mapped_column(default=False)
    board_posted_at: Mapped[datetime | None]
    typical_minutes: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)

    def title(self, language: str) -> str:
        """The queue's name in a language."""
        return self.title_en if language == "en" else self.title_ru


class Topic(Row):
    """What an inquiry can be about."""

    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    title_ru: Mapped[str] = mapped_column(String(100))
    title_en: Mapped[str] = mapped_column(String(100))
    queue_id: Mapped[int | None] = mapped_column(ForeignKey("queue.id"))
    active: Mapped[bool] = mapped_column(default=True)
    merged_into: Mapped[str | None] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)

    def title(self, language: str) -> str:
        """The topic's name in a language."""
        return self.title_en if language == "en" else self.title_ru


class Setting(Row):
    """One named fact about the shop."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[dict[str, Any]] = mapped_column(JSON)


async def all_queues(tx: AsyncSession) -> list[Queue]:
    """Every queue, in the shop's order."""
    return list((await tx.execute(select(Queue).order_by(Queue.position, Queue.id))).scalars())


async def all_topics(tx: AsyncSession) -> list[Topic]:
    """Every topic, in the shop's order."""
    return list((await tx.execute(select(Topic).order_by(Topic.position, Topic.id))).scalars())


async def queue_of_chat(tx: AsyncSession, chat_id: int) -> list[Queue]:
    """The queues whose staff chat this is."""
    return list((await tx.execute(select(Queue).where(Queue.chat_id == chat_id))).scalars())


async def read_setting(tx: AsyncSession, name: str) -> dict[str, Any] | None:
    """One fact, or None."""
    row = await tx.get(Setting, name)
    return row.value if row else None


async def write_setting(tx: AsyncSession, name: str, value: dict[str, Any]) -> None:
    """Set one fact."""
    await tx.merge(Setting(name=name, value=value))
    await tx.flush()


async def move_chat(tx: AsyncSession, old: int, new: int) -> None:
    """A staff group became a supergroup."""
    await tx.execute(update(Queue).where(Queue.chat_id == old).values(chat_id=new))
