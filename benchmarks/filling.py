"""A database with a past: the shop, and as many stored messages as asked, written set by set."""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import update

from benchmarks.bank import GROUPS, Bank
from models.queues import Queue
from models.schema import upgrade
from models.store import Store
from services.shop import seed
from services.shop_file import read_shop_file

A_TICKET = 4
PEOPLE = 8_000_000_000
MOMENT = "datetime('2026-01-01', '+' || (n / 2) || ' minutes')"
NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)"
TICKETS = [
    f"""INSERT INTO customer (tg_id, name, language, language_chosen, reachable, banned,
        created_at, seen_at)
        {NUMBERS} SELECT {PEOPLE} + n, 'Customer ' || n, 'en', 0, 1, 0, {MOMENT}, {MOMENT}
        FROM numbers""",
    f"""INSERT INTO ticket (ref, customer_id, queue_id, state, subject, decision, certainty,
        runners_up, why, opened_at, changed_at, resolved_at, reopened, spam, choosing,
        split_offered, guests)
        {NUMBERS} SELECT 'r' || n, n, 1 + n % 4, 'resolved', 'Where is my card?', 'route', 'sure',
        '[]', '[]', {MOMENT}, {MOMENT}, {MOMENT}, 0, 0, 0, 0, '[]' FROM numbers""",
    f"""INSERT INTO card (key, chat_id, tg_id, digest, shown_at)
        {NUMBERS} SELECT 'mine:' || n || ':' || ({PEOPLE} + n) || ':0', {PEOPLE} + n, 2, 'd',
        {MOMENT} FROM numbers""",
]
MESSAGES = [
    f"""INSERT INTO message (ticket_id, side, kind, text, chat_id, tg_id, copyable, said_at, extra)
        {NUMBERS} SELECT 1 + (n - 1) / {A_TICKET}, iif(n % 2, 'customer', 'staff'), 'text',
        'I still have not received my new card, I ordered over a week ago.',
        {PEOPLE} + 1 + (n - 1) / {A_TICKET}, n, 1, {MOMENT}, '{{}}' FROM numbers""",
    f"""INSERT INTO inbox (bot_id, update_id, lane, has_body, received_at, done_at, status, tries)
        {NUMBERS} SELECT 100, -n, {PEOPLE} + 1 + (n - 1) / {A_TICKET}, 0, {MOMENT}, {MOMENT},
        'done', 0 FROM numbers""",
    f"""INSERT INTO outbox (bot_id, chat_id, kind, payload, priority, status, ticket_id, tries,
        lost, created_at, settled_at, tg_id)
        {NUMBERS} SELECT 0, {PEOPLE} + 1 + (n - 1) / {A_TICKET}, 'relay', '{{}}', 1, 'sent',
        1 + (n - 1) / {A_TICKET}, 0, 0, {MOMENT}, {MOMENT}, n FROM numbers""",
    f"""INSERT INTO relay (ticket_id, message_id, chat_id, tg_id, form, sent_at)
        {NUMBERS} SELECT 1 + (n - 1) / {A_TICKET}, n, -1, n, 'copy', {MOMENT} FROM numbers""",
]


async def new_database(
    bank: Bank, path: Path, stored: int = 0, groups: Mapping[str, int] = GROUPS
) -> str:
    """A shop's database with so many stored messages; returns its address."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    url = f"sqlite+aiosqlite:///{path}"
    await upgrade(url)
    store = Store(url)
    async with store.change() as tx:
        await seed(tx, read_shop_file(bank.shop))
        for key, chat_id in groups.items():
            await tx.execute(update(Queue).where(Queue.key == key).values(chat_id=chat_id))
    await store.close()
    if stored:
        await asyncio.to_thread(_fill, path, stored)
    return url


def _fill(path: Path, stored: int) -> None:
    database = sqlite3.connect(path)
    try:
        _write(database, TICKETS, stored // A_TICKET)
        _write(database, MESSAGES, stored)
        database.commit()
        database.execute("ANALYZE")
        database.commit()
    finally:
        database.close()


def _write(database: sqlite3.Connection, statements: Sequence[str], count: int) -> None:
    for statement in statements:
        database.execute(statement, (count,))


def stored_in(path: Path) -> dict[str, int]:
    """What a measured database holds: rows by what they are."""
    questions = {
        "handled": "SELECT count(*) FROM inbox WHERE status = 'done' AND update_id > 0",
        "not handled": "SELECT count(*) FROM inbox WHERE status <> 'done'",
        "tickets": "SELECT count(*) FROM ticket WHERE state <> 'resolved'",
        "acknowledged": "SELECT count(*) FROM outbox WHERE status = 'sent'"
        " AND payload LIKE '%\"mine\"%'",
    }
    database = sqlite3.connect(path)
    try:
        return {name: database.execute(query).fetchone()[0] for name, query in questions.items()}
    finally:
        database.close()
