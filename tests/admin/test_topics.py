"""Topics in the hands of admins: the list, and a new topic step by step."""

from models import registry
from models.labels import PICK, TOPIC_CHANGE
from tests.admin.teaching import asked, labelled, opens, topic, verbs
from tests.desk import Shop
from tests.staff.scenes import labels

OTHER = "О чём-то другом"


async def test_the_list_shows_queues_and_labels(shop: Shop) -> None:
    olga = await shop.admin()
    [number] = await asked(shop, "где коробка")
    await labelled(shop, number, "delivery", PICK, 5)
    await olga.says("/topics")
    card = await olga.waits_for("Темы: 19")
    assert "• Доставка — Заказы, разметки: 1" in card.text
    assert "пересекаются" not in card.text


async def test_topics_that_are_mistaken_for_each_other_are_pointed_out(shop: Shop) -> None:
    olga = await shop.admin()
    for number in await asked(shop, "где коробка", "верните за руль", "когда же приедет седло"):
        await labelled(shop, number, "refund", TOPIC_CHANGE, olga.id)
    await olga.says("/topics")
    card = await olga.waits_for("пересекаются")
    assert "«Доставка» и «Возврат денег»: 3 обращения" in card.text


async def test_what_the_serving_model_takes_for_each_other_is_pointed_out(shop: Shop) -> None:
    olga = await shop.admin()
    sizes = dict.fromkeys(shop.app.book.shop.topics, 120)
    pairs = [["refund", "return_exchange", 14], ["return_exchange", "refund", 9]]
    pairs += [["delivery", "price_discount", 30], ["delivery", "payment", 2]]
    async with shop.app.store.change() as tx:
        [row] = await registry.serving_versions(tx)
        row.figures = {**row.figures, "mistakes": {"messages": sizes, "pairs": pairs}}
    await olga.says("/topics")
    card = await olga.waits_for("Эти темы модель путает")
    assert "«Возврат денег»: 14 из 120 сообщений приняты за «Возврат или обмен»" in card.text
    assert "Обратно — 9 из 120. На обе отвечает один отдел" in card.text
    assert "«Доставка»: 30 из 120" in card.text and "Отвечают на них разные отделы" in card.text
    assert "Оплата»" not in card.text.split("путает")[1]
    john = await shop.agent("John", role="admin", language="en")
    await john.says("/topics")
    card = await john.waits_for("The model mistakes these topics")
    assert "14 of 120 messages were read as" in card.text


async def test_a_topic_is_added_step_by_step(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/topics")
    await olga.waits_for("Темы:")
    await olga.presses("➕ Новая тема")
    await olga.waits_for("Как назвать тему?")
    await olga.says("Прокат")
    await olga.waits_for("ровно две строки")
    await olga.says("Доставка\nShipping")
    await olga.waits_for("уже есть")
    await olga.says("Прокат\nBike rental, day & night <b>")
    await olga.waits_for("Какая очередь")
    await olga.says("Продажи")
    await olga.waits_for("кнопкой")
    await olga.presses("Продажи")
    await olga.waits_for("хотя бы 3")
    await olga.says("сдаёте напрокат?\nСдаёте напрокат?\n123")
    await olga.waits_for("Маловато")
    await olga.says("1. сдаёте напрокат?\n• почём прокат на сутки\nвелик на выходные взять")
    await olga.waits_for("в ней 3 примера")
    card = await olga.waits_for("По-английски: Bike rental, day & night <b>", since=0)
    assert "Очередь: Продажи" in card.text
    assert [one.text for one in await labels(shop)] == [
        "сдаёте напрокат?",
        "почём прокат на сутки",
        "велик на выходные взять",
    ]
    row = await topic(shop, "bike_rental_day_nigh")
    assert row.active
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("photo")
    mine = await anna.waits_for("о чём оно")
    await anna.presses(mine, OTHER)
    await anna.waits_for(lambda one: "Прокат" in one.buttons)
    await anna.presses(mine, "Прокат")
    await anna.waits_for("«Продажи»", since=0)
    await shop.settles()
    (ticket,) = await shop.tickets()
    assert ticket.topic_id == row.id
    assert await verbs(shop) == ["topic_added"]


async def test_a_dialog_can_be_left(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/topics")
    await olga.waits_for("Темы:")
    await olga.presses("➕ Новая тема")
    question = await olga.waits_for("Как назвать тему?")
    await olga.presses(question, "Отменить")
    await olga.waits_until(lambda: question.deleted)
    await olga.says("Прокат\nRental")
    await olga.waits_for("ответ")
    assert "rental" not in {one.key for one in shop.app.book.shop.topics.values()}


async def test_a_dialog_left_alone_takes_no_words_the_next_day(shop: Shop) -> None:
    olga = await shop.admin()
    await opens(olga, "Доставка")
    await olga.presses("Переименовать")
    await olga.waits_for("Как назвать тему?")
    shop.clock.passes(hours=20)
    await olga.says("Прокат\nRental")
    await olga.waits_for("ответ")
    assert shop.app.book.shop.topics["delivery"].titles["ru"] == "Доставка"
