"""Questions to a person that wait for the answer; they survive a restart."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row


class Dialog(Row):
    """The state of one person's dialog in one chat."""

    __tablename__ = "dialog"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(120))
    data: Mapped[dict[str, Any]]


async def write(tx: AsyncSession, dialogs: Mapping[str, tuple[str | None, dict[str, Any]]]) -> None:
    """Store what a turn buffered; an empty dialog leaves no row."""
    for key, (state, data) in dialogs.items():
        if state is None and not data:
            await tx.execute(delete(Dialog).where(Dialog.key == key))
        else:
            await tx.merge(Dialog(key=key, state=state, data=data))


async def read_all(tx: AsyncSession) -> dict[str, tuple[str | None, dict[str, Any]]]:
    """Every open dialog, by key."""
    rows = (await tx.execute(select(Dialog))).scalars()
    return {row.key: (row.state, row.data) for row in rows}
