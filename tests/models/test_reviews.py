"""What is asked about: the worthiest first, on both databases; topics counted and compared."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from models import asking, queues, reviews, topic_list
from models.labels import PICK, REVIEW, TRANSFER, UNFIT, Label
from models.people import Customer
from models.queues import Queue, Topic
from models.reviews import LABELLED, SKIPPED, Review
from models.store import Store
from models.tickets import Ticket

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
OLGA, IDA = 1, 2


async def fill(store: Store, *worths: float, **more: Any) -> list[int]:
    """A ticket with a review for each worth; the reviews' numbers."""
    async with store.change() as tx:
        customer = Customer(tg_id=more.pop("tg_id", 1), created_at=NOW, seen_at=NOW)
        key = f"orders{customer.tg_id}"
        queue = Queue(key=key, title_ru="З", title_en="O", hours={}, target_minutes=5)
        tx.add_all([customer, queue])
        await tx.flush()
        found = []
        for number, worth in enumerate(worths):
            ticket = Ticket(
                ref=f"{customer.tg_id}-{number}",
                customer_id=customer.id,
                queue_id=queue.id,
                opened_at=NOW,
                changed_at=NOW,
                subject=f"вопрос {number}",
                probability=0.5,
                runners_up=[["delivery", 0.5], ["refund", 0.4]],
                **more,
            )
            tx.add(ticket)
            await tx.flush()
            row = Review(
                ticket_id=ticket.id,
                text=ticket.subject,
                worth=worth,
                reason="unsure",
                guess=[["delivery", 0.5]],
                created_at=NOW,
            )
            tx.add(row)
            await tx.flush()
            found.append(row.id)
        return found


async def said(store: Store, ticket_id: int | None, topic: str, origin: str = PICK) -> None:
    async with store.change() as tx:
        tx.add(
            Label(
                ticket_id=ticket_id,
                text="вопрос",
                topic_key=topic,
                origin=origin,
                author_tg_id=1,
                created_at=NOW,
            )
        )


async def test_the_worthiest_that_nobody_else_has_comes_next(store: Store) -> None:
    low, high, middle = await fill(store, 0.5, 1.5, 0.9)
    await fill(store, 2.0, tg_id=2, spam=True)
    async with store.look() as tx:
        assert [row[0] for row in await reviews.waiting(tx, 9)] == [high, middle, low]
        assert await reviews.waiting(tx, 1, [high]) == [(middle, 0.9, "delivery")]
        assert await reviews.waiting(tx, 9, [low, middle, high]) == []
        assert await reviews.open_count(tx) == 4


async def test_of_too_many_the_least_worthy_go(store: Store) -> None:
    first, second, third = await fill(store, 0.5, 1.5, 0.9)
    async with store.change() as tx:
        await reviews.keep_best(tx, 2)
    async with store.look() as tx:
        assert set(await tx.scalars(select(Review.id))) == {second, third}
        assert await tx.get(Review, first) is None


async def test_what_somebody_decided_last_and_how_many_today(store: Store) -> None:
    ids = await fill(store, 1, 2, 3, 4)
    states = (LABELLED, LABELLED, SKIPPED, LABELLED)
    async with store.change() as tx:
        for hours, (number, state) in enumerate(zip(ids, states, strict=True)):
            row = await reviews.held(tx, number)
            assert row is not None
            row.state, row.decided_at = state, NOW + timedelta(hours=hours)
            row.decided_by = IDA if number == ids[3] else OLGA
    async with store.look() as tx:
        assert await reviews.last_decided(tx, OLGA, NOW) == ids[2]
        assert await reviews.lately(tx, OLGA, 2) == ["delivery", "delivery"]
        assert await reviews.last_decided(tx, OLGA, NOW + timedelta(hours=3)) is None
        assert await reviews.decided_since(tx, OLGA, NOW) == 2
        assert await reviews.decided_since(tx, OLGA, NOW + timedelta(hours=1)) == 1


async def test_a_label_taken_back_is_the_reviews_alone(store: Store) -> None:
    await fill(store, 1)
    await said(store, 1, "refund")
    await said(store, 1, "delivery", REVIEW)
    async with store.change() as tx:
        row = await reviews.held(tx, 1)
        assert row is not None
        await reviews.take_label_back(tx, row)
    async with store.look() as tx:
        assert [one.topic_key for one in await asking.said_of(tx, [1])] == ["refund"]


async def test_labels_of_files_are_nobodys_ticket(store: Store) -> None:
    await fill(store, 1)
    await said(store, None, "refund", "import")
    await said(store, 1, "refund")
    async with store.look() as tx:
        assert await asking.newest_ids(tx) == (1, 2)
        (one,) = await asking.labels_between(tx, 0, 10)
        assert (one.ticket_id, one.id, one.created_at) == (1, 2, NOW)
        assert await asking.labels_between(tx, 2, 10) == []
        (ticket,) = await asking.tickets_after(tx, 0, 10)
        assert (ticket.text, ticket.ranked[0]) == ("вопрос 0", ["delivery", 0.5])


async def test_topics_are_counted_and_compared(store: Store) -> None:
    await fill(store, 1, 2)
    for ticket_id, topic, origin in (
        (1, "refund", PICK),
        (1, "refund", REVIEW),
        (2, "delivery", PICK),
        (2, UNFIT, REVIEW),
        (2, "payment", TRANSFER),
        (None, "refund", "import"),
    ):
        await said(store, ticket_id, topic, origin)
    async with store.look() as tx:
        counts = await topic_list.count_labels(tx)
        assert counts == {"refund": 3, "delivery": 1, "payment": 1, UNFIT: 1}
        assert await topic_list.mistaken(tx) == {("delivery", "refund"): 1}


async def test_a_chain_of_mergers_ends_where_the_last_one_does(store: Store) -> None:
    async with store.change() as tx:
        for key, into in (("a", "b"), ("b", None), ("c", None)):
            tx.add(Topic(key=key, title_ru=key, title_en=key, merged_into=into))
        await tx.flush()
        await topic_list.redirect(tx, "b", "c")
    async with store.look() as tx:
        rows = await queues.all_topics(tx)
        assert {row.key: row.merged_into for row in rows} == {"a": "c", "b": None, "c": None}
