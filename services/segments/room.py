"""Every story of where customers stand by their orders; and what its cards show."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from services.context import Context
from services.rooms import Report, Work
from services.segments.carrying import Carrying
from services.segments.report import (
    CustomerFigures,
    CustomersReport,
    RiskPage,
    read_figures,
    read_risk,
)


class Segments:
    """What handlers are given for where customers stand by their orders."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.carrying = Carrying(context)
        self.customers_report = CustomersReport(context)

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """None: the nightly work takes long and is seen to by a task of its own."""
        return ()

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        return {"customers": self.customers_report}


class SegmentsViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context

    async def figures(self, now: datetime) -> CustomerFigures | None:
        """As of the last night."""
        return await read_figures(self.context, now)

    async def risk(self, place: int) -> RiskPage:
        """A page of people at risk."""
        return await read_risk(self.context, place)

    def language_at(self, chat_id: int) -> str:
        """What is spoken in a chat of the staff."""
        known = self.context.directory.find(chat_id) if chat_id > 0 else None
        return known.language if known else self.context.shop.language
