"""Wishes found in messages, grouped, decided about; those who asked hear of it once."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from models.memory.notices import Notice
from models.memory.wishes import BY_STAFF, Wish, WishGroup
from models.people import Customer
from tests.admin.past_weeks import MONDAY, albums, told, turns_to
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import presses
from tests.voice.test_wishing import wishes

PATIENCE = 20.0
KIDS = "Жаль, что у вас нет детских велосипедов"
KIDS_TOO = "Хотелось бы видеть у вас велосипеды для детей"
DRONES = "Сделайте, пожалуйста, доставку дроном"


async def wished(shop: Shop, *texts: str, at: datetime | None = None, first: int = 700) -> None:
    """A customer for each wish, noted by staff, who can be written to."""
    at = at or shop.clock()
    async with shop.app.store.change() as tx:
        for number, text in enumerate(texts, first):
            known = await tx.scalar(select(Customer).where(Customer.tg_id == number))
            if known is None:
                known = Customer(tg_id=number, name="Аня", language="ru", created_at=at, seen_at=at)
                tx.add(known)
                await tx.flush()
                shop.playground.user("Аня", language="ru", id=number).chat()
            tx.add(Wish(customer_id=known.id, text=text, origin=BY_STAFF, created_at=at))
    await shop.app.desk.voice.wish_finding.look(shop.clock())


async def groups(shop: Shop) -> list[WishGroup]:
    async with shop.looks() as tx:
        return list(await tx.scalars(select(WishGroup).order_by(WishGroup.id)))


async def test_found_in_what_customers_write_and_nothing_else_is(shop: Shop) -> None:
    look = shop.app.desk.voice.wish_finding.look
    await look(shop.clock())
    anna = shop.playground.user("Анна", language="ru")
    john = shop.playground.user("John", language="en")
    await anna.says(f"Здравствуйте! {KIDS}. А где мой заказ?")
    await john.says("I wish you sold kids' bikes")
    await anna.says("Хотелось бы узнать, когда приедет курьер")
    await anna.waits_for("№", timeout=60)
    await john.waits_for("№", timeout=60)
    await shop.settles()
    for _ in range(2):
        await look(shop.clock())
    kept = await wishes(shop)
    assert sorted(one.text for one in kept) == ["I wish you sold kids' bikes", f"{KIDS}."]
    assert all(one.message_id and one.ticket_id and one.origin == "message" for one in kept)
    assert len({one.group_id for one in kept}) == 1 == len(await groups(shop))


async def test_the_same_wish_is_one_group_that_admins_name_merge_and_mend(shop: Shop) -> None:
    await wished(shop, KIDS, KIDS_TOO, DRONES)
    kept = await wishes(shop)
    assert kept[0].group_id == kept[1].group_id != kept[2].group_id
    olga = await shop.admin()
    await olga.says("/wishes")
    card = await olga.waits_for("Чего хотят покупатели", timeout=PATIENCE)
    assert f"1. {KIDS} — 2 человека" in card.text and f"2. {DRONES}" in card.text
    await presses(olga, card, "1")
    await olga.waits_until(lambda: "Всего просили: 2" in card.text, timeout=PATIENCE)
    await presses(olga, card, "✕ 1")
    await olga.waits_until(lambda: "Всего просили: 1" in card.text, timeout=PATIENCE)
    ref = (await groups(shop))[0].ref
    again = sealed(shop, olga.id, "wishhide", ref, str(kept[1].id))
    assert "не работает" in await answer_to(olga, card, again)

    await presses(olga, card, "Назвать")
    await olga.waits_for("Как назвать", timeout=PATIENCE)
    await olga.says("Дети <на колёсах>")
    named = await olga.waits_for("Дети <на колёсах>", timeout=PATIENCE, since=olga.mark)
    await presses(olga, named, "Объединить")
    await presses(olga, named, DRONES[:20])
    await olga.waits_until(lambda: "Всего просили: 2" in named.text, timeout=PATIENCE)
    assert [one.title for one in await groups(shop)] == [""]
    gone = sealed(shop, olga.id, "wishset", ref, "done")
    assert "больше нет" in await answer_to(olga, named, gone)
    assert len({one.group_id for one in await wishes(shop)}) == 1


async def test_supervisors_read_and_admins_decide(shop: Shop) -> None:
    vera = await shop.agent("Vera", role="supervisor", language="en")
    boris = await shop.agent("Борис", "orders")
    await vera.says("/wishes")
    await vera.waits_for("No wishes yet", timeout=PATIENCE)
    await wished(shop, KIDS)
    await vera.says("/wishes")
    card = await vera.waits_for("What customers wish for", timeout=PATIENCE)
    await presses(vera, card, "1")
    await vera.waits_until(lambda: "Asked in all: 1" in card.text, timeout=PATIENCE)
    assert not {"Done", "Name it", "Merge", "✕ 1"} & set(card.buttons)
    ref = (await groups(shop))[0].ref
    for verb in ("wishset", "wishname", "wishjoin", "wishhide", "wishtell"):
        assert await answer_to(vera, card, sealed(shop, vera.id, verb, ref, "done"))
    for person in (vera, boris):
        for page in ("list.nothing.9", "group.x.0", "merge..", "nonsense"):
            last = person.sees()[-1]
            await answer_to(person, last, sealed(shop, person.id, "wishpage", "", page))
    await boris.says("/wishes")
    await boris.waits_for("нет на это прав", timeout=PATIENCE)
    assert [(one.state, one.title) for one in await groups(shop)] == [("open", "")]
    async with shop.looks() as tx:
        assert (await tx.scalar(select(Notice.id))) is None


async def test_mondays_tell_what_grows_once(shop: Shop) -> None:
    olga = await shop.admin()
    for week, texts in enumerate(([DRONES], [DRONES, DRONES], [KIDS, KIDS_TOO, KIDS, DRONES]), 1):
        at = MONDAY - timedelta(days=7 * (4 - week)) + timedelta(days=1)
        await wished(shop, *texts, at=at)
    turns_to(shop, MONDAY.astimezone(UTC))
    for _ in range(2):
        await shop.app.desk.voice.wish_digest.weekly(shop.clock())
    message = await olga.waits_for("Чего хотели покупатели", timeout=PATIENCE)
    assert await told(shop, "wishes-weekly") == [(olga.id, "ru")]
    assert message.text.index(KIDS) < message.text.index(DRONES) and "обычно 1" in message.text
    await shop.settles()
    assert await albums(shop) == [olga.id]
