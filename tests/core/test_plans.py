"""No statement of the daily work reads a big table from end to end."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import event

from tests.desk import Shop

BIG = (
    *("inbox", "outbox", "message", "relay", "ticket", "customer", "card", "label", "rating"),
    "review",
)
SCAN = re.compile(rf"SCAN ({'|'.join(BIG)})\b(?! USING (COVERING )?INDEX)")


@contextmanager
def heard(shop: Shop) -> Iterator[dict[str, Any]]:
    """Every statement that both doors run, with one set of its parameters."""
    said: dict[str, Any] = {}
    engines = (shop.app.store._write.sync_engine, shop.app.store._read.sync_engine)

    def listen(conn: Any, cursor: Any, statement: str, given: Any, *more: Any) -> None:
        said.setdefault(statement, given[0] if isinstance(given, list) else given)

    for engine in engines:
        event.listen(engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", listen)


def scans(shop: Shop, said: dict[str, Any]) -> dict[str, list[str]]:
    """Statements that read a big table whole, with the lines of their plans."""
    found: dict[str, list[str]] = {}
    with closing(sqlite3.connect(shop.app.store.url.database or "")) as database:
        for statement, given in said.items():
            if not statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
                continue
            plan = database.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall()
            lines = [line[3] for line in plan if SCAN.search(line[3])]
            if lines:
                found[statement] = lines
    return found


async def test_the_main_job_finds_its_rows_by_index(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    with heard(shop) as said:
        await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
        await anna.waits_for("№1")
        await boris.waits_for("№1", chat=group)
        await boris.presses("Взять №1")
        question = await boris.waits_for("доставка в Тверь", chat=group)
        await boris.says("350 рублей, два дня", chat=group, thread=question.topic)
        await anna.waits_for("350 рублей")
        await anna.says("спасибо, а самовывоз есть?")
        await boris.waits_for("самовывоз", chat=group)
        await boris.presses("✅ Решено")
        await anna.waits_for("Вопрос решён?")
        await shop.settles()
    assert len(said) > 20
    assert scans(shop, said) == {}
