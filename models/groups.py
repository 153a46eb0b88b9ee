"""Groups that the bot was brought to and that no queue is tied to yet."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row


class WaitingGroup(Row):
    """An admin brought the bot here; it waits to be told which queue this is."""

    __tablename__ = "waiting_group"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(String(200))
    brought_by: Mapped[int] = mapped_column(BigInteger)
    since: Mapped[datetime]
    reminded_at: Mapped[datetime | None]


async def waiting_group(tx: AsyncSession, chat_id: int) -> WaitingGroup | None:
    """The group, when it waits to be tied."""
    return await tx.get(WaitingGroup, chat_id)


async def waiting_groups(tx: AsyncSession, since: datetime) -> Sequence[WaitingGroup]:
    """Groups that have waited from before a moment."""
    statement = select(WaitingGroup).where(WaitingGroup.since <= since).limit(50)
    return (await tx.execute(statement)).scalars().all()


async def wait_no_more(tx: AsyncSession, chat_id: int) -> None:
    """The group is tied, or the bot has left it."""
    await tx.execute(delete(WaitingGroup).where(WaitingGroup.chat_id == chat_id))
