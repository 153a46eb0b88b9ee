"""The question before an erasure: whose data it is, a way back, and nothing to press afterwards."""

from playground.people import Person
from tests.customer.conversation import customer, toast
from tests.desk import Shop
from tests.privacy.papers import asks

YES, KEEP = "Да, удалить навсегда", "Оставить"
NOTHING_GONE = "Хорошо, ничего не удалили."


async def asked(shop: Shop) -> Person:
    """A customer with one ticket."""
    anna = shop.playground.user("Анна Серова", language="ru")
    await anna.says("где мой заказ 4512, когда его привезут?")
    await anna.waits_for("№1")
    return anna


async def test_an_admin_sees_whose_data_it_is_and_may_leave_it(shop: Shop) -> None:
    olga, anna = await shop.admin(), await asked(shop)
    await olga.says("/erase 1")
    question = await olga.waits_for("обращался под №1")
    assert "Анна Серова" in question.text and question.buttons == [YES, KEEP]
    assert await toast(await olga.presses(question, KEEP)) == NOTHING_GONE
    left = await olga.waits_for(NOTHING_GONE)
    assert left.id == question.id and not left.buttons
    assert (await customer(shop, anna)).erased_at is None

    await olga.says("/erase 1")
    question = await olga.waits_for("обращался под №1")
    keep = next(one for row in question.button_rows for one in row if one["text"] == KEEP)
    await olga.presses(question, YES)
    done = await olga.waits_for("Данные покупателя удалены")
    assert done.id == question.id and not done.buttons and "Анна" not in done.text
    late = await olga.presses(done, data=str(keep["callback_data"]))
    assert "уже удалены" in await toast(late)


async def test_no_such_ticket_and_no_number(shop: Shop) -> None:
    olga = await shop.admin()
    for number in ("99", "9" * 30):
        await olga.says(f"/erase {number}")
        await olga.waits_for(f"Обращения №{number} нет.")
    for said in ("/erase", "/erase abc", "/erase ²"):
        await olga.says(said)
        await olga.waits_for("Чьи данные удалить?")


async def test_in_english(shop: Shop) -> None:
    await asked(shop)
    john = await shop.agent("John", role="admin", language="en")
    await john.says("/erase 99")
    await john.waits_for("There is no request №99.")
    await john.says("/erase 1")
    question = await john.waits_for("Анна Серова, the customer who wrote ticket №1")
    await john.presses(question, "Keep it")
    await john.waits_for("All right, nothing has been erased.")


async def test_the_question_stands_no_more_once_it_is_answered(shop: Shop) -> None:
    anna = await asked(shop)
    screen = await asks(anna)
    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for("Удалить всё, что мы о вас знаем?")
    assert await toast(await anna.presses(question, KEEP)) == NOTHING_GONE
    left = await anna.waits_for(NOTHING_GONE)
    assert left.id == question.id and not left.buttons

    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for("Удалить всё, что мы о вас знаем?")
    await anna.presses(question, YES)
    await anna.waits_for("Готово: ваши данные удалены")
    await anna.waits_until(
        lambda: all(not one.buttons for one in anna.sees() if one.id == question.id)
    )
