"""Many tickets late at once: one message to each who must know, and each ticket told once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.texts import Texts
from models.journal import Audit
from models.outbox import Outbox
from models.people import Customer, Staff
from models.queues import Queue, Topic
from models.tickets import OPEN, TAKEN, Ticket
from playground.people import Person
from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url
from tests.desk import Shop

__all__ = ["database_url", "empty_database_url"]
PATIENCE = 60.0


@pytest.fixture
async def desk(database_url: str, open_shop: OpenShop) -> Shop:
    """A shop on a database of either kind."""
    return await open_shop(database_url=database_url)


async def late(shop: Shop, count: int, agent: Person | None = None) -> None:
    """Tickets of so many customers whose target has just passed, all of them stored at once."""
    now = shop.clock()
    async with shop.app.store.change() as tx:
        queue = (await tx.execute(select(Queue).where(Queue.key == "orders"))).scalar_one()
        topic = (await tx.execute(select(Topic).where(Topic.queue_id == queue.id))).scalars()
        staff = select(Staff.id).where(Staff.tg_id == (agent.id if agent else 0))
        agent_id, topic_id = await tx.scalar(staff), next(topic).id
        for number in range(1, count + 1):
            someone = Customer(
                tg_id=5000 + number, name=f"Клиент <{number}>", created_at=now, seen_at=now
            )
            tx.add(someone)
            await tx.flush()
            ticket = Ticket(
                ref=f"late{number}",
                customer_id=someone.id,
                queue_id=queue.id,
                topic_id=topic_id if number % 2 else None,
                agent_id=agent_id,
                state=TAKEN if agent else OPEN,
                opened_at=now - timedelta(hours=2),
                changed_at=now - timedelta(hours=2),
                waiting_since=now - timedelta(hours=2),
                due_at=now - timedelta(minutes=90 - number),
            )
            tx.add(ticket)
            await tx.flush()


async def told(shop: Shop, person: Person) -> list[str]:
    """What a person was told of late tickets, by key."""
    keys = ("overdue-waiting", "overdue-taken", "overdue-many", "remind-agent", "remind-many")
    async with shop.looks() as tx:
        rows = select(Outbox.payload).where(Outbox.kind == "text", Outbox.chat_id == person.id)
        return [row["key"] for row in (await tx.execute(rows)).scalars() if row["key"] in keys]


async def test_twelve_late_tickets_are_one_message_and_told_once(desk: Shop) -> None:
    sonya = await desk.agent("Соня", role="supervisor")
    await late(desk, 12)
    message = await sonya.waits_for("просрочено 12 обращений", timeout=PATIENCE)
    lines = message.text.splitlines()
    assert len(lines) == 12
    assert lines[1].startswith("• №1 · ") and lines[1].endswith(" · Клиент <1> · на 1 ч")
    assert lines[11] == "…и ещё 2 обращения"

    await sonya.presses("Взять №2")
    await sonya.waits_for("Клиент <2>", since=sonya.mark, timeout=PATIENCE)
    desk.clock.passes(minutes=31)
    for _ in range(3):
        await desk.app.desk.watch.overdue(desk.clock())
    async with desk.looks() as tx:
        noted = select(func.count()).select_from(Audit).where(Audit.verb == "overdue")
        assert await tx.scalar(noted) == 12
    assert (await told(desk, sonya)).count("overdue-many") == 1
    assert "overdue-waiting" not in await told(desk, sonya)
    assert all(ticket.told_at is not None for ticket in await desk.tickets())


async def test_an_agent_with_several_is_reminded_once_then_the_supervisor_hears(
    desk: Shop,
) -> None:
    sonya = await desk.agent("Соня", role="supervisor")
    boris = await desk.agent("Борис", "orders")
    await late(desk, 3, boris)
    reminder = await boris.waits_for("3 обращения ждут вашего ответа", timeout=PATIENCE)
    assert "ведёт" not in reminder.text
    assert await told(desk, sonya) == []

    desk.clock.passes(minutes=11)
    message = await sonya.waits_for("просрочены 3 обращения", timeout=PATIENCE)
    assert message.text.count("ведёт Борис") == 3
    assert await told(desk, boris) == ["remind-many"]
    assert await told(desk, sonya) == ["overdue-many"]
    await sonya.presses("Вернуть №2 в очередь")
    await boris.waits_for("№2 вернулось в очередь", timeout=PATIENCE)


async def test_the_number_of_tickets_is_said_in_its_grammar() -> None:
    texts = Texts()
    said = {
        count: texts.say("ru", "overdue-many", queue="Заказы", count=count, lines="•")
        for count in (2, 5, 11, 21, 22)
    }
    assert "просрочены 2 обращения" in said[2]
    assert "просрочено 5 обращений" in said[5]
    assert "просрочено 11 обращений" in said[11]
    assert "просрочено 21 обращение:" in said[21]
    assert "просрочены 22 обращения" in said[22]
