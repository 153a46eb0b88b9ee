"""The staff's list: roles, queues, leaving; the last admin stays; tickets in hand return."""

from sqlalchemy import select

from models.people import Staff
from playground.people import Person
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


async def opens(admin: Person, name: str) -> None:
    """An admin opens a person's page."""
    await admin.says("/staff")
    await admin.waits_for("В составе")
    await admin.presses(name)
    await admin.waits_for("Обращений в работе")


async def test_the_list_shows_roles_queues_and_duty(shop: Shop) -> None:
    olga = await shop.admin()
    await shop.agent("Борис", "orders", "care")
    await olga.says("/staff")
    said = await olga.waits_for("В составе: 2")
    assert "🟢 Борис — сотрудник · Заказы, Забота" in said.text
    assert "Ольга — администратор · без очередей" in said.text


async def test_a_new_role_is_confirmed_and_told(shop: Shop) -> None:
    olga = await shop.admin()
    ida = await shop.agent("Ида", role="admin")
    boris = await shop.agent("Борис", "orders")
    await opens(olga, "Борис")
    await olga.presses("Роль")
    await olga.waits_for("Какую роль дать")
    await olga.presses("старший")
    await olga.waits_for("новая роль — старший. Всё верно?")
    await olga.presses("Да")
    await boris.waits_for("теперь вы — старший")
    await ida.waits_for("Борис — теперь старший")
    await olga.waits_for("Борис — старший · Заказы")
    assert shop.app.directory.find(boris.id).role == "supervisor"


async def test_queues_are_switched_by_taps(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    await opens(olga, "Борис")
    await olga.presses("Очереди")
    await olga.waits_for("На какие очереди отвечает Борис")
    await olga.presses("▫️ Забота")
    await boris.waits_for("отвечаете в очереди «Забота»")
    await olga.waits_for(lambda message: "✅ Забота" in str(message.buttons))
    await olga.presses("✅ Заказы")
    await boris.waits_for("больше не отвечаете в очереди «Заказы»")
    queues = {
        shop.app.book.shop.queues[one].key for one in shop.app.directory.find(boris.id).queues
    }
    assert queues == {"care"}


async def test_who_leaves_gives_tickets_back(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "orders")
    ida = await shop.agent("Ида", role="admin")
    group = await shop.group("Заказы", "orders", boris, vera)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    question = await boris.waits_for("доставка в Тверь", chat=group)
    await anna.waits_for("Борис")

    await opens(olga, "Борис")
    await olga.presses("Убрать из состава")
    await olga.waits_for("Обращения в работе (1) вернутся")
    await olga.presses("Да, убрать")

    await boris.waits_for("больше не в составе магазина")
    await ida.waits_for("В очереди вернулись обращения: 1")
    await vera.waits_for(lambda message: "Взять №1" in str(message.buttons), chat=group)
    (ticket,) = await shop.tickets()
    assert (ticket.state, ticket.agent_id, ticket.place_chat_id) == ("open", None, None)
    assert ticket.due_at is not None
    async with shop.looks() as tx:
        row = (await tx.execute(select(Staff).where(Staff.tg_id == boris.id))).scalar_one()
    assert row.active is False

    refused = await boris.presses("Взять №1", chat=group)
    assert "сотрудники" in (await refused.answered())["text"]
    await boris.says("ещё тут", chat=group, thread=question.topic)
    await shop.settles()
    assert all("ещё тут" not in message.text for message in anna.sees())


async def test_the_last_admin_stays(shop: Shop) -> None:
    ida = await shop.agent("Ида", role="admin")
    async with shop.app.store.change() as tx:
        for row in (await tx.execute(select(Staff).where(Staff.tg_id != ida.id))).scalars():
            row.active = False
    await shop.app.directory.renew()
    await opens(ida, "Ида")
    await ida.presses("Убрать из состава")
    await ida.waits_for("Убрать из состава: Ида?")
    answer = await (await ida.presses("Да, убрать")).answered()
    assert "последний администратор" in answer["text"]
    assert shop.app.directory.find(ida.id).role == "admin"


async def test_an_admin_of_the_settings_is_not_demoted(shop: Shop) -> None:
    await shop.admin()
    ida = await shop.agent("Ида", role="admin")
    await opens(ida, "Ольга")
    await ida.presses("Роль")
    await ida.waits_for("Какую роль дать")
    await ida.presses("сотрудник")
    await ida.waits_for("Всё верно?")
    answer = await (await ida.presses("Да")).answered()
    assert "ADMIN_IDS" in answer["text"]


async def test_duty_moves_the_board_to_the_admins_and_back(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)

    await boris.says("/duty off", chat=group)
    await boris.waits_for("Борис не на смене", chat=group)
    await olga.waits_for("никого не осталось на смене")
    await olga.waits_for("№1")

    await boris.presses("На смену", chat=group)
    await boris.waits_for("Борис на смене", chat=group)
    await olga.waits_for("теперь в другом чате")


async def test_duty_without_a_word_tells_how(shop: Shop) -> None:
    boris = await shop.agent("Boris", "orders", language="en")
    await boris.says("/duty")
    await boris.waits_for("Right now you are on duty")


async def test_a_staff_member_who_blocks_the_bot_gives_tickets_back(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "orders")
    group = await shop.group("Заказы", "orders", boris, vera, forum=False)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    await boris.blocks()
    said = await olga.waits_for("не может написать сотруднику Борис")
    assert "обращения: 1" in said.text
    await shop.settles()
    assert [ticket.state for ticket in await shop.tickets()] == ["open"]
    await boris.starts()
    await shop.settles()
    assert shop.app.directory.find(boris.id).reachable
