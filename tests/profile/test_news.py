"""Subscriptions: asked for on the shelf, told when there is something, and only then."""

from sqlalchemy import update

from models.memory.notices import Notice
from models.memory.profiles import NewsItem
from models.trade.products import Product
from tests.customer.conversation import stored, toast
from tests.desk import Shop
from tests.profile.known import agrees, newcomer, subscriptions
from tests.profile.newsstand import arrived, changes, looks_round, news, noon, opened
from tests.trade.goods import Shelf, renew
from tests.trade.looking import enters, presses, shown


async def test_back_in_stock_is_told_once_and_ends(shop: Shop) -> None:
    _, anna = await opened(shop, "news")
    await enters(shop, anna, "/catalog bell")
    await presses(shop, anna, "Bell", "4 500 ₽")
    query = await anna.presses(shown(anna), "Сообщить о поступлении")
    assert "напишем" in await toast(query)
    await anna.waits_for(lambda one: "Не сообщать о поступлении" in str(one.buttons))
    await looks_round(shop)
    assert await stored(shop, NewsItem) == []
    await changes(shop, "bell", stock=2)
    await looks_round(shop)
    await anna.waits_for("Снова в продаже")
    assert "Шлем Bell Nomad — 4 500 ₽" in news(shop, anna, "Снова в продаже")[0]
    await arrived(shop)
    await looks_round(shop)
    assert await subscriptions(shop) == []
    await changes(shop, "bell", stock=0)
    await looks_round(shop)
    await changes(shop, "bell", stock=5)
    shop.clock.passes(days=2)
    await looks_round(shop)
    assert len(news(shop, anna, "Снова в продаже")) == 1
    await anna.presses("Шлем Bell Nomad")
    await anna.waits_for(lambda one: "В корзину" in str(one.buttons))


async def test_what_is_gone_again_is_not_told_and_is_waited_for(shop: Shop) -> None:
    _, anna = await opened(shop, "news")
    profile = shop.app.desk.profile
    await enters(shop, anna, "/catalog bell")
    await presses(shop, anna, "Bell", "4 500 ₽")
    await anna.presses(shown(anna), "Сообщить о поступлении")
    await anna.waits_for(lambda one: "Не сообщать о поступлении" in str(one.buttons))
    shop.clock.passes(hours=13)
    await looks_round(shop)
    await changes(shop, "bell", stock=1)
    await profile.looking.stock(shop.clock())
    await profile.telling.tell(shop.clock())
    await changes(shop, "bell", stock=0)
    await profile.looking.stock(shop.clock())
    noon(shop)
    await shop.app.desk.privacy.releasing.release(shop.clock())
    await shop.settles()
    await looks_round(shop)
    assert news(shop, anna, "Снова в продаже") == []
    assert len(await subscriptions(shop)) == 1
    await changes(shop, "bell", stock=3)
    await looks_round(shop)
    await anna.waits_for("Снова в продаже")


async def test_a_lower_price_is_told_beside_the_one_that_was_seen(shop: Shop) -> None:
    _, anna = await opened(shop, "news")
    await enters(shop, anna, "/catalog topeak")
    await presses(shop, anna, "Topeak", "1 890,50 ₽")
    await anna.presses(shown(anna), "Сообщить, если подешевеет")
    await anna.waits_for(lambda one: "Не сообщать о цене" in str(one.buttons))
    await changes(shop, "pump", revised=True, price=185_000)
    await looks_round(shop)
    assert await stored(shop, Notice) == []
    await changes(shop, "pump", revised=True, price=170_000)
    await looks_round(shop)
    await anna.waits_for("Подешевело")
    assert "было 1 890,50 ₽, сейчас 1 700 ₽" in news(shop, anna, "Подешевело")[0]
    await changes(shop, "pump", revised=True, price=189_050)
    await looks_round(shop)
    await changes(shop, "pump", revised=True, price=170_000)
    await looks_round(shop)
    assert len(await stored(shop, Notice)) == 1


