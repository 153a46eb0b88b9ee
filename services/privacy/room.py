"""Every story of consents and of what the shop may write; and what its cards show."""

from collections.abc import Mapping
from datetime import timedelta

from services.context import Context
from services.rooms import Report, Work


class Privacy:
    """What handlers are given for what people agreed to and what the shop may write to them."""

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


class PrivacyViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context
