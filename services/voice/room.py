"""Every story of what customers say of the shop; and what its cards show."""

from collections.abc import Mapping
from datetime import timedelta

from services.context import Context
from services.rooms import Report, Work


class Voice:
    """What handlers are given for what customers say of the shop."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""
        return ()

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        return {}


class VoiceViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context
