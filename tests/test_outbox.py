"""What is promised and must be tried again, beside what has been promised since."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from models import outbox
from models.outbox import DEAD, NEW, SENDING, Outbox
from tests.desk import Shop

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=3650)
KEY = "card:board:1:-100"


async def promise(shop: Shop, *statuses: str) -> list[int]:
    """The same card, promised again while its last call was on the way."""
    async with shop.app.store.change() as tx:
        for status in statuses:
            await outbox.promise(tx, -100, "card", {}, NOW, join_key=KEY, not_before=LATER)
            row = await tx.scalar(
                select(Outbox).where(Outbox.join_key == KEY, Outbox.status == NEW)
            )
            assert row is not None
            row.status = status
            await tx.flush()
        found = await tx.execute(select(Outbox.id).where(Outbox.join_key == KEY))
    return sorted(found.scalars())


async def statuses(shop: Shop, ids: list[int]) -> list[str]:
    """What became of them."""
    async with shop.looks() as tx:
        rows = await tx.execute(select(Outbox.status).where(Outbox.id.in_(ids)).order_by(Outbox.id))
        return [str(one) for one in rows.scalars()]


async def test_a_row_gives_way_to_the_one_promised_since(shop: Shop) -> None:
    ids = await promise(shop, SENDING, NEW)
    async with shop.app.store.change() as tx:
        await outbox.wait_again(tx, ids[0], NOW, not_before=LATER)
    assert await statuses(shop, ids) == [DEAD, NEW]


async def test_of_two_that_were_on_the_way_one_is_tried_again(shop: Shop) -> None:
    ids = await promise(shop, SENDING, SENDING)
    async with shop.app.store.change() as tx:
        for row_id in ids:
            await outbox.wait_again(tx, row_id, NOW, not_before=LATER)
    assert await statuses(shop, ids) == [NEW, DEAD]
