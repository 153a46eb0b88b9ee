"""What reports count, on both databases: every sum against the rows that made it."""

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from models.memory import comments, figures, service_times, wishing
from models.memory.consents import NEWS
from models.memory.wishes import FOUND, Wish, WishGroup
from models.people import Customer
from models.quality import by_week
from models.store import Store
from services.shop import ShopBook, seed
from services.shop_file import ShopSeed
from services.weeks import bounds, monday_of
from tests.admin.past_weeks import MONDAY
from tests.databases import database_url, empty_database_url, store
from tests.desk import Shop
from tests.privacy.offering import yes_to
from tests.voice.weeks import Past, somebody

__all__ = ["database_url", "empty_database_url", "store"]
NOW = MONDAY + timedelta(days=2)


@pytest.fixture
async def shop(store: Store, seed: ShopSeed) -> Shop:
    """A shop without its program: what was set up, and where it is stored."""
    await _seeded(store, seed)
    book = ShopBook(store)
    await book.renew()
    app = SimpleNamespace(store=store, book=book)
    return cast(Shop, SimpleNamespace(app=app, clock=lambda: NOW))


async def _seeded(store: Store, given: ShopSeed) -> None:
    async with store.change() as tx:
        await seed(tx, replace(given))


def limits(shop: Shop) -> list[datetime]:
    zone = shop.app.book.shop.zone
    return bounds(monday_of(NOW, zone), zone)


async def test_ratings_and_words_of_these_weeks_alone(shop: Shop) -> None:
    async with shop.app.store.change() as tx:
        told = Past(tx, shop, await somebody(tx, NOW))
        for days, score in ((1, 5), (1, 4), (8, 1), (400, 1)):
            at = NOW - timedelta(days=days)
            await told.ticket(at, score=score, comment=f"слово {days}")
        await told.ticket(NOW - timedelta(days=1), score=2, spam=True, comment="спам")
        await told.order(NOW - timedelta(days=8), 3, "так себе")
        told.surveys(NOW - timedelta(days=1), "nps", [9, 9, None])
    weeks = limits(shop)
    async with shop.app.store.look() as tx:
        rated = await figures.ratings(tx, weeks)
        delivered = await figures.orders(tx, weeks)
        asked = await figures.surveys(tx, weeks)
        counts = await comments.comment_counts(tx, weeks[0])
        topic = next(one for kind, one, _ in counts if kind == "tickets")
        words = await comments.comments(tx, "tickets", topic, weeks[0], 0, 2)
        rest = await comments.comments(tx, "tickets", topic, weeks[0], 2, 2)
        of_orders = await comments.comments(tx, "orders", None, weeks[0], 0, 9)
    assert sorted((row[0], *row[-5:]) for row in rated) == [
        (10, 1, 0, 0, 0, 0),
        (11, 0, 0, 0, 1, 1),
    ]
    assert [(row[0], *row[-5:]) for row in delivered] == [(10, 0, 0, 1, 0, 0)]
    assert sorted((row[2] or 0, row[3]) for row in asked) == [(0, 1), (9, 2)]
    assert {(kind, many) for kind, _, many in counts} == {("tickets", 3), ("orders", 1)}
    assert [one.words for one in (*words, *rest)] == ["слово 1", "слово 1", "слово 8"]
    assert [(one.words, one.score) for one in of_orders] == [("так себе", 3)]


async def test_times_of_tickets_as_whole_numbers(shop: Shop) -> None:
    at = NOW - timedelta(days=3)
    async with shop.app.store.change() as tx:
        told = Past(tx, shop, await somebody(tx, NOW))
        await told.ticket(at, first=10, resolved=90)
        await told.ticket(at + timedelta(days=1), first=None, resolved=None)
        await told.ticket(at, first=5, resolved=6, spam=True)
    weeks = limits(shop)
    async with shop.app.store.look() as tx:
        pages = [page async for page in service_times.pages(tx, weeks[0], weeks[-1])]
        left = await service_times.unresolved(tx)
        settled = await service_times.resolved_by_week(tx, weeks)
        model = await by_week(tx, weeks)
    rows = [row for page in pages for row in zip(*page, strict=True)]
    began = int(at.timestamp())
    assert [row[:3] for row in rows] == [
        (began, began + 600, began + 5400),
        (began + 86400, 0, 0),
    ]
    assert left == 1 and sum(settled.values()) == 1
    assert sum(one.tickets for one in model.values()) == 2


async def test_wishes_are_counted_by_people_not_by_words(shop: Shop) -> None:
    async with shop.app.store.change() as tx:
        anna = await somebody(tx, NOW)
        john = Customer(tg_id=6, name="John", created_at=NOW, seen_at=NOW)
        group = WishGroup(ref="g", title="", created_at=NOW, changed_at=NOW)
        tx.add_all((john, group))
        await tx.flush()
        same: dict[str, Any] = {"group_id": group.id, "origin": FOUND}
        for who, days, hidden in (
            (anna, 1, False),
            (anna, 1, False),
            (john, 8, False),
            (john, 1, True),
        ):
            at = NOW - timedelta(days=days)
            said_so = f"хочу {who.id}"
            tx.add(Wish(customer_id=who.id, text=said_so, hidden=hidden, created_at=at, **same))
        anna_id = anna.id
        await yes_to(tx, anna_id, NEWS, NOW)
    async with shop.app.store.change() as tx:
        found = await wishing.groups(tx, "open", 0, 5)
        weeks = await wishing.by_week(tx, limits(shop))
        untold = await wishing.untold(tx, group.id, "wish:1", 9)
        many = await wishing.count_untold(tx, group.id, "wish:1")
        said = await wishing.examples(tx, group.id, 0, 9)
        held = await wishing.group_by_ref(tx, "g")
    assert [(one.people, one.title) for one in found] == [(2, f"хочу {anna_id}")]
    assert weeks == {group.id: {10: 1, 11: 1}}
    assert untold == [(anna_id, None)], "John never agreed to news, and only staff wrote it down"
    assert (many, len(said)) == ((2, 1), 3) and held is not None
