"""Of many whose news is held only those are looked at whose news came, or never will."""

from datetime import UTC, datetime

from models.memory import on_the_way
from models.memory.notices import DROPPED, SENT, WAITING, Notice
from models.memory.profiles import BACK_IN_STOCK, Subscription
from models.people import Customer
from models.store import Store
from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]

NOW = datetime(2026, 11, 28, tzinfo=UTC)


async def test_who_is_still_held_is_not_read(store: Store) -> None:
    states = ((WAITING, None), (SENT, None), (SENT, 77), (DROPPED, None))
    async with store.change() as tx:
        for number, (state, tg_id) in enumerate(states, 1):
            tx.add(
                Customer(
                    id=number,
                    tg_id=number,
                    name="",
                    language="ru",
                    language_chosen=False,
                    banned=False,
                    reachable=True,
                    created_at=NOW,
                    seen_at=NOW,
                )
            )
            await tx.flush()
            tx.add(
                Subscription(
                    id=number,
                    ref=f"s{number}",
                    customer_id=number,
                    kind=BACK_IN_STOCK,
                    subject="7",
                    item_id=1,
                    created_at=NOW,
                )
            )
            tx.add(
                Notice(
                    ref=f"n{number}",
                    customer_id=number,
                    kind=BACK_IN_STOCK,
                    dedup="back_in_stock:1",
                    payload={},
                    state=state,
                    tg_id=tg_id,
                    created_at=NOW,
                    not_before=NOW,
                )
            )
    async with store.look() as tx:
        assert sorted(await on_the_way.settled(tx, 10)) == [(3, True), (4, False)]
