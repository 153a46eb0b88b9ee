"""One size is out while the others are there: it is waited for alone."""

import asyncio

from models.memory.notices import Notice
from models.memory.profiles import NewsItem
from tests.conftest import OpenShop
from tests.customer.conversation import stored, toast
from tests.databases import database_url, empty_database_url
from tests.profile.known import subscriptions
from tests.profile.newsstand import changes, looks_round, news, opened
from tests.security.forging import answer_to, sealed
from tests.trade.looking import enters, presses, shown

__all__ = ["database_url", "empty_database_url"]


async def test_a_size_that_is_out_is_waited_for_alone(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    sold, anna = await opened(shop, "news")
    await enters(shop, anna, "/catalog giro")
    await presses(shop, anna, "Giro", "5 990 ₽")
    assert "когда будет" not in str(shown(anna).buttons)
    await anna.presses(shown(anna), "✕ L")
    await anna.waits_for(lambda one: "Сообщить, когда будет «L»" in str(one.buttons))
    there = sealed(shop, anna.id, "pfwant", "back_in_stock", f"v{sold.variants['giro-m']}")
    assert "уже есть" in await answer_to(anna, shown(anna), there)
    query = await anna.presses(shown(anna), "Сообщить, когда будет «L»")
    assert "напишем" in await toast(query)
    await anna.waits_for(lambda one: "Не сообщать про «L»" in str(one.buttons))
    await changes(shop, "giro-l", stock=1)
    ended = await anna.presses(shown(anna), "Не сообщать про «L»")
    assert "Больше не будем" in await toast(ended)
    assert await subscriptions(shop) == []
    await shop.settles()
    await changes(shop, "giro-l", stock=0)
    await anna.presses(shown(anna), "● L")
    await anna.waits_for(lambda one: "Сообщить, когда будет «L»" in str(one.buttons))
    await anna.presses(shown(anna), "Сообщить, когда будет «L»")
    await anna.waits_for(lambda one: "Не сообщать про «L»" in str(one.buttons))
    await anna.says("/profile")
    await anna.waits_for("Здесь можно сохранить")
    await anna.presses("Подписки")
    await anna.waits_for("Снова в продаже: Шлем Giro Fixture (L)")
    told = "Шлем Giro Fixture (L) — 5 990 ₽"
    await changes(shop, "giro-m", stock=9)
    await looks_round(shop)
    await looks_round(shop)
    assert await stored(shop, NewsItem) == [], "another size is no news"

    await changes(shop, "giro-l", stock=2)
    await shop.app.desk.profile.looking.stock(shop.clock())
    await changes(shop, "giro-l", stock=0)
    await looks_round(shop)
    assert news(shop, anna, told) == [], "gone again before it could be told"
    shop.clock.passes(days=1)
    await changes(shop, "giro-l", stock=2)
    await looks_round(shop)
    await anna.waits_for("Шлем Giro Fixture (L) —")
    async with asyncio.timeout(10):
        while not any(one.tg_id for one in await stored(shop, Notice)):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await looks_round(shop)
    assert await subscriptions(shop) == []
    await changes(shop, "giro-l", stock=0)
    await looks_round(shop)
    await changes(shop, "giro-l", stock=5)
    shop.clock.passes(days=2)
    await looks_round(shop)
    assert len(news(shop, anna, told)) == 1
    await anna.presses("Шлем Giro Fixture")
    await anna.waits_for(lambda one: "● L" in str(one.buttons))
