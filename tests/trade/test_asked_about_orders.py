"""What an order's card asks of staff: once it is answered or called off, words are words again."""

from sqlalchemy import select

from models.cards import Card
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import in_forum
from tests.trade.ordered import order_now, orders, presses, stocked

PATIENCE = 10.0


async def test_in_a_tickets_topic(shop: Shop) -> None:
    roma = await shop.agent("Рома", "orders")
    scene = await in_forum(shop, colleagues=(roma,))
    boris, anna, group = scene.boris, scene.anna, scene.group
    placed = await orders(shop, anna, (await stocked(shop), 1))
    ticket = next(one for one in boris.sees(chat=group) if "💡 Пожелание" in one.buttons)

    async def press(verb: str, arg: str) -> None:
        await boris.presses(ticket, data=sealed(shop, group.id, verb, placed.ref, arg))

    await press("wask", "reason")
    asked = await boris.waits_for("почему отменяем", chat=group, timeout=PATIENCE)
    await scene.writes("Такой шлем сняли с производства")
    sure = await boris.waits_for("Отменяем?", chat=group, timeout=PATIENCE)
    await boris.waits_until(lambda: not asked.buttons, timeout=PATIENCE)
    await scene.writes("отмена")
    await boris.waits_for("Бот больше не ждёт", chat=group, timeout=PATIENCE)
    await boris.waits_until(lambda: not sure.buttons, timeout=PATIENCE)
    assert (await order_now(shop)).state == "placed"
    assert "отмена" not in scene.customer_sees()

    await press("wmove", "accept")
    await press("wmove", "pack")
    await press("wform", "ship")
    await press("wask", "carrier")
    asked = await boris.waits_for("кто повезёт", chat=group, timeout=PATIENCE)
    await press("wcarrier", "cdek")
    await boris.waits_until(lambda: not asked.buttons, timeout=PATIENCE)
    await scene.writes("Здравствуйте, сейчас посмотрю")
    await anna.waits_for("сейчас посмотрю", timeout=PATIENCE)
    assert (await order_now(shop)).carrier == "cdek"

    await press("wask", "day")
    day = await boris.waits_for("в какой день", chat=group, timeout=PATIENCE)
    await press("wcarrier", "post")
    await scene.writes("завтра")
    await boris.waits_until(lambda: not day.buttons, timeout=PATIENCE)
    assert "завтра" not in scene.customer_sees()

    await press("wask", "tracking")
    asked = await boris.waits_for("напишите трек-номер", chat=group, timeout=PATIENCE)
    assert "не вам" in await answer_to(roma, asked, asked.button_rows[0][0]["callback_data"])
    await presses(boris, asked, "Не нужно")
    await boris.waits_until(lambda: asked not in boris.sees(chat=group), timeout=PATIENCE)
    async with shop.looks() as tx:
        kept = await tx.scalar(select(Card).where(Card.key.startswith(f"prompt:{boris.id}:")))
    assert kept is not None and (kept.tg_id, kept.digest) == (None, "ended")
