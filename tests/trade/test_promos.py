"""Promo codes: what they take off, why they do not fit, that they are used once."""

from datetime import UTC, datetime, timedelta

import pytest

from models.trade.money import Promo, PromoUse
from services.errors import Refusal
from services.trade.promos import check, discount_of
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.trade.market import changes, orders, ready, stocked, summaries

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def promo(**given: object) -> Promo:
    plain = dict.fromkeys(("left", "starts_at", "ends_at"))
    values = {"percent": 0, "amount": 0, "least": 0, "once": True, "active": True}
    return Promo(code="X", **(plain | values | given))


@pytest.mark.parametrize(
    ("given", "goods", "taken"),
    [
        ({"percent": 10}, 99999, 9999),
        ({"percent": 100}, 500, 500),
        ({"amount": 50000}, 120000, 50000),
        ({"amount": 50000}, 30000, 30000),
    ],
)
def test_what_a_code_takes_off(given: dict[str, int], goods: int, taken: int) -> None:
    assert discount_of(promo(**given), goods) == taken


@pytest.mark.parametrize(
    ("given", "goods", "used", "why"),
    [
        (None, 1000, False, "promo-unknown"),
        ({"active": False}, 1000, False, "promo-unknown"),
        ({"starts_at": NOW + timedelta(1)}, 1000, False, "promo-early"),
        ({"ends_at": NOW}, 1000, False, "promo-late"),
        ({"left": 0}, 1000, False, "promo-used-up"),
        ({}, 1000, True, "promo-once"),
        ({"least": 1001}, 1000, False, "promo-least"),
        ({"once": False}, 1000, True, None),
    ],
)
def test_why_a_code_does_not_fit(
    given: dict[str, object] | None, goods: int, used: bool, why: str | None
) -> None:
    code = promo(**given) if given is not None else None
    if why is None:
        assert check(code, goods, used, "RUB", NOW) is code
        return
    with pytest.raises(Refusal) as refused:
        check(code, goods, used, "RUB", NOW)
    assert refused.value.key == why


async def test_a_code_is_used_with_the_order_and_gone_when_it_no_longer_fits(shop: Shop) -> None:
    bell = await stocked(shop, 120000, 9)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    await anna.presses(summary, "Промокод")
    await anna.waits_for("Напишите промокод")
    await anna.says("зима")
    await anna.waits_for("Такого промокода у нас нет")
    await anna.says("spring ")
    summary = await anna.waits_for("Скидка по коду SPRING: −120\u00a0₽")
    await changes(shop, bell, price=90000)
    await anna.presses(summary, "Подтвердить")
    summary = await anna.waits_for("Промокод SPRING убрали. Этот промокод действует при заказе от")
    assert "Итого: 900\u00a0₽" in summary.text
    await changes(shop, bell, price=120000)
    await anna.presses(summary, "Подтвердить")
    await anna.waits_for("стало 1\u00a0200")
    await anna.presses("Промокод")
    await anna.waits_for("Напишите промокод")
    await anna.says("SPRING")
    summary = await anna.waits_for("Итого: 1\u00a0080")
    await anna.presses(summary, "Подтвердить")
    await anna.waits_for("№1\nПодтверждён")
    (order,) = await orders(shop)
    assert (order.discount, order.total) == (12000, 108000)
    assert [one.order_id for one in await stored(shop, PromoUse)] == [order.id]
