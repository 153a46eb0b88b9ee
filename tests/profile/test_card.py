"""The staff's card of a customer: who, what is owed, what not to offer; pages in place."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from models.memory.at_a_glance import Glance
from models.memory.complaints import Complaint
from models.memory.notices import ContactPreference
from models.memory.profiles import INFERRED, ProfileEntry
from models.memory.segments import Segment
from models.memory.surveys import Survey
from models.memory.wishes import Wish
from models.trade.orders import OrderEvent
from services.profile.staff_card import cautions
from tests.customer.conversation import DELIVERY
from tests.desk import Shop
from tests.profile.known import agrees, newcomer
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import orders, stocked


async def test_a_newcomer_has_a_card_too_and_its_pages_turn_in_place(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await newcomer(shop, "Анна")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await boris.says("/card 1")
    card = await boris.waits_for("👤 Анна")
    assert "ответить в №1" in card.text
    assert "согласия на новости нет" in card.text
    for button, said in (
        ("Заказы", "Заказов пока не было"),
        ("Мнения", "Оценок и пожеланий пока нет"),
        ("Знаем", "Пока ничего"),
        ("Согласия", "Новости и предложения: не отвечал"),
        ("Обращения", "Обращений: 1"),
    ):
        await boris.presses(card, button)
        turned = await boris.waits_for(lambda one, said=said: said in one.text)
        assert turned.id == card.id
    await boris.presses(card, "Кто")
    await boris.waits_for("ответить в №1")


async def test_what_is_known_owed_and_not_to_be_offered(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders", language="en")
    anna = await newcomer(shop, "Анна")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await shop.settles()
    customer_id = await agrees(shop, anna, "memory", "profiling")
    await agrees(shop, anna, "news", given=False)
    now = shop.clock()
    async with shop.app.store.change() as tx:
        tx.add(
            ProfileEntry(
                ref="a",
                customer_id=customer_id,
                field="called",
                value="Анечка",
                source="declared",
                at=now,
            )
        )
        tx.add(
            ProfileEntry(
                ref="b",
                customer_id=customer_id,
                field="address",
                value="Тверь, 1",
                source=INFERRED,
                why={"key": "profile-why-order", "args": {"number": "12"}},
                at=now,
            )
        )
        preference = ContactPreference(
            customer_id=customer_id,
            time_zone="Asia/Omsk",
            muted=["guide"],
            fewer={},
            paused_until=now + timedelta(days=7),
            changed_at=now,
        )
        await tx.merge(preference)
        tx.add(
            Segment(
                customer_id=customer_id,
                stage="at_risk",
                since=now,
                orders=5,
                spent=100,
                first_at=now,
                last_at=now,
                recency_score=1,
                frequency_score=1,
                money_score=1,
                again=0.5,
                worth=150_000,
                why=[],
                computed_at=now,
            )
        )
        tx.add(Wish(customer_id=customer_id, text="детские шлемы", origin="staff", created_at=now))
        tx.add(
            Complaint(
                ref="c",
                customer_id=customer_id,
                ticket_id=1,
                cause="words",
                opened_at=now,
                answer_due_at=now,
                decide_due_at=now + timedelta(days=3),
            )
        )
    async with shop.app.store.change() as tx:
        why = {"key": "profile-why-checkout", "args": {}}
        phone = {"field": "phone", "value": "+79123456789", "source": INFERRED, "why": why}
        tx.add(ProfileEntry(ref="p", customer_id=customer_id, at=now, **phone))
        rated = {"kind": "nps", "score": 9, "comment": "Быстро и вежливо", "asked_at": now}
        rated |= {"slot": "", "due_at": now}
        tx.add(Survey(ref="s", customer_id=customer_id, **rated))
    bought = (await stocked(shop), 1)
    placed = await orders(shop, anna, bought, state="delivered", delivered_at=now, rated=4)
    async with shop.app.store.change() as tx:
        said = {"verb": "comment", "details": {"words": "Коробка помялась"}}
        tx.add(OrderEvent(order_id=placed.id, at=now, by_tg_id=anna.id, **said))
    await boris.says("/card 1")
    card = await boris.waits_for("Call them Анечка")
    assert "+7 912 345-67-89" in card.text and "\n\n\n" not in card.text
    there = now.astimezone(ZoneInfo("Asia/Omsk"))
    assert f"Their time is {there.hour}:" in card.text
    for said in (
        "Orders less than usual",
        "a decision on the complaint in №1",
        "anything while a complaint is open (№1)",
        "said no to news",
        "on pause",
        "guides and reviews: turned off",
    ):
        assert said in card.text, said
    await boris.presses(card, "Known")
    await boris.waits_for("Address: Тверь, 1 — from order №12")
    await boris.presses(card, "Opinions")
    page = await boris.waits_for("детские шлемы")
    assert "“Быстро и вежливо”" in page.text
    assert f"№{placed.id}" in page.text and "“Коробка помялась”" in page.text
    await boris.presses(card, "Consents")
    await boris.waits_for("News and offers: no")


async def test_only_those_who_answer_the_queue_turn_its_pages(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "care")
    anna = await newcomer(shop, "Анна")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    (ticket,) = await shop.tickets()
    await boris.says("/card 1")
    await boris.waits_for("👤 Анна")
    await vera.says("/mine")
    mine = await vera.waits_for(lambda one: bool(one.buttons))
    forged = sealed(shop, vera.id, "cardpage", ticket.ref, "known")
    assert "другой очереди" in await answer_to(vera, mine, forged)
    assert not [one for one in vera.sees() if "👤 Анна" in one.text]


def test_nothing_stands_against_somebody_who_agreed() -> None:
    nothing = Glance((), (), (), (), (), (), (), (), None)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert cautions(frozenset({"news"}), None, nothing, "ru", now) == []
    (one,) = cautions(frozenset(), None, nothing, "ru", now)
    assert one.key == "caution-never-asked"
