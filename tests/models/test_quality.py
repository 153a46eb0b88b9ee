"""What is counted of tickets by week, on both databases: nothing older is read, nothing twice."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import event

from models import quality
from models.journal import record
from models.labels import PICK, TOPIC_CHANGE, Label
from models.people import Customer
from models.quality import Counts
from models.queues import Queue, Topic
from models.store import Session, Store
from models.tickets import Ticket

START = datetime(2026, 9, 7, tzinfo=UTC)
BOUNDS = [START + timedelta(weeks=week) for week in range(4)]
FIRST = [["delivery", 0.9], ["refund", 0.05]]


class Shelf:
    """Tickets put down one after the other."""

    def __init__(self, tx: Session) -> None:
        self._tx = tx
        self._number = 0

    async def open(self) -> None:
        """A customer, a queue and two topics."""
        self.customer = Customer(tg_id=1, created_at=START, seen_at=START)
        self.queue = Queue(key="orders", title_ru="З", title_en="O", hours={}, target_minutes=5)
        self.topics = [Topic(key=key, title_ru="Т", title_en="T") for key in ("delivery", "refund")]
        self._tx.add_all([self.customer, self.queue, *self.topics])
        await self._tx.flush()

    async def ticket(self, at: datetime, decision: str = "route", **more: Any) -> int:
        """One that the model read, unless told otherwise."""
        self._number += 1
        row = Ticket(
            ref=f"t{self._number}",
            customer_id=self.customer.id,
            queue_id=self.queue.id,
            subject="вопрос",
            opened_at=at,
            changed_at=at,
            decision=decision,
            **({"probability": 0.9, "runners_up": FIRST} | more),
        )
        self._tx.add(row)
        await self._tx.flush()
        return row.id

    def says(self, ticket_id: int, topic: str, origin: str = PICK) -> None:
        """A label."""
        self._tx.add(
            Label(
                ticket_id=ticket_id,
                text="вопрос",
                topic_key=topic,
                origin=origin,
                author_tg_id=1,
                created_at=START,
            )
        )


async def counted(store: Store) -> dict[int, Counts]:
    async with store.look() as tx:
        return await quality.by_week(tx, BOUNDS)


async def test_weeks_begin_and_end_at_their_bounds(store: Store) -> None:
    moment = timedelta(microseconds=1)
    async with store.change() as tx:
        shelf = Shelf(tx)
        await shelf.open()
        for at in (BOUNDS[0] - moment, BOUNDS[0], BOUNDS[1] - moment, BOUNDS[1], BOUNDS[3]):
            await shelf.ticket(at)
    assert await counted(store) == {0: Counts(2, routed=2), 1: Counts(1, routed=1)}


async def test_decisions_of_the_model_and_what_it_never_read(store: Store) -> None:
    async with store.change() as tx:
        shelf = Shelf(tx)
        await shelf.open()
        for decision in ("route", "route", "ask", "triage"):
            await shelf.ticket(START, decision)
        await shelf.ticket(START, "ask", probability=None)
        await shelf.ticket(START, "person", probability=None, runners_up=[])
        await shelf.ticket(START, "route", spam=True)
    assert await counted(store) == {0: Counts(6, routed=2, asked=1, triage=1)}


async def test_what_makes_a_route_wrong(store: Store) -> None:
    """A transfer, another topic by staff, another topic by the customer: each once a ticket."""
    async with store.change() as tx:
        shelf = Shelf(tx)
        await shelf.open()
        await shelf.ticket(START)
        confirmed = await shelf.ticket(START)
        record(tx, START, 1, "topic", confirmed, topic="delivery")
        shelf.says(confirmed, "delivery", TOPIC_CHANGE)
        taken = await shelf.ticket(START)
        (await tx.get_one(Ticket, taken)).first_response_at = START
        record(tx, START, 1, "take", taken)
        shelf.says(taken, "delivery")
        moved = await shelf.ticket(START)
        record(tx, START, 1, "transfer", moved, old=1, new=2)
        record(tx, START, 1, "transfer", moved, old=2, new=3)
        record(tx, START, 1, "topic", moved, topic="refund")
        retold = await shelf.ticket(START)
        record(tx, START, 1, "topic", retold, topic="refund")
        picked = await shelf.ticket(START)
        shelf.says(picked, "refund")
        shelf.says(picked, "refund")
    assert await counted(store) == {0: Counts(6, routed=6, wrong=3, corrected=1, judged=4)}


async def test_a_question_that_was_answered_otherwise_is_no_wrong_route(store: Store) -> None:
    async with store.change() as tx:
        shelf = Shelf(tx)
        await shelf.open()
        asked = await shelf.ticket(START, "ask")
        shelf.says(asked, "refund")
        record(tx, START, 1, "transfer", asked, old=1, new=2)
        silent = await shelf.ticket(START, "ask", probability=None)
        shelf.says(silent, "refund")
    assert await counted(store) == {0: Counts(2, asked=1, corrected=1)}


async def test_topics_by_week(store: Store) -> None:
    async with store.change() as tx:
        shelf = Shelf(tx)
        await shelf.open()
        delivery, refund = (topic.id for topic in shelf.topics)
        for topic_id in (delivery, delivery, None):
            await shelf.ticket(START, topic_id=topic_id)
        await shelf.ticket(START, topic_id=delivery, spam=True)
        await shelf.ticket(BOUNDS[2], topic_id=refund)
        await shelf.ticket(START - timedelta(days=1), topic_id=refund)
    async with store.look() as tx:
        found = await quality.topics_by_week(tx, BOUNDS)
    assert sorted(found, key=str) == sorted(
        [(0, delivery, 2), (0, None, 1), (2, refund, 1)], key=str
    )


async def test_an_empty_shop_counts_nothing(store: Store) -> None:
    assert await counted(store) == {}


async def test_only_the_window_is_read(store: Store) -> None:
    """Tickets are found by the moment they were opened, what became of them by their number."""
    said: list[tuple[str, Any]] = []

    def listen(conn: Any, cursor: Any, statement: str, given: Any, *more: Any) -> None:
        said.append((statement, given))

    engine = store._read.sync_engine
    event.listen(engine, "before_cursor_execute", listen)
    async with store.look() as tx:
        await quality.by_week(tx, BOUNDS)
        await quality.topics_by_week(tx, BOUNDS)
    asked = [one for one in said if one[0].startswith("SELECT")]
    assert len(asked) == 2
    if not store.is_sqlite:
        return
    with closing(sqlite3.connect(store.url.database or "")) as database:
        plans = [
            [line[3] for line in database.execute(f"EXPLAIN QUERY PLAN {words}", given)]
            for words, given in asked
        ]
    for plan in plans:
        assert any("SEARCH ticket USING INDEX ix_ticket_opened" in line for line in plan), plan
        assert not [line for line in plan if line.startswith("SCAN") and "SCAN anon" not in line]
    assert any("SEARCH audit USING INDEX ix_audit_ticket_id" in line for line in plans[0])
    assert any("SEARCH label USING INDEX ix_label_ticket_id" in line for line in plans[0])
