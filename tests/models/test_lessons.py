"""Labels are read from any database there is, and nothing is written to it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from models.labels import Label
from models.lessons import SaidLabel, TopicFacts, lessons_of
from models.queues import Queue, Topic, write_setting
from models.schema import DatabaseUnusable, downgrade, upgrade
from models.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def fill(store: Store, texts: Sequence[str]) -> None:
    async with store.change() as tx:
        queue = Queue(key="care", title_ru="Забота", title_en="Care", hours={}, target_minutes=9)
        tx.add(queue)
        await tx.flush()
        await write_setting(tx, "shop", {"language": "en"})
        tx.add_all(
            [
                Topic(key="refund", title_ru="Возврат", title_en="Refund", queue_id=queue.id),
                Topic(key="hello", title_ru="Привет", title_en="Hello", position=1),
                Topic(key="old", title_ru="Было", title_en="Old", active=False, position=2),
                Topic(key="back", title_ru="Б", title_en="B", position=3, merged_into="refund"),
            ]
        )
        for number, said in enumerate(texts):
            tx.add(
                Label(
                    text=said,
                    topic_key="refund",
                    origin="review",
                    author_tg_id=number,
                    created_at=NOON,
                )
            )


async def test_labels_and_topics_are_read_in_order(store: Store, database_url: str) -> None:
    await fill(store, [f"деньги {number}" for number in range(2500)])
    async with lessons_of(database_url) as lessons:
        assert lessons is not None
        said = [one async for one in lessons.labels()]
        topics = await lessons.topics()
        assert await lessons.language() == "en"
        assert await lessons.count() == 2500
        numbers = [one.id for one in said]
        texts = await lessons.texts([-1, *numbers[::2]])
    first = numbers[0]
    assert said[0] == SaidLabel(first, "деньги 0", "refund", "review", 0, NOON)
    assert [one.author for one in said] == list(range(2500))
    assert texts == {one.id: one.text for one in said[::2]}
    assert topics == [
        TopicFacts("refund", "Возврат", "Refund", "care", True, None),
        TopicFacts("hello", "Привет", "Hello", None, True, None),
        TopicFacts("old", "Было", "Old", None, False, None),
        TopicFacts("back", "Б", "B", None, True, "refund"),
    ]


async def test_nothing_can_be_written(database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        expected = "read-only transaction"
    else:
        expected = "readonly database"
    with pytest.raises(DatabaseUnusable, match=expected):
        async with lessons_of(database_url) as lessons:
            assert lessons is not None
            await lessons._connection.execute(text("DELETE FROM label"))


async def test_an_older_database_has_what_it_has(database_url: str) -> None:
    await downgrade(database_url, "0001")
    async with lessons_of(database_url) as lessons:
        assert lessons is not None
        assert [one async for one in lessons.labels()] == []
        assert await lessons.topics() == []
        assert await lessons.count() == 0
    await upgrade(database_url)


async def test_an_empty_database_teaches_nothing(empty_database_url: str) -> None:
    engine = create_async_engine(empty_database_url)
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
    await engine.dispose()
    async with lessons_of(empty_database_url) as lessons:
        if lessons is not None:
            assert [one async for one in lessons.labels()] == []
            assert (await lessons.topics(), await lessons.language()) == ([], None)


async def test_no_file_is_no_fault_and_none_is_made(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    async with lessons_of(f"sqlite+aiosqlite:///{missing}") as lessons:
        assert lessons is None
    assert not missing.exists()


async def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"this is no database at all" * 400)
    with pytest.raises(DatabaseUnusable):
        async with lessons_of(f"sqlite+aiosqlite:///{tmp_path / 'bad.db'}") as lessons:
            assert lessons is not None
            await lessons.topics()
