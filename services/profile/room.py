"""Every story of what is known of a customer; and what its cards show."""

from collections.abc import Mapping
from datetime import timedelta

from services.context import Context
from services.profile.contacting import Contacting
from services.profile.dialog import Dialog
from services.profile.filling import Filling
from services.profile.views import ProfileView, read_profile
from services.rooms import Report, Work


class Profile:
    """What handlers are given for what is known of a customer."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.filling = Filling(context)
        self.dialog = Dialog(context)
        self.contacting = Contacting(context)

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""
        return ()

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        return {}


class ProfileViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context

    async def profile(self, customer_id: int, page: int) -> ProfileView | None:
        """What is known of a customer, for themselves."""
        return await read_profile(self.context, customer_id, page)
