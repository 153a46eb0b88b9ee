"""A question counts from when its person sees it, and one that nobody saw counts as nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.memory import figures
from models.memory.complaints import CLOSED, Complaint
from models.memory.notices import Notice
from models.memory.surveys import Survey
from models.outbox import DEAD, SENT
from models.people import Customer
from models.store import Store
from models.tickets import RESOLVED, Ticket
from services.context import Context
from services.outcomes import Outcome, Sent
from services.privacy.notices import offer
from services.privacy.preferences import changed
from services.privacy.releasing import Releasing, came
from services.shop_file import read_shop_file
from services.voice import asking
from services.voice.surveys import Surveys
from tests.databases import database_url, empty_database_url, store
from tests.trade.test_buyers import opened

__all__ = ["database_url", "empty_database_url", "store"]

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


async def planned(store: Store, kind: str = "nps") -> Context:
    """A shop with one customer, whose ticket was resolved, and one question that is due."""
    context = await opened(store, read_shop_file(ROOT / "shop.toml"))
    async with store.change() as tx:
        tx.add(Customer(id=1, tg_id=1, name="Анна", created_at=NOON, seen_at=NOON))
        await tx.flush()
        queue = next(iter(context.shop.queues))
        tx.add(
            Ticket(
                id=1,
                ref="t",
                customer_id=1,
                queue_id=queue,
                state=RESOLVED,
                opened_at=NOON,
                changed_at=NOON,
            )
        )
        tx.add(Survey(ref="s", customer_id=1, kind=kind, slot="2026-Q4", due_at=NOON))
    return context


async def rounds(context: Context, now: datetime) -> None:
    """What is due is asked, and the gate lets go what it may."""
    await Surveys(context).look(now)
    await Releasing(context).release(now)


@pytest.mark.parametrize("kind", ["nps", "ces"])
async def test_a_question_waits_for_the_gate_and_counts_from_its_showing(
    store: Store, kind: str
) -> None:
    context = await planned(store, kind)
    async with store.change() as tx:
        (await changed(tx, NOON, 1)).paused_until = NOON + 6 * DAY
    await rounds(context, NOON)
    async with store.look() as tx:
        held = (await tx.scalars(select(Survey))).one()
        assert (held.asked_at, held.due_at) == (None, NOON + 6 * DAY)
        assert (await tx.scalars(select(Notice))).all() == []
        assert await asking.history_of(tx, 1, NOON, asking.rules_of({})) == []
    await rounds(context, NOON + 6 * DAY)
    async with store.change() as tx:
        assert (await tx.scalars(select(Survey))).one().asked_at == NOON + 6 * DAY
        await came(tx, outcome(await tx.scalar(select(Notice.ref)), SENT, NOON + 7 * DAY))
    async with store.look() as tx:
        assert (await tx.scalars(select(Survey))).one().asked_at == NOON + 7 * DAY


async def test_the_effort_is_not_asked_weeks_after_its_ticket(store: Store) -> None:
    context = await planned(store, "ces")
    async with store.change() as tx:
        (await changed(tx, NOON, 1)).paused_until = NOON + 9 * DAY
    await rounds(context, NOON)
    async with store.look() as tx:
        assert (await tx.scalars(select(Survey))).all() == []


@pytest.mark.parametrize("when", ["before", "between", "lost"])
async def test_what_nobody_saw_was_not_asked(store: Store, when: str) -> None:
    context = await planned(store)
    if when != "before":
        await Surveys(context).look(NOON)
    if when == "lost":
        await Releasing(context).release(NOON)
        async with store.change() as tx:
            await came(tx, outcome(await tx.scalar(select(Notice.ref)), DEAD, NOON))
    async with store.change() as tx:
        (await changed(tx, NOON, 1)).stopped_at = NOON
    await rounds(context, NOON)
    async with store.look() as tx:
        assert [one.state for one in await tx.scalars(select(Notice))] in ([], ["dropped"])
        assert await figures.surveys(tx, [NOON - DAY, NOON + DAY]) == []
        customer, ticket = await tx.get_one(Customer, 1), await tx.get_one(Ticket, 1)
    async with store.change() as tx:
        (await changed(tx, NOON, 1)).stopped_at = None
        await asking.plan(tx, context, NOON, customer, ticket)
        (again,) = await tx.scalars(select(Survey).where(Survey.kind == "nps"))
        assert again.due_at == NOON + 3 * DAY, "the quarter is not used up"
    await rounds(context, NOON + 3 * DAY)
    async with store.look() as tx:
        (again,) = await tx.scalars(select(Survey).where(Survey.kind == "nps"))
        assert again.asked_at == NOON + 3 * DAY


async def test_is_it_better_now_keeps_its_distance_too(store: Store) -> None:
    context = await planned(store)
    async with store.change() as tx:
        complaint = Complaint(
            ref="c",
            customer_id=1,
            ticket_id=1,
            cause="topic",
            state=CLOSED,
            opened_at=NOON,
            answer_due_at=NOON,
            decide_due_at=NOON,
        )
        tx.add(complaint)
        await tx.flush()
        due, until = NOON + timedelta(hours=1), NOON + 14 * DAY
        card = {"card": "better", "id": complaint.id}
        for dedup in ("followup:1", "wish:1"):
            times = {"not_before": due, "expires_at": until}
            await offer(tx, NOON, 1, "followup", dedup, card, **times)
    await rounds(context, NOON)
    async with store.look() as tx:
        found = {one.dedup: one.not_before for one in await tx.scalars(select(Notice))}
        assert (found["followup:1"], found["wish:1"]) == (NOON + 3 * DAY, due)
        assert (await tx.get_one(Complaint, complaint.id)).asked_at is None
    await rounds(context, NOON + 3 * DAY)
    async with store.look() as tx:
        assert (await tx.get_one(Complaint, complaint.id)).asked_at == NOON + 3 * DAY


def outcome(ref: str | None, status: str, at: datetime) -> Outcome:
    """What became of the call that was to show a notice."""
    row = Sent(1, 1, "card", {"notice": ref}, None, None, 1, 0)
    return Outcome(row, status, at, tg_ids=(5,) if status == SENT else ())
