"""Who wished hears that it is there: with a yes to news, once, never in the staff's words."""

from sqlalchemy import select

from models.memory.consents import NEWS
from models.memory.notices import Notice
from models.messages import CUSTOMER, Message
from models.people import Customer
from models.tickets import Ticket
from models.turn import Turn
from tests.desk import Shop
from tests.privacy.offering import yes_to
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import presses
from tests.voice.test_wish_groups import DRONES, KIDS, KIDS_TOO, PATIENCE, groups, wished
from tests.voice.test_wishing import wishes

NOTED = "дама капризная, хочет детский велосипед"


async def agree(shop: Shop, *tg_ids: int) -> None:
    """These customers said yes to news."""
    async with shop.app.store.change() as tx:
        for one in (await tx.scalars(select(Customer).where(Customer.tg_id.in_(tg_ids)))).all():
            await yes_to(tx, one.id, NEWS, shop.clock())


async def wrote_it(shop: Shop, wish_id: int) -> None:
    """The wish stands in a message of its customer's."""
    now, queue_id = shop.clock(), next(iter(shop.app.context.shop.queues))
    async with shop.app.store.change() as tx:
        wish = next(one for one in await wishes(shop) if one.id == wish_id)
        ticket = Ticket(
            ref=f"wish{wish_id}",
            customer_id=wish.customer_id,
            queue_id=queue_id,
            state="resolved",
            opened_at=now,
            changed_at=now,
        )
        tx.add(ticket)
        await tx.flush()
        said = Message(ticket_id=ticket.id, side=CUSTOMER, kind="text", text=wish.text, said_at=now)
        tx.add(said)
        await tx.flush()
        (await tx.merge(wish)).message_id = said.id


async def test_only_those_who_agreed_are_told_and_staff_s_words_are_never_quoted(
    shop: Shop,
) -> None:
    await wished(shop, KIDS, NOTED, KIDS)
    await wished(shop, KIDS_TOO, first=700)  # the first one asks again
    first, _, third, again = await wishes(shop)
    group = await groups(shop)
    assert len(group) == 1
    for one in (first, third, again):
        await wrote_it(shop, one.id)
    await agree(shop, 700, 701)
    olga = await shop.admin()
    await olga.says("/stats wishes")
    card = await olga.waits_for("Чего хотят покупатели", timeout=PATIENCE)
    await presses(olga, card, "1")
    await olga.waits_until(lambda: "Всего просили: 3" in card.text, timeout=PATIENCE)
    send = sealed(shop, olga.id, "wishtell", group[0].ref)
    assert "Сначала отметьте" in await answer_to(olga, card, send)
    await presses(olga, card, "Сделано")
    await presses(olga, card, "Рассказать тем, кто просил (2)")
    await olga.waits_until(lambda: "Сначала назовите группу" in card.text, timeout=PATIENCE)
    assert not any("Отправить" in one for one in card.buttons)
    assert "Сначала назовите" in await answer_to(olga, card, send)

    actor, turn = shop.app.desk.context.directory.find(olga.id), Turn(0, shop.clock())
    await shop.app.desk.voice.wish_groups.rename(turn, actor, group[0].ref, "детские")
    named = await olga.waits_for("детские", timeout=PATIENCE, since=0)
    await presses(olga, named, "Рассказать тем, кто просил (2)")
    await olga.waits_until(lambda: "получат сообщение: 2" in named.text, timeout=PATIENCE)
    assert "ещё не рассказали: 3" in named.text and NOTED not in named.text
    assert f"«{KIDS_TOO}»" in named.text and "Вы спрашивали о таком: детские" in named.text
    await presses(olga, named, "Отправить (2)")
    await olga.waits_until(lambda: "Вернуть в открытые" in named.buttons, timeout=PATIENCE)
    assert "Рассказывать некому" in await answer_to(olga, named, send)
    async with shop.looks() as tx:
        sent = list(await tx.scalars(select(Notice).order_by(Notice.customer_id)))
    assert [(one.payload["key"], one.payload["args"]["wish"]) for one in sent] == [
        ("wish-came", KIDS_TOO),
        ("wish-came-noted", "детские"),
    ]
    assert {(one.kind, one.dedup) for one in sent} == {("wish", f"wish:{group[0].id}")}

    await wished(shop, DRONES, first=700)
    await wished(shop, DRONES, first=705)
    await agree(shop, 705)
    _, drones = await groups(shop)
    desk = shop.app.desk.voice.wish_groups
    await desk.rename(Turn(0, shop.clock()), actor, drones.ref, "дрон")
    await desk.settle(Turn(0, shop.clock()), actor, drones.ref, "done")
    await desk.tell(
        Turn(0, shop.clock()), actor, drones.ref
    )  # the first one has heard of both by now
    await desk.merge(Turn(0, shop.clock()), actor, group[0].ref, drones.ref)
    send = sealed(shop, olga.id, "wishtell", drones.ref)
    assert "Рассказывать некому" in await answer_to(olga, named, send)
    async with shop.looks() as tx:
        kept = list(await tx.scalars(select(Notice.dedup).order_by(Notice.dedup)))
    assert [one.partition(":")[0] for one in kept] == ["told-twice", "wish", "wish", "wish"]
    assert set(kept[1:]) == {f"wish:{drones.id}"}
