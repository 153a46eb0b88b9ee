"""Words for the catalogue: a search, and a question about a thing that goes to people with it."""

from sqlalchemy import update

from models.trade.products import Product
from tests.conftest import OpenShop
from tests.customer.conversation import toast
from tests.desk import Shop
from tests.trade.goods import fill
from tests.trade.looking import cards, enters, plain, presses, shown


async def test_words_find_and_a_person_is_one_tap_away(open_shop: OpenShop) -> None:
    shop = await open_shop()
    await fill(shop)
    anna = shop.playground.user("Анна", language="ru")
    await enters(shop, anna)
    await anna.presses(shown(anna), "Найти")
    await anna.waits_for("Что ищем?")
    await shop.closes()
    shop = await open_shop()
    await shop.app.desk.trade.look()
    await anna.says("горный веласипед до 40000")
    found = await anna.waits_for("Нашлось")
    await anna.waits_until(lambda: cards(anna) == [found])
    assert "«горный веласипед до 40000»" in found.text and "Гора" not in found.text
    assert await shop.tickets() == []
    await presses(shop, anna, "▶", "7. Велосипед Тропа")
    await presses(shop, anna, "Тропа 7", "В наличии")
    await presses(shop, anna, "Назад", "7. Велосипед Тропа")

    near = await enters(shop, anna, "/catalog шлем фиолетовый")
    assert "Точно такого у нас не нашлось" in near.text and "Giro" in near.text
    none = await enters(shop, anna, "/catalog пылесос")
    assert "Ничего похожего" in none.text
    layout = await enters(shop, anna, "/catalog iktv")
    assert "Нашлось 2 товара" in layout.text
    await anna.presses(shown(anna), "Найти")
    await anna.waits_for("Что ищем?")
    await anna.presses("Не нужно")
    await shop.settles()
    await anna.says("сколько стоит доставка в Тверь?")
    await anna.waits_for("№1")


async def test_what_is_sold_out_says_so_and_a_question_carries_the_thing(shop: Shop) -> None:
    sold = await fill(shop)
    boris = await shop.agent("Борис", "sales")
    group = await shop.group("Продажи", "sales", boris)
    john = shop.playground.user("John", language="en")
    await john.says("/catalog helmet")
    await john.waits_for("2 items found")
    await john.presses("Bell Nomad helmet")
    card = await john.waits_for("Out of stock")
    assert "Add to cart" not in str(card.buttons)
    await john.presses("Ask when it will be back")
    await john.waits_for("Write your question about “Bell Nomad helmet”")
    await john.says("Will there be size L in black?")
    await john.waits_for("№1 · Question about a product")
    (ticket,) = await shop.tickets()
    assert ticket.product_id == sold.things["bell"]
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    staff = await boris.waits_for("🛍 Шлем Bell Nomad", chat=group)
    assert "нет в наличии" in staff.text and "4 500 ₽" in plain(staff.text)
    await boris.waits_for("Will there be size L", chat=group)

    await john.presses("Ask when it will be back")
    await john.waits_for("Write your question")
    await john.says("and in white?")
    await boris.waits_for("and in white?", chat=group)
    assert len(await shop.tickets()) == 1
    async with shop.app.store.change() as tx:
        await tx.execute(
            update(Product).where(Product.id == sold.things["bell"]).values(active=False)
        )
    query = await john.presses("Ask when it will be back")
    assert "no longer sold" in await toast(query)
