"""What an older program left in the line keeps nobody waiting."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from models.memory.notices import Notice
from models.people import Customer
from models.store import Store
from services.privacy.gate import Asked, Drop, Person, Rules, Send, in_turn
from services.privacy.notices import offer
from services.privacy.quiet import Quiet
from services.privacy.releasing import Releasing
from services.shop_file import read_shop_file
from tests.trade.test_buyers import opened

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAYLOAD = {"key": "talk-bye", "args": {}}


def test_a_kind_that_there_is_no_more_is_dropped_and_the_others_have_their_turn() -> None:
    person = Person(Quiet(1260, 540, ZoneInfo("UTC")))
    waiting = [Asked(1, "welcome"), Asked(2, "vanished"), Asked(3, "nps")]
    told = {one.id: decision for one, decision in in_turn(person, Rules(2, 7), waiting, NOON)}
    assert told == {1: Send(), 2: Drop("unknown"), 3: Send()}


async def test_it_stops_neither_its_own_person_nor_anybody_else(store: Store) -> None:
    context = await opened(store, read_shop_file(ROOT / "shop.toml"))
    async with store.change() as tx:
        for one in (1, 2):
            tx.add(Customer(tg_id=one, name="П", created_at=NOON, seen_at=NOON))
        await tx.flush()
        for one in (1, 2):
            for dedup in ("old", "welcome"):
                await offer(tx, NOON, one, "welcome", dedup, PAYLOAD)
        gone = update(Notice).where(Notice.dedup == "old", Notice.customer_id == 1)
        await tx.execute(gone.values(kind="vanished"))
    releasing = Releasing(context)
    await releasing.release(NOON + timedelta(seconds=1))
    async with store.look() as tx:
        found = (await tx.scalars(select(Notice).order_by(Notice.id))).all()
    assert [(one.state, one.reason) for one in found] == [
        ("dropped", "unknown"),
        *[("sent", "")] * 3,
    ]
    decision, _ = await releasing.verdict(found[1].ref, NOON)
    assert decision == Send()