async def test_what_is_new_on_a_shelf_is_told_to_those_who_follow_it_or_one_above(
    shop: Shop,
) -> None:
    sold, anna = await opened(shop, "news")
    boris = await newcomer(shop, "Борис", "ru", "news")
    for person, shelves in ((anna, ("Велосипеды",)), (boris, ("Шлемы",))):
        await enters(shop, person)
        for one in shelves:
            await presses(shop, person, one, one)
        await person.presses(shown(person), "Следить за новинками")
        await person.waits_for(lambda one: "Не следить" in str(one.buttons))
    await renew(shop)
    await looks_round(shop)
    assert await stored(shop, NewsItem) == []
    shelf = Shelf(shop)
    for number in (1, 2):
        one = await shelf.product(f"new-{number}", sold.shelves["mountain"], f"Пик {number}")
        await shelf.variant(one, f"new-{number}", "", "", 2_000_000, stock=1)
    gone = await shelf.product("new-gone", sold.shelves["mountain"], "Пик без остатка")
    await shelf.variant(gone, "new-gone", "", "", 2_000_000, stock=0)
    await renew(shop)
    await looks_round(shop)
    await anna.waits_for("Новинки в разделе «Горные»: 2")
    assert "Пик 1 — 20 000 ₽" in news(shop, anna, "Новинки")[0]
    assert "без остатка" not in news(shop, anna, "Новинки")[0]
    assert news(shop, boris, "Нов") == []
    await looks_round(shop)
    assert len(news(shop, anna, "Новинки")) == 1


async def test_a_daily_pace_gathers_and_only_then_writes(shop: Shop) -> None:
    sold, anna = await opened(shop, "news")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Как вам писать")
    await anna.waits_for("Тихие часы")
    await anna.presses("Раз в день")
    await anna.waits_for("раз в день")
    await enters(shop, anna)
    await presses(shop, anna, "Велосипеды", "Велосипеды")
    await anna.presses(shown(anna), "Следить за новинками")
    await anna.waits_for(lambda one: "Не следить" in str(one.buttons))
    digests = shop.app.desk.profile.digests
    await digests.gather(shop.clock())
    shelf = Shelf(shop)
    one = await shelf.product("new", sold.shelves["bikes"], "Пик")
    await shelf.variant(one, "new", "", "", 2_000_000, stock=1)
    await renew(shop)
    await looks_round(shop)
    assert await stored(shop, Notice) == []
    shop.clock.passes(days=1)
    for _ in range(2):
        await digests.gather(shop.clock())
        await looks_round(shop)
    await anna.waits_for("Что нового")
    assert len(news(shop, anna, "Пик — 20 000 ₽")) == 1
    shop.clock.passes(days=1)
    await digests.gather(shop.clock())
    await looks_round(shop)
    assert len(await stored(shop, Notice)) == 1


async def test_nothing_is_told_without_a_yes_to_news(shop: Shop) -> None:
    _, anna = await opened(shop)
    await enters(shop, anna, "/catalog bell")
    await presses(shop, anna, "Bell", "4 500 ₽")
    await anna.presses(shown(anna), "Сообщить о поступлении")
    await anna.waits_for("только с вашего согласия")
    await looks_round(shop)
    await changes(shop, "bell", stock=2)
    await looks_round(shop)
    assert news(shop, anna, "Снова в продаже") == []
    (notice,) = await stored(shop, Notice)
    assert notice.reason == "no_consent"
    await looks_round(shop)
    assert len(await subscriptions(shop)) == 1
    await agrees(shop, anna, "news")
    async with shop.app.store.change() as tx:
        await tx.execute(update(Product).where(Product.key == "bell").values(active=False))
    await looks_round(shop)
    async with shop.app.store.change() as tx:
        await tx.execute(update(Product).where(Product.key == "bell").values(active=True))
    await looks_round(shop)
    await anna.waits_for("Снова в продаже")
