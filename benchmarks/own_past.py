"""A long past of others, and one person who wrote very much: for measuring what concerns one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select

from models.inbox import Inbox
from models.messages import Message, Relay
from models.outbox import Outbox
from models.own.reach import Person
from models.people import Customer
from models.queues import Queue
from models.store import Store
from models.tickets import Ticket

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
CHUNK = 20_000
WORDS = "сколько стоит доставка в Тверь и сколько дней она идёт? " * 2


async def fill(store: Store, rows: int, messages: int) -> Person:
    """A long past of others, and one person who wrote very much in twenty tickets."""
    async with store.change() as tx:
        queue = Queue(key="q", title_ru="q", title_en="q", hours={}, target_minutes=1)
        others = Customer(tg_id=5, name="Б", created_at=NOW, seen_at=NOW)
        mine = Customer(tg_id=7, name="А", created_at=NOW, seen_at=NOW)
        tx.add_all((queue, others, mine))
        await tx.flush()
        tickets = [
            Ticket(
                ref=str(number),
                customer_id=(others if number < 50 else mine).id,
                queue_id=queue.id,
                state="resolved",
                opened_at=NOW,
                changed_at=NOW,
            )
            for number in range(70)
        ]
        tx.add_all(tickets)
        await tx.flush()
        ids, mine_id = [one.id for one in tickets], mine.id
    start = NOW - timedelta(days=200)
    step = timedelta(days=200) / rows
    for chunk in chunks(rows):
        async with store.change() as tx:
            at = [start + step * number for number in chunk]
            said = {"side": "customer", "kind": "text", "text": WORDS, "copyable": True}
            await tx.execute(
                insert(Message),
                [
                    said | {"ticket_id": ids[n % 50], "said_at": t}
                    for n, t in zip(chunk, at, strict=True)
                ],
            )
            came = {"bot_id": 1, "has_body": False, "status": "done", "tries": 0}
            await tx.execute(
                insert(Inbox),
                [
                    came | {"update_id": n, "lane": 7 if n % 100 == 0 else n, "received_at": t}
                    for n, t in zip(chunk, at, strict=True)
                ],
            )
            sent = {"kind": "text", "payload": {}, "status": "sent"}
            await tx.execute(
                insert(Outbox),
                [
                    sent | {"chat_id": 7 if n % 100 == 0 else n, "created_at": t}
                    for n, t in zip(chunk, at, strict=True)
                ],
            )
    for chunk in chunks(messages):
        async with store.change() as tx:
            said = {"side": "customer", "kind": "text", "text": WORDS, "copyable": True}
            await tx.execute(
                insert(Message),
                [said | {"ticket_id": ids[50 + n % 20], "said_at": NOW} for n in chunk],
            )
            first = await tx.scalar(select(func.max(Message.id))) or 0
            copy = {"chat_id": -1, "tg_id": 1, "form": "text", "sent_at": NOW - timedelta(days=9)}
            await tx.execute(
                insert(Relay),
                [
                    copy | {"ticket_id": ids[50 + n % 20], "message_id": first - n % len(chunk)}
                    for n in chunk
                ],
            )
    return Person(mine_id, 7)


def chunks(rows: int) -> Iterator[range]:
    """Numbers, some at a time."""
    for start in range(0, rows, CHUNK):
        yield range(start, min(start + CHUNK, rows))
