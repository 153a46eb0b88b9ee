"""Whatever people do, in whatever order: one confirmation, true totals and stock, an owner."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from models.trade.products import Variant
from services.incoming import Sender
from services.people import Actor
from tests.trade.bench import PEOPLE, VARIANTS, Bench

ROOT = Path(__file__).parents[2]
person = st.sampled_from(PEOPLE)
variant = st.sampled_from(VARIANTS)
small = st.integers(0, 4)
CHANGES = ("comes", "goes", "dearer", "free", "gone", "back")


class Ordering(Bench):
    """What people and the shop may do."""

    @initialize(stock=st.integers(0, 2))
    def opens(self, stock: int) -> None:
        self.does(self._opens(stock))
        for who in PEOPLE:
            self.puts(who, 1)
            self.chooses(who, "pickup")

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

    @invariant()
    def all_is_well(self) -> None:
        if self.stocked:
            self.loop.run_until_complete(self._check())


TestAnyOrder = Ordering.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
