"""Fifty buyers at once for three pieces; a code that three may use; on both databases."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from models.people import Customer
from models.store import Store
from models.trade import ordering
from models.trade.baskets import items
from models.trade.carts import CartLine
from models.trade.money import Promo, PromoUse
from models.trade.orders import Order, OrderLine
from models.trade.products import Product, Variant
from services import shop as shops
from services.boards import Boards
from services.context import Context
from services.errors import Refusal
from services.people import Directory
from services.shop import ShopBook
from services.shop_file import ShopSeed
from services.trade import drafts
from services.trade.confirming import Confirming
from services.turn import Turn
from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
BUYERS, PIECES = 50, 3
NOTHING: Any = None


async def opened(store: Store, seed: ShopSeed) -> Context:
    """What stories work with, over a database."""
    async with store.change() as tx:
        await shops.seed(tx, seed)
    book, directory = ShopBook(store), Directory(store)
    await book.renew()
    await directory.renew()
    return Context(store, book, directory, NOTHING, Boards(book, directory), NOTHING)


@pytest.fixture
async def contexts(store: Store, seed: ShopSeed) -> AsyncIterator[list[Context]]:
    """Two programs on one database; one on SQLite, where only one may write."""
    found = [await opened(store, seed)]
    second = None
    if not store.is_sqlite:
        second = Store(store.url.render_as_string(hide_password=False))
        found.append(await opened(second, seed))
    yield found
    if second is not None:
        await second.close()


async def waiting_summaries(store: Store, code: str | None) -> dict[int, str]:
    """Fifty customers, each with a summary of one piece; the order's ref by account."""
    async with store.change() as tx:
        product = Product(key="bell", title_ru="Звонок", changed_at=NOW)
        tx.add(product)
        await tx.flush()
        variant = Variant(key="bell", product_id=product.id, price=120000, stock=PIECES)
        tx.add(variant)
        if code:
            variant.stock = None
            tx.add(Promo(code=code, percent=10, left=PIECES))
        await tx.flush()
        found = {}
        for number in range(1, BUYERS + 1):
            person = Customer(tg_id=number, name=f"П{number}", created_at=NOW, seen_at=NOW)
            tx.add(person)
            await tx.flush()
            line = {"customer_id": person.id, "variant_id": variant.id, "quantity": 1}
            tx.add(CartLine(**line, price_seen=120000, added_at=NOW))
            order = ordering.draft(person.id, f"ref{number}", "RUB", NOW)
            order.delivery, order.payment, order.step = "pickup", "on_delivery", "summary"
            order.contact_phone, order.promo_code = "+79160000000", code
            tx.add(order)
            found[number] = order.ref
        return found


async def presses(context: Context, tg_id: int, ref: str) -> None:
    """One customer presses what stands before them."""
    async with context.store.change() as tx:
        order, customer = await drafts.own_draft(tx, tg_id, ref)
        things = await items(tx, customer.id)
        await drafts.reckon(tx, context, NOW, order, things)
        token = drafts.token_of(order, things)
    turn = Turn(bot_id=1, now=NOW)
    await Confirming(context).press(turn, tg_id, ref, token, 1)


@pytest.mark.parametrize("code", [None, "SPRING"])
async def test_no_more_orders_than_there_is(
    store: Store, contexts: list[Context], code: str | None
) -> None:
    refs = await waiting_summaries(store, code)
    said = await asyncio.gather(
        *(
            presses(contexts[tg_id % len(contexts)], tg_id, ref)
            for tg_id, ref in refs.items()
            for _ in range(2)
        ),
        return_exceptions=True,
    )
    assert all(one is None or isinstance(one, Refusal) for one in said), said
    async with store.look() as tx:
        placed = (await tx.execute(select(Order).where(Order.state == "placed"))).scalars().all()
        left = await tx.scalar(select(Variant.stock))
        sold = await tx.scalar(select(func.sum(OrderLine.quantity)))
        used = await tx.scalar(select(func.count(PromoUse.id)))
        codes_left = await tx.scalar(select(Promo.left))
    if code is None:
        assert (len(placed), left, sold) == (PIECES, 0, PIECES)
        return
    assert (used, codes_left) == (PIECES, 0)
    assert sum(order.discount > 0 for order in placed) == PIECES
    assert all(order.total == 120000 - order.discount for order in placed)
