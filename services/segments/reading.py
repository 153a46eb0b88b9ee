"""What a night is reckoned of: orders that count, and where people stand so far."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight.counts import Orders, in_order
from models.memory import nights
from models.store import Store
from services.segments.sections import Terms

AT_ONCE = 20_000
DAY = 86_400.0
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Order:
    """What a night is to be reckoned of."""

    at: datetime
    currency: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored of people, by id."""

    rows: dict[int, tuple[Any, ...]]
    named: Ints


async def read(store: Store, order: Order) -> tuple[Orders, Standing]:
    """Orders that count, what was given back taken off, and where people stand."""
    blocks: list[Ints] = []
    rows: dict[int, tuple[Any, ...]] = {}
    named: list[Ints] = []
    async with store.look() as tx:
        back = {int(one): int(money) for one, money in await nights.refunds(tx)}
        after = 0
        while page := await nights.orders_page(tx, after, AT_ONCE, order.currency, order.at):
            blocks.append(np.array([tuple(row) for row in page], np.int64))
            after = int(page[-1][0])
        after = 0
        while ids := await nights.named_page(tx, order.terms.people, after, AT_ONCE):
            named.append(np.array(ids, np.int64))
            after = ids[-1]
        after = 0
        while page := await nights.standing_page(tx, after, AT_ONCE):
            rows.update((int(row[0]), tuple(row[1:])) for row in page)
            after = int(page[-1][0])
    known = np.concatenate(named) if named else np.zeros(0, np.int64)
    return _orders(blocks, back), Standing(rows, known)


def _orders(blocks: list[Ints], back: dict[int, int]) -> Orders:
    """An order that was given back whole is none."""
    every = np.concatenate(blocks) if blocks else np.zeros((0, 4), np.int64)
    money = every[:, 3].copy()
    gone = np.zeros(len(every), np.bool_)
    for order_id, refund in back.items():
        place = int(np.searchsorted(every[:, 0], order_id))
        if place < len(every) and every[place, 0] == order_id:
            gone[place] = refund >= money[place] > 0
            money[place] = max(money[place] - refund, 0)
    kept = ~gone
    return in_order(every[kept, 1], every[kept, 2] / DAY, money[kept])
