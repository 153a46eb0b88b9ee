"""Whatever people do, in whatever order: one confirmation, true totals and stock, an owner."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
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
from services.people import Actor
from services.shop_file import read_shop_file
from services.trade import drafts
from services.trade.trade import Trade
from services.turn import Turn
from tests.trade.market import selling
from tests.trade.test_buyers import opened

ROOT = Path(__file__).parents[2]
PEOPLE, VARIANTS = (1, 2), (1, 2)
person = st.sampled_from(PEOPLE)
variant = st.sampled_from(VARIANTS)
small = st.integers(0, 4)
CHANGES = ("comes", "goes", "dearer", "free", "gone", "back")


@cache
def template() -> Path:
    """An empty shop's database, made once."""
    path = Path(tempfile.mkdtemp()) / "template.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


class Ordering(RuleBasedStateMachine):
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

    @initialize(stock=st.integers(0, 2))
    def opens(self, stock: int) -> None:
        self.does(self._opens(stock))
        for who in PEOPLE:
            self.puts(who, 1)
            self.chooses(who, "pickup")

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

    @rule(who=person, what=variant)
    def puts(self, who: int, what: int) -> None:
        self.does(self.trade.cart.add(self.turn(), Sender(who, f"П{who}"), what))

    @rule(who=person, what=variant)
    def orders(self, who: int, what: int) -> None:
        """All the way at once."""
        self.puts(who, what)
        self.chooses(who, "pickup")
        self.presses(who, 2, True)

    @rule(who=person, line=st.integers(1, 6), quantity=small)
    def changes_cart(self, who: int, line: int, quantity: int) -> None:
        self.does(self.trade.cart.change(self.turn(), Sender(who, f"П{who}"), line, quantity))

    @rule(who=person)
    def starts(self, who: int) -> None:
        self.does(self.trade.checkout.start(self.turn(), Sender(who, f"П{who}")))

    @rule(who=person, way=st.sampled_from(("courier", "pickup")))
    def chooses(self, who: int, way: str) -> None:
        self.starts(who)
        ref = self.does(self._ref(who))
        self.does(self.trade.checkout.choose_way(self.turn(), who, ref, way))
        self.does(self.trade.checkout.choose_payment(self.turn(), who, ref, "on_delivery"))
        if way == "courier":
            self.says(who, "Тверь, Советская, 1")
        self.looks(who)

    @rule(who=person)
    def gives_a_code(self, who: int) -> None:
        ref = self.does(self._ref(who))
        self.does(self.trade.checkout.go_to(self.turn(), who, ref, "promo"))
        self.says(who, "ten")

    def says(self, who: int, words: str) -> None:
        """Typed into the checkout."""
        said = Incoming(Sender(who, f"П{who}"), who, 1, "text", words, words, self.now)
        self.does(self.trade.checkout.answer(self.turn(), said))

    @rule(who=person)
    def looks(self, who: int) -> None:
        """The summary is before the customer's eyes; it may grow old."""
        seen = self.does(self._summary(who))
        if seen is not None:
            self.seen[who] = seen

    @rule(who=person, times=st.integers(1, 3), fresh=st.booleans())
    def presses(self, who: int, times: int, fresh: bool) -> None:
        """What was seen last, or what is shown now; once or several times at once."""
        if fresh:
            self.looks(who)
        if who not in self.seen:
            return
        ref, token, total = self.seen[who]
        before = self.does(self._state(ref))
        self.does(self._at_once(lambda: self._press(who, ref, token), times))
        if before == "draft" and self.does(self._state(ref)) == "placed":
            self.agreed[ref] = total

    async def _at_once(self, story: Callable[[], Awaitable[None]], times: int) -> None:
        await asyncio.gather(*(story() for _ in range(times)))

    async def _press(self, who: int, ref: str, token: str) -> None:
        await self.trade.confirming.press(self.turn(), who, ref, token, 1)

    @rule(who=person)
    def presses_for_another(self, who: int) -> None:
        other = PEOPLE[0] if who == PEOPLE[1] else PEOPLE[1]
        if other in self.seen:
            ref, token, _ = self.seen[other]
            before = self.does(self._state(ref))
            self.does(self._press(who, ref, token))
            assert self.does(self._state(ref)) == before

    @rule(who=person)
    def staff_confirm(self, who: int) -> None:
        olga = Actor(9, "Ольга", "admin", staff_id=1)
        self.does(self.trade.confirming.confirm_for(self.turn(), olga, self.does(self._ref(who))))

    @rule(who=person)
    def abandons(self, who: int) -> None:
        self.does(self.trade.checkout.abandon(self.turn(), who, self.does(self._ref(who))))

    @rule(what=variant, change=st.sampled_from(CHANGES))
    def shop_changes(self, what: int, change: str) -> None:
        self.does(self._change(what, change))

    async def _change(self, what: int, change: str) -> None:
        async with self.store.change() as tx:
            row = await tx.get_one(Variant, what)
            stock = row.stock or 0
            row.stock = {"comes": stock + 2, "goes": max(0, stock - 1)}.get(change, stock)
            row.price = {"dearer": row.price + 5000, "free": 0}.get(change, row.price)
            row.active = {"gone": False, "back": True}.get(change, row.active)
            self.stocked[what] += row.stock - stock

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.does(self.trade.reminding.remind(self.now))
        self.does(self.trade.reminding.drop_old(self.now))

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

    @invariant()
    def all_is_well(self) -> None:
        if self.stocked:
            self.loop.run_until_complete(self._check())

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


TestAnyOrder = Ordering.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
