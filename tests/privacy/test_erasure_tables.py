"""What an erasure does to every column of every table, on both databases."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import PolicyText
from models.own import erasing, sparing
from models.own.entry import DELETE
from models.own.erasure import BEYOND, Erasure
from models.own.inventory import PERSONAL, table_of
from models.own.reach import Person as Whose
from models.people import Customer
from models.queues import Queue
from models.store import Store
from models.trade.money import Promo
from models.trade.products import Product, Variant
from tests.privacy.canary import WORD, fill, tables_with


async def test_every_column_of_every_table_on_both_databases(store: Store) -> None:
    now = datetime(2026, 11, 28, 9, tzinfo=UTC)
    async with store.change() as tx:
        mine, other = await people_of(tx, now)
        filled = await fill(tx, now, await links(tx, now, mine))
        await fill(tx, now, await links(tx, now, other))
        assert filled == {one.table for one in PERSONAL} - {"customer"}
    async with store.look() as tx:
        before = await tables_with(tx, WORD)
        kept = await counted(tx)
    async with store.change() as tx:
        nobody = await sparing.nobody(tx, now)
        erasure = Erasure(Whose(mine.id, mine.tg_id), now, nobody)
        assert await erasing.erase(tx, erasure)
    async with store.look() as tx:
        assert before and await tables_with(tx, WORD) == before
        left = await counted(tx)
        assert (await tx.get_one(Customer, other.id)).name == WORD
        mine_now = await tx.get_one(Customer, mine.id)
        assert (mine_now.tg_id, mine_now.name) == (BEYOND - mine.id, "")
    for entry in PERSONAL:
        gone = 1 if entry.erase == DELETE else 0
        assert left[entry.table] == kept[entry.table] - gone + (entry.table == "customer")
    async with store.change() as tx:
        assert await erasing.erase(tx, Erasure(Whose(other.id, other.tg_id), now, nobody))
    async with store.look() as tx:
        assert await tables_with(tx, WORD, str(mine.tg_id), str(other.tg_id)) == []


async def people_of(tx: AsyncSession, now: datetime) -> tuple[Customer, Customer]:
    """Two people, each with the word about them."""
    found = [
        Customer(tg_id=tg_id, name=WORD, phone=WORD, created_at=now, seen_at=now)
        for tg_id in (770001, 770002)
    ]
    tx.add_all(found)
    await tx.flush()
    return found[0], found[1]


async def links(tx: AsyncSession, now: datetime, person: Customer) -> dict[str, Any]:
    """What rows of a person point at, and what must be told apart between people."""
    queue = Queue(key=str(person.id), title_ru="q", title_en="q", hours={}, target_minutes=1)
    promo = Promo(code=f"P{person.id}", percent=1)
    text = PolicyText(
        purpose="news", language="ru", version="1", sha256=str(person.id), text="t", first_at=now
    )
    product = Product(key=str(person.id), title_ru="p", changed_at=now)
    tx.add_all((queue, promo, text, product))
    await tx.flush()
    variant = Variant(key=str(person.id), product_id=product.id, price=1)
    tx.add(variant)
    await tx.flush()
    given: dict[str, Any] = {"customer_id": person.id, "queue_id": queue.id, "promo_id": promo.id}
    given |= {"text_id": text.id, "variant_id": variant.id, "lane": person.tg_id}
    given |= {"chat_id": person.tg_id, "actor_tg_id": person.tg_id, "by_tg_id": person.tg_id}
    given |= {"dialog.key": f"1:{person.tg_id}:{person.tg_id}:0", "update_id": person.id}
    given |= {"card.key": f"shelf:{person.id}:{person.tg_id}:0", "job_run.job": "apology"}
    given |= {"slot": f"{person.tg_id}:2026", "inbox.status": "done", "outbox.status": "sent"}
    given |= {"ref": f"r{person.id}", "shop_order.state": "delivered", "owed": 0}
    given |= {"return_case.state": "done", "charge": str(person.id), "has_body": True}
    given |= {"message.kind": "text", "message.side": "customer", "message.delivery": "delivered"}
    given |= {"join_key": f"j{person.id}", "survey.slot": str(person.id)}
    return given


async def counted(tx: AsyncSession) -> dict[str, int]:
    """How many rows each personal table has."""
    return {
        one.table: int(await tx.scalar(select(func.count()).select_from(table_of(one))) or 0)
        for one in PERSONAL
    }
