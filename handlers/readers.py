"""Sentences and cards on the clock of whoever reads them."""

from functools import cache
from zoneinfo import ZoneInfo

from handlers.screens import Screens
from handlers.texts import Texts
from services.views import Views


class Readers:
    """A customer reads their own time as it is set when the message is drawn, staff the shop's."""

    def __init__(self, texts: Texts, views: Views) -> None:
        self._views = views
        self._texts = cache(texts.read_in)
        self._screens = cache(lambda zone: Screens(self._texts(zone), views))

    async def texts(self, chat_id: int) -> Texts:
        """The sentences for a chat."""
        return self._texts(await self._zone(chat_id))

    async def screens(self, chat_id: int) -> Screens:
        """The cards for a chat."""
        return self._screens(await self._zone(chat_id))

    async def _zone(self, chat_id: int) -> ZoneInfo | None:
        return await self._views.profile.own_zone(chat_id)
