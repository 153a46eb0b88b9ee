"""What every room of the desk gives: scheduled work, and reports for those who run the shop."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from models.turn import Turn
from services.people import Actor

Work = Callable[[datetime], Awaitable[None]]


class Report(Protocol):
    """Figures for a supervisor or an admin."""

    async def show(self, turn: Turn, actor: Actor) -> None:
        """Tell and draw them in private; raises Refusal where there is nothing to tell."""


class Room(Protocol):
    """One part of the desk."""

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
