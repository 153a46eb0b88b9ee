"""In private: which ticket, writing as a customer, help; every command explains itself."""

import pytest

from tests.desk import Shop
from tests.staff.scenes import PATIENCE, asks, in_private, said, toast


async def test_loose_words_ask_which_ticket_and_go_there(shop: Shop) -> None:
    scene = await in_private(shop)
    zoya = await asks(shop, "Зоя")
    await scene.boris.says("/take 2")
    await scene.boris.waits_for("№2", chat=shop.playground.bot, timeout=PATIENCE)
    await scene.boris.says("доставим <завтра>")
    question = await scene.boris.waits_for("Какому покупателю", timeout=PATIENCE)
    assert question.buttons[:2] == ["№1 Анна", "№2 Зоя"]
    assert await said(shop, "staff") == []
    await scene.boris.presses(question, "№2 Зоя")
    await zoya.waits_for("Борис:\nдоставим <завтра>", timeout=PATIENCE)
    await scene.boris.waits_until(lambda: question.deleted, timeout=PATIENCE)
    assert "завтра" not in scene.customer_sees()


async def test_a_loose_album_goes_as_one(shop: Shop) -> None:
    scene = await in_private(shop)
    await scene.boris.sends_album("photo", 3)
    question = await scene.boris.waits_for("Какому покупателю", timeout=PATIENCE)
    await shop.settles()
    asked = [one for one in scene.boris.sees() if "Какому покупателю" in one.text]
    assert len(asked) == 1
    press = await scene.boris.presses(question, "№1 Анна")
    await toast(press)
    await scene.anna.waits_until(
        lambda: len([one for one in scene.anna.sees() if one.kind == "photo"]) == 3,
        timeout=PATIENCE,
    )
    await shop.settles()
    second = await scene.boris.presses(question, data=question.button_rows[0][0]["callback_data"])
    assert "уже отправлено" in await toast(second)


async def test_without_tickets_the_bot_tells_how(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await boris.says("привет")
    await boris.waits_for("Кто ждёт — покажет /queue", timeout=PATIENCE)
    assert await shop.tickets() == []


@pytest.mark.parametrize("command", ["resolve", "pending", "reopen", "transfer", "topic", "card"])
async def test_a_command_without_a_ticket_gives_an_example(shop: Shop, command: str) -> None:
    boris = await shop.agent("Борис", "orders")
    await boris.says(f"/{command}")
    await boris.waits_for(f"/{command} 12", timeout=PATIENCE)
    await boris.says("/unsend")
    await boris.waits_for("48 часов", timeout=PATIENCE)


async def test_staff_are_customers_while_they_wish(shop: Shop) -> None:
    scene = await in_private(shop)
    boris = scene.boris
    await boris.says("/help")
    await boris.waits_for("вот как здесь работать", timeout=PATIENCE)
    await boris.presses("Писать как покупатель")
    mark = await boris.waits_for("Вы пишете как покупатель", timeout=PATIENCE)
    await boris.says("350 рублей", reply_to=await scene.question())
    await boris.waits_for("ответ не отправлен", timeout=PATIENCE)
    await boris.says("/mine")
    await boris.waits_for("команды сотрудника здесь не действуют", timeout=PATIENCE)
    await boris.says("сломался велосипед по гарантии, что делать?")
    await boris.waits_for("№2", timeout=PATIENCE)
    await boris.presses(mark, "Снова сотрудник")
    await boris.waits_for("Вы снова сотрудник", timeout=PATIENCE)
    await boris.says("350 рублей", reply_to=await scene.question())
    await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    assert len(await shop.tickets()) == 2


async def test_help_speaks_english_and_knows_the_role(shop: Shop) -> None:
    kate = await shop.agent("Kate", "orders", role="supervisor", language="en")
    help_text = await kate.waits_for("this is how to work here", timeout=PATIENCE, since=0)
    assert "You are a supervisor" in help_text.text
    await kate.says("/queue")
    await kate.waits_for("Nobody is waiting", timeout=PATIENCE)


async def test_staff_choose_their_language_too(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    await boris.says("/language", chat=group)
    await boris.waits_for("в личной переписке", chat=group, timeout=PATIENCE)
    await boris.says("/language")
    await boris.waits_for("На каком языке", timeout=PATIENCE)
    await boris.presses("English")
    await boris.waits_for("we'll speak English", timeout=PATIENCE)
    await boris.says("/queue")
    await boris.waits_for("Nobody is waiting", timeout=PATIENCE)


async def test_an_unknown_command_goes_nowhere(shop: Shop) -> None:
    scene = await in_private(shop)
    await scene.writes("/nite секрет")
    await scene.boris.waits_for("Такой команды нет", timeout=PATIENCE)
    await shop.settles()
    assert await said(shop, "staff") == []
