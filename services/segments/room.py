"""Every story of where customers stand by their orders; and what its cards show."""

from collections.abc import Mapping
from datetime import timedelta

from services.context import Context
from services.rooms import Report, Work


class Segments:
    """What handlers are given for where customers stand by their orders."""

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


class SegmentsViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context
