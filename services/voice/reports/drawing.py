"""Pictures of a report: drawn one at a time in a thread, kept as files, promised as rows."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

import structlog

from models import outbox
from models.outbox import CARD
from models.store import Session
from services.context import Context
from services.people import Actor
from services.trade.return_report import picture_of

log = structlog.get_logger()
Figures = TypeVar("Figures")
Paint = Callable[[Figures, str, Path], None]


def _paints_nothing(found: object, language: str, path: Path) -> None:
    """Until the program says who draws."""


class Drawing(Generic[Figures]):
    """Draws figures in a language; `paint` is handed in by the program."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._turn = asyncio.Lock()
        self.paint: Paint[Figures] = _paints_nothing

    async def draw(self, name: str, found: Figures, language: str) -> str | None:
        """The picture's name; None when the disk would not take it, which the log tells."""
        named = f"{name}-{language}"
        path = picture_of(self._context, named)
        async with self._turn:
            try:
                await asyncio.to_thread(self.paint, found, language, path)
            except OSError:
                log.error("picture_not_drawn", name=path.name, exc_info=True)
                return None
        return named


async def send_picture(tx: Session, now: datetime, who: Actor, name: str | None) -> None:
    """Promise a drawn picture to a staff member."""
    if name is not None:
        await outbox.promise(tx, who.tg_id, "album", {"picture": name}, now, priority=CARD)
