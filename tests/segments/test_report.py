"""`/stats customers`: figures, a picture, people at risk with the reason; VIPs first in a queue."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.reports.customers import draw
from models.memory.segments import Segment
from models.people import Customer
from models.tickets import Ticket
from models.turn import Turn
from services.segments.first import in_turn
from services.segments.report import CustomerFigures, read_figures
from tests.admin.past_weeks import albums
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.segments.past import buyer
from tests.segments.test_nights import passes_a_night
from tests.trade.ordered import presses

PATIENCE = 15.0


async def filled(shop: Shop) -> None:
    """Six at risk by name after three nights, one VIP, some others."""
    for one in range(6):
        await buyer(shop, f"Вера <{one}>", [7 * week + 1 for week in range(12)], total=100_00 + one)
    for one in range(3):
        await buyer(shop, f"Гость {one}", [10 + one], agreed=None)
    for days in (1, 45, 1):
        await passes_a_night(shop, days=days)


async def test_figures_a_picture_and_who_is_at_risk(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    olga = await shop.admin()
    await olga.says("/stats customers")
    await olga.waits_for("Считать пока нечего", timeout=PATIENCE)
    await filled(shop)
    await olga.says("/stats customers")
    card = await olga.waits_for("Посчитано в ночь", timeout=PATIENCE)
    assert "Под угрозой: 6" in card.text and "По именам знаем 6 из 9" in card.text
    assert "Заказов пока мало" in card.text and "→ ⚠️ Под угрозой" in card.text
    await shop.settles()
    assert await albums(shop) == [olga.id]
    await presses(olga, card, "⚠️ Под угрозой: 6")
    await olga.waits_until(lambda: "Вера <5>" in card.text)
    assert "обычно заказывает раз в 7 дней, последний заказ — 7 недель назад" in card.text
    assert "Вера <0>" not in card.text  # the sixth, on the next page
    await presses(olga, card, "▶️")
    await olga.waits_until(lambda: "Вера <0>" in card.text)
    await presses(olga, card, "6")  # has never asked anything: said in a toast
    await boris.says("/stats customers")
    await shop.settles()
    assert not any("Посчитано" in one.text for one in boris.sees())


async def test_old_and_forged_buttons_are_refused(shop: Shop) -> None:
    olga = await shop.admin()
    await filled(shop)
    await olga.says("/stats customers")
    card = await olga.waits_for("Посчитано в ночь", timeout=PATIENCE)
    for verb, arg in (("cupage", "nowhere"), ("cuopen", "x"), ("cuopen", "99999")):
        said = await answer_to(olga, card, sealed(shop, olga.id, verb, "", arg))
        assert said, (verb, arg)


async def test_the_picture_is_drawn_in_both_languages(shop: Shop) -> None:
    await filled(shop)
    found = await read_figures(shop.app.context, shop.clock())
    assert isinstance(found, CustomerFigures) and found.people == 9
    for language in ("ru", "en"):
        path = shop.app.context.shelf.folder / f"{language}.png"
        draw(found, language, path)
        assert path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 20_000


async def test_a_vip_goes_first_where_the_shop_wants_it(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna, vera = (shop.playground.user(name, language="ru") for name in ("Анна", "Вера"))
    for person in (anna, vera):
        await person.starts()
        await person.says("Где мой заказ? Жду доставку третий день")
        await shop.settles()
    async with shop.app.store.change() as tx:
        row = (await tx.execute(select(Customer).where(Customer.tg_id == vera.id))).scalar_one()
        now = shop.clock()
        figures = {"orders": 9, "spent": 1, "again": 0.5, "worth": 1, "stage": "vip", "vip": True}
        scores = dict.fromkeys(("recency_score", "frequency_score", "money_score"), 5)
        times = dict.fromkeys(("since", "first_at", "last_at", "computed_at"), now)
        tx.add(Segment(customer_id=row.id, **figures, **scores, **times))
    facts = dict(shop.app.book.shop.facts)
    facts["segments"] = {"vip_first": True, "people": "unless_refused"}
    object.__setattr__(shop.app.book.shop, "facts", facts)
    await boris.says("/queue")
    listed = await boris.waits_for("⭐", timeout=PATIENCE)
    assert listed.text.index("Вера") < listed.text.index("Анна")
    queue = shop.app.book.shop.queue_by_key("orders")
    assert queue is not None
    actor = shop.app.directory.find(boris.id)
    await shop.app.desk.work.take_oldest(
        Turn(bot_id=shop.app.bot.id, now=shop.clock()), actor, queue.id
    )
    taken = [one.customer_id for one in await shop.tickets() if one.agent_id]
    assert taken == [row.id]


def test_nobody_waits_for_ever() -> None:
    now = datetime(2026, 11, 28, 12, tzinfo=UTC)
    target = timedelta(minutes=30)

    def waits(number: int, minutes: float) -> Ticket:
        since = now - timedelta(minutes=minutes)
        return Ticket(id=number, customer_id=number, opened_at=since, waiting_since=since)

    found = [waits(1, 5), waits(2, 14), waits(3, 16), waits(4, 40), waits(5, 1), waits(6, 20)]
    assert [one.id for one in in_turn(found, {5, 1, 6}, target, now)] == [4, 6, 3, 1, 5, 2]
    assert [one.id for one in in_turn(found, set(), target, now)] == [4, 6, 3, 2, 1, 5]
