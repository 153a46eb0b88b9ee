"""Nobody is forgotten: targets, reminders, boards that grow old, tickets that fall silent."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from models.journal import Audit
from models.outbox import Outbox
from models.queues import Queue
from models.tickets import Ticket
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


async def told(shop: Shop, key: str) -> int:
    async with shop.looks() as tx:
        rows = (await tx.execute(select(Outbox.payload).where(Outbox.kind == "text"))).scalars()
    return sum(row.get("key") == key for row in rows)


async def changes(shop: Shop, *jobs: Any) -> int:
    """How many changes these jobs make; those of the running program beside them do not count."""
    me, change, made = asyncio.current_task(), shop.app.store.change, list[bool]()

    def counted(*args: Any, **named: Any) -> Any:
        made.append(asyncio.current_task() is me)
        return change(*args, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shop.app.store, "change", counted)
        for job in jobs:
            await job(shop.clock())
    return sum(made)


async def test_a_ticket_past_its_target_is_told_once_with_a_button(shop: Shop) -> None:
    await shop.admin()
    boris = await shop.agent("Борис", "orders")
    sonya = await shop.agent("Соня", "orders", role="supervisor")
    roma = await shop.agent("Рома", "care", role="supervisor")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    first = await boris.waits_for("№1", chat=group)

    shop.clock.passes(minutes=31)
    await sonya.waits_for("никто не взял в срок")
    await boris.waits_for(lambda m: "№1" in m.text and m is not first, chat=group)
    shop.clock.passes(minutes=31)
    await shop.settles()
    for _ in range(3):
        await shop.app.desk.watch.overdue(shop.clock())
    assert await told(shop, "overdue-waiting") == 1
    assert all("в срок" not in message.text for message in roma.sees())

    await sonya.presses("Взять №1", chat=shop.playground.bot)
    await anna.waits_for("Соня")


async def test_without_supervisors_the_admins_are_told(shop: Shop) -> None:
    olga = await shop.admin()
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    shop.clock.passes(minutes=31)
    await olga.waits_for("никто не взял в срок")


async def test_when_nobody_can_be_told_it_stays_to_be_told(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    await shop.settles()
    shop.clock.passes(minutes=31)
    for _ in range(3):
        await shop.app.desk.watch.overdue(shop.clock())
        await shop.settles()
    assert (await shop.tickets())[0].told_at is None

    olga = await shop.admin()
    await olga.waits_for("никто не взял в срок")


async def test_an_agent_is_reminded_first_then_the_supervisor_gives_back(shop: Shop) -> None:
    sonya = await shop.agent("Соня", role="supervisor")
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")

    shop.clock.passes(minutes=31)
    await boris.waits_for("ждёт вашего ответа")
    assert await told(shop, "overdue-taken") == 0
    shop.clock.passes(minutes=11)
    await sonya.waits_for("Борис не отвечает в срок")
    await sonya.presses("Вернуть №1 в очередь")
    await boris.waits_for("№1 вернулось в очередь")
    await shop.settles()
    assert (await shop.tickets())[0].state == "open"


async def test_half_of_the_target_posts_the_board_anew(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    first = await boris.waits_for("№1", chat=group)
    shop.clock.passes(minutes=16)
    again = await boris.waits_for(lambda m: "№1" in m.text and m is not first, chat=group)
    await boris.waits_until(lambda: group.chat.live(first.id) is None)
    assert "🟡" in again.text
    assert await changes(shop, shop.app.desk.watch.half) == 0


async def test_the_board_tells_the_minutes(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    shop.clock.passes(minutes=5)
    await boris.waits_for(lambda m: any(f"{n} мин" in m.text for n in range(5, 20)), chat=group)


async def test_an_idle_shop_writes_nothing(shop: Shop) -> None:
    await shop.admin()
    await shop.settles()
    watch, upkeep = shop.app.desk.watch, shop.app.desk.upkeep
    looks = (watch.guess, watch.overdue, watch.half, watch.boards, shop.app.desk.groups.look_round)
    cleans = (upkeep.close_silent, upkeep.typical, upkeep.empty_bodies, upkeep.renew)
    assert await changes(shop, *looks, *cleans) == 0


async def test_a_silent_customers_ticket_is_closed_only_when_wanted(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    await shop.settles()
    async with shop.app.store.change() as tx:
        ticket = (await tx.execute(select(Ticket))).scalar_one()
        ticket.state, ticket.waiting_since, ticket.due_at = "pending", None, None
    later = shop.clock() + timedelta(hours=73)
    await shop.app.desk.upkeep.close_silent(later)
    assert (await shop.tickets())[0].state == "pending"
    shop.app.book.shop.facts["close_pending_hours"] = 72  # type: ignore[index]
    await shop.app.desk.upkeep.close_silent(later)
    shop.clock.passes(hours=73)
    await anna.waits_for("закрыли обращение №1")
    assert (await shop.tickets())[0].state == "resolved"


async def test_typical_answer_times_reach_the_customers_card(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    await shop.settles()
    now = shop.clock()
    async with shop.app.store.change() as tx:
        first = (await tx.execute(select(Ticket))).scalar_one()
        for number, minutes in enumerate((2, 4, 7, 9, 60)):
            tx.add(
                Ticket(
                    ref=f"old{number}",
                    customer_id=first.customer_id,
                    queue_id=first.queue_id,
                    state="resolved",
                    opened_at=now - timedelta(days=1),
                    changed_at=now,
                    first_response_at=now - timedelta(days=1) + timedelta(minutes=minutes),
                )
            )
    await shop.app.desk.upkeep.typical(now)
    async with shop.looks() as tx:
        typical = await tx.scalar(select(Queue.typical_minutes).where(Queue.key == "orders"))
    assert typical == 7
    vera = shop.playground.user("Вера", language="ru")
    await vera.says(QUESTION)
    await vera.waits_for("7 мин")


async def test_what_was_done_by_the_clock_is_in_the_audit_log(shop: Shop) -> None:
    await shop.admin()
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    shop.clock.passes(minutes=31)
    await shop.app.desk.watch.overdue(shop.clock())
    async with shop.looks() as tx:
        assert "overdue" in set((await tx.execute(select(Audit.verb))).scalars())
