"""Who set a time zone of their own reads every moment in it; staff read the shop's."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from models.memory.notices import ContactPreference
from playground.people import Person
from services import contacts
from services.trade.said import status_said
from services.trade.states import SHIPPED, Order
from tests.customer.conversation import DELIVERY
from tests.customer.shopfront import at, shop, texts
from tests.desk import Shop
from tests.profile.known import newcomer
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import customer_of, orders, stocked
from tests.voice.scene import complaints
from tests.voice.test_complaints_begin import ANGRY

MOSCOW, VLADIVOSTOK = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Vladivostok")
KAMCHATKA = ZoneInfo("Asia/Kamchatka")


async def test_ones_own_time_is_read_on_every_card_at_once(shop: Shop) -> None:
    john = await newcomer(shop, "John", "en")
    await _lives_in(shop, john, "Asia/Vladivostok")
    await john.says(DELIVERY)
    await john.waits_for("№1", since=0)
    (ticket,) = await shop.tickets()
    assert ticket.due_at is not None
    await reads(john, "We will answer", ticket.due_at, VLADIVOSTOK)
    await john.says("/operator")
    await reads(john, "A person from our", ticket.due_at, VLADIVOSTOK)

    vera = await shop.agent("Вера", "care", role="supervisor")
    await _lives_in(shop, vera, "Asia/Kamchatka")
    anna = await newcomer(shop)
    placed = await orders(shop, anna, (await stocked(shop), 1))
    await anna.says(ANGRY)
    await anna.waits_for("Разберёмся, что пошло не так", since=0)
    await shop.settles()
    (one,) = await complaints(shop)
    told = (("Решение сообщим", one.decide_due_at), ("Оформлен", placed.created_at))
    for words, moment in told:
        await reads(anna, words, moment, MOSCOW)

    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Язык и время")
    await anna.waits_for("Пока считаем по времени магазина")
    await anna.presses("Владивосток")
    for words, moment in told:
        await reads(anna, words, moment, VLADIVOSTOK)
    await reads(vera, "Решить", one.decide_due_at, MOSCOW)

    await anna.presses("Другой город")
    await anna.waits_for("В каком вы городе?")
    await anna.says("Камчатка")
    for words, moment in told:
        await reads(anna, words, moment, KAMCHATKA)
    await anna.presses("English")
    await reads(anna, "2. We will tell you", one.decide_due_at, KAMCHATKA)
    assert await shop.app.views.profile.own_zone(vera.id) is None
    await answer_to(vera, vera.sees()[-1], sealed(shop, vera.id, "ascustomer", ""))
    assert await shop.app.views.profile.own_zone(vera.id) == KAMCHATKA


@pytest.mark.parametrize(
    ("zone", "russian", "english"),
    [
        (None, "🕘 Отвечаем:", "🕘 We answer:"),
        ("Asia/Istanbul", "Сейчас открыто, до 20:00.", "Open now, until 20:00."),
        ("Asia/Vladivostok", "магазина (там сейчас 12:00)", "shop's clock (12:00 there now)"),
        ("Asia/Vladivostok", "закроемся завтра в 3:00.", "we close tomorrow at 3:00, your time."),
    ],
)
def test_opening_hours_stay_the_shops_and_say_so(
    zone: str | None, russian: str, english: str
) -> None:
    now = at(23, 12)
    own = texts().read_in(ZoneInfo(zone) if zone else None)
    for language, wanted in (("ru", russian), ("en", english)):
        told = own.say(language, "contacts", lines=contacts.lines(shop(), language, now))
        assert wanted in told
        assert "9:00–20:00" in told


def test_the_day_of_a_parcel_is_the_shops_everywhere() -> None:
    order = Order(state=SHIPPED, expected_at=at(24, 12), carrier="", tracking="", tracking_url="")
    said = status_said(shop(), order, "en", at(22, 12))
    for zone in ("Pacific/Honolulu", "Pacific/Kiritimati"):
        told = texts().read_in(ZoneInfo(zone)).say("en", "mine-order", number="1", status=said)
        assert "24 November" in told


async def _lives_in(shop: Shop, person: Person, zone: str) -> None:
    known = await customer_of(shop, person)
    async with shop.app.store.change() as tx:
        row = ContactPreference(customer_id=known.id, time_zone=zone, changed_at=shop.clock())
        tx.add(row)


async def reads(person: Person, words: str, moment: datetime, zone: ZoneInfo) -> None:
    """Until a line with these words tells a person the moment on the clock of a zone."""
    local = moment.astimezone(zone)
    clock = f" {local.hour}:{local:%M}"
    await person.waits_until(
        lambda: any(
            words in line and clock in line
            for one in person.sees()
            for line in (one.text or "").splitlines()
        ),
        timeout=20,
    )
