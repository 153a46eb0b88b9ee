"""Whoever changes how often they are written to, and whatever the program missed: once each."""

from datetime import timedelta

import pytest

from models.memory.notices import ContactPreference, Notice
from models.memory.profiles import CATEGORY, NewsItem, Subscription
from models.turn import Turn
from services.incoming import Sender
from services.profile.news_views import read_digest
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.profile.newsstand import opened


class Reader:
    """Anna follows the bicycles at some pace; she is told nothing but what her line holds."""

    def __init__(self, shop: Shop, tg_id: int, shelf: int) -> None:
        self.shop, self.tg_id, self.shelf = shop, tg_id, shelf
        self.profile = shop.app.desk.profile

    async def wants(self, pace: str) -> None:
        turn = Turn(bot_id=0, now=self.shop.clock())
        sender = Sender(self.tg_id, "Анна", None, "ru")
        await self.profile.contacting.change(turn, sender, "pace", pace)
        self.shop.clock.passes(minutes=1)

    async def news(self) -> None:
        """Something new on the shelf, told to whoever wants it at once."""
        async with self.shop.app.store.change() as tx:
            details = {"products": [1], "count": 1}
            item = NewsItem(kind=CATEGORY, details=details, created_at=self.shop.clock())
            item.category_id = self.shelf
            tx.add(item)
        await self.profile.telling.tell(self.shop.clock())
        self.shop.clock.passes(minutes=1)

    async def days(self, count: int) -> None:
        """The program runs for so many days."""
        for _ in range(count):
            await self.profile.digests.gather(self.shop.clock())
            self.shop.clock.passes(days=1)
        await self.profile.digests.gather(self.shop.clock())

    async def told(self) -> list[tuple[str, int]]:
        """Every notice, and how many news it tells of as it stands."""
        found = []
        for one in await stored(self.shop, Notice):
            count = 1
            if one.kind == "digest":
                span = str(one.payload["card"]).partition("/")[2]
                view = await read_digest(self.shop.app.desk.profile.context, 1, span)
                count = len(view.items) if view is not None else 0
            found.append((str(one.kind), count))
        return found


@pytest.fixture
async def reader(shop: Shop) -> Reader:
    sold, anna = await opened(shop, "news")
    async with shop.app.store.change() as tx:
        await tx.merge(
            ContactPreference(customer_id=1, muted=[], fewer={}, changed_at=shop.clock())
        )
        subject, at = str(sold.shelves["bikes"]), shop.clock() - timedelta(days=1)
        one = Subscription(ref="s", customer_id=1, kind=CATEGORY, subject=subject, created_at=at)
        tx.add(one)
    return Reader(shop, anna.id, sold.shelves["bikes"])


async def test_what_was_told_at_once_is_not_gathered(reader: Reader) -> None:
    await reader.news()
    await reader.wants("daily")
    await reader.days(2)
    assert await reader.told() == [("category", 1)]


async def test_what_was_gathered_is_told_when_the_pace_changes(reader: Reader) -> None:
    await reader.wants("weekly")
    await reader.news()
    await reader.wants("now")
    await reader.wants("daily")
    await reader.news()
    await reader.days(8)
    await reader.wants("weekly")
    await reader.days(8)
    assert await reader.told() == [("digest", 1), ("digest", 1)]


async def test_days_on_which_the_program_did_not_run_are_told_of_later(reader: Reader) -> None:
    await reader.wants("daily")
    await reader.days(1)
    await reader.news()
    reader.shop.clock.passes(days=2)
    await reader.news()
    await reader.days(3)
    assert sorted(await reader.told()) == [("digest", 1), ("digest", 1)]
