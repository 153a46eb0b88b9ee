"""The main job again, with everything stored in PostgreSQL."""

import pytest
from sqlalchemy import func, select

from models.inbox import DONE, Inbox
from models.outbox import SENT, Outbox
from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url

__all__ = ["database_url", "empty_database_url"]


@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_a_question_is_answered_and_outlives_a_restart(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    assert not shop.app.store.is_sqlite
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")

    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await anna.waits_for("№1")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    question = await boris.waits_for("доставка в Тверь", chat=group)

    await shop.settles()
    await shop.closes()
    shop = await open_shop(database_url=database_url)
    await boris.says("350 рублей, два дня", chat=group, thread=question.topic)
    answer = await anna.waits_for("350 рублей")
    assert "Борис" in (answer.text or "")
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    await shop.settles()

    assert [ticket.state for ticket in await shop.tickets()] == ["resolved"]
    async with shop.looks() as tx:
        assert await tx.scalar(select(func.count()).where(Inbox.status != DONE)) == 0
        spoken = select(Outbox.status).where(Outbox.kind != "card").distinct()
        assert set((await tx.execute(spoken)).scalars()) == {SENT}
