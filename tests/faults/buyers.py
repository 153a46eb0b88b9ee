"""Customers who order again and again: into the cart, to the checkout, confirm, often twice."""

import asyncio
import json
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.buttons import Press, Sealer
from models.people import Customer
from models.store import Store
from models.trade.carts import Remembered
from models.trade.products import Product, Variant
from playground.errors import Refusal
from playground.messages import Message
from playground.people import Person
from playground.people.watching import NotSeen
from tests.faults.counter import Counter

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DONE = re.compile(r"Заказ №(\d+)\nПодтверждён")
STOCK, PRICE = 1_000_000, 120000
PATIENCE = 6.0
CONFIRM, ORDER = "Подтвердить", "Оформить заказ"


class Buyers:
    """So many customers, each of whom the shop knows well enough to ask nothing."""

    def __init__(self, counter: Counter, count: int, seed: int = 1) -> None:
        self.counter = counter
        server = counter.playground
        self.people = [server.user(f"Покупатель{n}", language="ru") for n in range(count)]
        self.chance = random.Random(seed)
        self.waits: list[float] = []

    async def are_known(self) -> None:
        """What the shop needs to know, written while it does not run."""
        store = Store(f"sqlite+aiosqlite:///{self.counter.home / 'prilavok.db'}")
        try:
            async with store.change() as tx:
                product = Product(key="bell", title_ru="Звонок", changed_at=NOW)
                tx.add(product)
                await tx.flush()
                tx.add(Variant(key="bell", product_id=product.id, price=PRICE, stock=STOCK))
                for person in self.people:
                    await _known(tx, person)
            async with store.look() as tx:
                self._variant = await tx.scalar(select(Variant.id))
        finally:
            await store.close()
        secret = self.counter.ledger.rows("SELECT value FROM setting WHERE name = 'button_secret'")
        self._sealer = Sealer(bytes.fromhex(json.loads(secret[0][0])["key"]))

    async def order(self, times: int) -> None:
        """All of them side by side, at least so many orders in all."""
        each = -(-times // len(self.people))
        await asyncio.gather(*(self._orders(person, each) for person in self.people))

    async def _orders(self, person: Person, times: int) -> None:
        await person.says("/cart")
        await person.waits_for("Корзина", timeout=90)
        for number in range(1, times + 1):
            while len(self.confirmed(person)) < number:
                await self._once(person)

    async def _once(self, person: Person) -> None:
        """One try; what does not come within a moment, because of a kill, is tried again."""
        before = len(self.confirmed(person))
        with suppress(NotSeen, Refusal):
            if not _open(person):
                await self._fill(person)
                await person.presses(_cart(person), ORDER)
                await self._sees(person, lambda: bool(_open(person)))
            summary = _open(person)[-1]
            pressed = time.monotonic()
            for _ in range(self.chance.choice((1, 1, 2))):
                await person.presses(summary, CONFIRM)
            await self._sees(person, lambda: len(self.confirmed(person)) > before)
            self.waits.append(time.monotonic() - pressed)
            await self._sees(person, lambda: not _offers(_cart(person), ORDER))

    async def _fill(self, person: Person) -> None:
        """As the shelf's button does it."""
        if _offers(_cart(person), ORDER):
            return
        verb, ref, arg = "cartadd", str(self._variant), ""
        seal = self._sealer.seal(person.id, verb, ref, arg)
        data = Press(verb=verb, ref=ref, arg=arg, seal=seal).pack()
        await person.presses(_cart(person), data=data)
        await self._sees(person, lambda: _offers(_cart(person), ORDER))

    async def _sees(self, person: Person, so: Callable[[], bool]) -> None:
        await person.waits_until(so, timeout=PATIENCE)

    def confirmed(self, person: Person) -> list[int]:
        """The numbers of the orders that stand confirmed before a customer."""
        return [int(m[1]) for text in self.counter.shown(person) if (m := DONE.search(text))]

    def story(self) -> str:
        """What stands before each, what waits to be sent, and what the program said last."""
        lines = [
            f"{person.id}: confirmed {self.confirmed(person)};"
            + "".join(f"\n  {m.id} {m.text!r} {m.buttons}" for m in person.sees()[-8:])
            for person in self.people
        ]
        waiting = self.counter.ledger.unsettled()
        return "\n".join([*lines, f"unsettled: {waiting}", self.counter.program.said()[-6000:]])

    def check(self, orders: int) -> None:
        """Every order confirmed once, to whom it belongs; nothing sold that was not ordered."""
        rows = self.counter.ledger.rows(
            "SELECT shop_order.id, customer.tg_id, shop_order.total FROM shop_order"
            " JOIN customer ON customer.id = shop_order.customer_id"
            " WHERE shop_order.state = 'placed'"
        )
        assert len(rows) >= orders
        for person in self.people:
            mine = sorted(number for number, tg_id, _ in rows if tg_id == person.id)
            shown = self.confirmed(person)
            assert len(shown) == len(set(shown)), f"doubled: {shown}"
            assert sorted(shown) == mine, f"missing: {set(mine) - set(shown)}"
        events = self.counter.ledger.number(
            "SELECT count(*) FROM order_event WHERE verb = 'confirm'"
        )
        sold = self.counter.ledger.number("SELECT coalesce(sum(quantity), 0) FROM order_line")
        left = self.counter.ledger.number("SELECT stock FROM variant")
        assert events == len(rows) and sold == STOCK - left
        assert sum(total for _, _, total in rows) == sold * PRICE


async def _known(tx: AsyncSession, person: Person) -> None:
    row = Customer(
        tg_id=person.id,
        name=person.user.first_name,
        phone="+79160000000",
        created_at=NOW,
        seen_at=NOW,
    )
    tx.add(row)
    await tx.flush()
    tx.add(Remembered(customer_id=row.id, delivery="pickup", agreed_at=NOW))


def _offers(message: Message, text: str) -> bool:
    return any(text in one for one in message.buttons)


def _cart(person: Person) -> Message:
    """The cart that is edited: the last one, when a kill or a lost answer has doubled it."""
    return [one for one in person.sees() if "Корзина" in one.text][-1]


def _open(person: Person) -> list[Message]:
    """The messages before a customer that can be confirmed."""
    return [one for one in person.sees() if _offers(one, CONFIRM)]
