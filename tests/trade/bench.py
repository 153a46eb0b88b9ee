"""A shop without Telegram in which stories are told one by one, and what must hold after each."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select

from bot.shelving import shelf_of
from models.people import ADMIN, Customer, Staff
from models.schema import upgrade
from models.store import Store
from models.trade import baskets
from models.trade.carts import CartLine
from models.trade.money import Promo, PromoUse
from models.trade.orders import Order, OrderEvent, OrderLine
from models.trade.products import Product, Variant
from services.context import Context
from services.errors import Refusal
from services.incoming import Incoming, Sender
from services.shop_file import read_shop_file
from services.trade import drafts
from services.trade.trade import Trade
from services.turn import Turn
from tests.trade.market import selling
from tests.trade.test_buyers import opened

ROOT = Path(__file__).parents[2]
PEOPLE, VARIANTS = (1, 2), (1, 2)


@cache
def template() -> Path:
    """An empty shop's database, made once."""
    path = Path(tempfile.mkdtemp()) / "template.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


class Bench(RuleBasedStateMachine):
    """Two customers, two things, a promo code for three, and staff."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.home = tempfile.TemporaryDirectory()
        path = Path(self.home.name) / "shop.db"
        shutil.copy(template(), path)
        self.store = Store(f"sqlite+aiosqlite:///{path}")
        self.now = datetime(2026, 11, 23, 9, tzinfo=UTC)
        self.stocked: dict[int, int] = {}
        self.seen: dict[int, tuple[str, str, int]] = {}
        self.agreed: dict[str, int] = {}

    def does(self, story: Awaitable[Any]) -> Any:
        """One story, to its end; a refusal is an answer."""
        self.now += timedelta(seconds=1)

        async def told() -> Any:
            with suppress(Refusal):
                return await story
            return None

        return self.loop.run_until_complete(told())

    def turn(self) -> Turn:
        """A press, a message."""
        return Turn(bot_id=1, now=self.now)

    async def _opens(self, stock: int) -> None:
        seed = selling(read_shop_file(ROOT / "shop.toml"))
        shelf = shelf_of(Path(self.home.name), None)
        self.context: Context = replace(await opened(self.store, seed), shelf=shelf)
        self.trade = Trade(self.context)
        async with self.store.change() as tx:
            tx.add(Staff(tg_id=9, name="Ольга", role=ADMIN, created_at=self.now))
            for number in VARIANTS:
                product = Product(key=str(number), title_ru=f"Вещь {number}", changed_at=self.now)
                tx.add(product)
                await tx.flush()
                tx.add(Variant(key=str(number), product_id=product.id, price=60000, stock=stock))
            for tg_id in PEOPLE:
                tx.add(
                    Customer(
                        tg_id=tg_id,
                        name=f"П{tg_id}",
                        phone="+79160000000",
                        created_at=self.now,
                        seen_at=self.now,
                    )
                )
            tx.add(Promo(code="TEN", percent=10, left=3, once=False))
        self.stocked = dict.fromkeys(VARIANTS, stock)

    def says(self, who: int, words: str) -> None:
        """Typed into the checkout."""
        said = Incoming(Sender(who, f"П{who}"), who, 1, "text", words, words, self.now)
        self.does(self.trade.checkout.answer(self.turn(), said))

    async def _ref(self, who: int) -> str:
        async with self.store.look() as tx:
            found = select(Order.ref).where(Order.customer_id == who, Order.state == "draft")
            return str(await tx.scalar(found) or "none")

    async def _state(self, ref: str) -> str | None:
        async with self.store.look() as tx:
            return await tx.scalar(select(Order.state).where(Order.ref == ref))

    async def _summary(self, who: int) -> tuple[str, str, int] | None:
        async with self.store.look() as tx:
            order = await tx.scalar(
                select(Order).where(Order.customer_id == who, Order.step == "summary")
            )
            if order is None:
                return None
            things = drafts.there(await baskets.items(tx, who))
            return order.ref, drafts.token_of(order, things), order.total

    async def _check(self) -> None:
        async with self.store.look() as tx:
            orders, lines, events, variants, uses, promo, carts = [
                (await tx.execute(select(row))).scalars().all()
                for row in (Order, OrderLine, OrderEvent, Variant, PromoUse, Promo, CartLine)
            ]
        for order in orders:
            mine = [one for one in lines if one.order_id == order.id]
            confirmed = sum(one.verb == "confirm" and one.order_id == order.id for one in events)
            assert order.customer_id in PEOPLE
            assert confirmed == (order.state == "placed") == bool(mine)
            goods = sum(one.price * one.quantity for one in mine)
            if mine:
                assert order.goods_total == goods and order.placed_at is not None
                assert order.total == goods - order.discount + order.delivery_price >= 0
                assert order.total == self.agreed.get(order.ref, order.total)
        drafts_of = [one.customer_id for one in orders if one.state == "draft"]
        assert len(drafts_of) == len(set(drafts_of))
        for thing in variants:
            sold = sum(one.quantity for one in lines if one.variant_id == thing.id)
            assert thing.stock == self.stocked[thing.id] - sold >= 0
        assert promo[0].left == 3 - len(uses) >= 0
        assert all(one.quantity > 0 and one.price_seen >= 0 for one in carts)

    def teardown(self) -> None:
        self.loop.run_until_complete(self.store.close())
        self.loop.close()
        self.home.cleanup()
