"""F15: the bot was down: presses are lost, messages too; no order hangs on that."""

import os

import pytest

from tests.conftest import OpenShop
from tests.customer.conversation import button
from tests.desk import Shop
from tests.trade.market import confirmations, orders, ready, stocked, summaries

BUYERS = 100 if os.environ.get("FAULTS") == "full" else 3


@pytest.mark.parametrize(
    ("seconds", "said"), [(200, "Нажатия кнопок"), (25 * 3600, "только сутки")]
)
async def test_down_for_a_while(shop: Shop, open_shop: OpenShop, seconds: int, said: str) -> None:
    olga = await shop.admin()
    bell = await stocked(shop, stock=BUYERS)
    people = [await ready(shop, f"Покупатель {number}", bell) for number in range(BUYERS)]
    shown = [summaries(shop, person)[0] for person in people]
    await shop.settles()
    await shop.closes()
    queries = [
        await person.presses(summary, data=button(summary, "Подтвердить"))
        for person, summary in zip(people, shown, strict=True)
    ]
    shop.clock.passes(seconds=seconds)
    shop.playground.clock.advance(seconds)
    again = await open_shop()
    await olga.waits_for(said, since=0)
    for person in people:
        await person.waits_for("Заказ ещё не подтверждён")
    assert [one.state for one in await orders(again)] == ["draft"] * BUYERS
    assert all(query.answer is None for query in queries), "those presses were lost"
    for person in people[1:]:
        await person.says("да")
        await person.waits_for("Подтверждён")
    await people[0].presses("Подтвердить", chat=None)
    await people[0].waits_for("Подтверждён")
    assert [one.state for one in await orders(again)] == ["placed"] * BUYERS
    assert all(len(confirmations(again, person)) == 1 for person in people)


async def test_a_short_break_is_no_gap(shop: Shop, open_shop: OpenShop) -> None:
    olga = await shop.admin()
    anna = await ready(shop, "Анна", await stocked(shop))
    await shop.settles()
    await shop.closes()
    shop.clock.passes(seconds=60)
    again = await open_shop()
    await anna.says("да")
    await anna.waits_for("Подтверждён")
    assert not any("не было на связи" in one.text for one in olga.sees())
    assert len(summaries(again, anna)) == 0
