"""Every story of what is known of a customer; and what its cards show."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models.memory import knowing
from services.context import Context
from services.profile.agreeing import Agreeing
from services.profile.contacting import Contacting
from services.profile.dialog import Dialog
from services.profile.digests import Digests
from services.profile.filling import Filling
from services.profile.guides import Guides
from services.profile.looking import Looking
from services.profile.news_views import NewsView, read_digest, read_fresh
from services.profile.staff_card import StaffCard, read_card
from services.profile.subscribing import Subscribing
from services.profile.telling import Telling
from services.profile.views import ProfileView, read_profile
from services.profile.zones import known_zone
from services.rooms import Report, Work


class Profile:
    """What handlers are given for what is known of a customer."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.filling = Filling(context)
        self.dialog = Dialog(context)
        self.agreeing = Agreeing(context)
        self.contacting = Contacting(context)
        self.subscribing = Subscribing(context)
        self.guides = Guides(context)
        self.looking = Looking(context)
        self.telling = Telling(context)
        self.digests = Digests(context)

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""
        second = timedelta(seconds=1)
        return (
            (self.looking.catalogue, 5 * second),
            (self.looking.stock, 10 * second),
            (self.telling.tell, 2 * second),
            (self.telling.settle, 10 * second),
            (self.digests.gather, 60 * second),
        )

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

    async def card(self, ticket_id: int, now: datetime) -> StaffCard | None:
        """The customer of a ticket, for staff."""
        return await read_card(self.context, ticket_id, now)

    def language_at(self, chat_id: int) -> str:
        """What is spoken in a chat of the staff."""
        known = self.context.directory.find(chat_id) if chat_id > 0 else None
        return known.language if known else self.context.shop.language

    async def own_zone(self, chat_id: int) -> ZoneInfo | None:
        """The zone that the reader of a chat set for themself; None: they read the shop's time.

        Staff do, unless they write as customers, and groups, which are theirs.
        """
        reader = self.context.directory.find(chat_id)
        if chat_id < 0 or (reader.staff_id is not None and not reader.as_customer):
            return None
        async with self.context.store.look() as tx:
            name = await knowing.own_zone(tx, chat_id)
        return known_zone(name) if name else None

    async def fresh(self, item_id: int, chat_id: int, before: int) -> NewsView | None:
        """One news for the person in a chat; `before`: the price they saw, minor units."""
        return await read_fresh(self.context, item_id, chat_id, before)

    async def digest(self, customer_id: int, span: str) -> NewsView | None:
        """What was gathered for a person."""
        return await read_digest(self.context, customer_id, span)
