"""What people said messages are about, and what the shop's topics are: read, never written."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from sqlalchemy import func, inspect, literal, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from models.labels import Label
from models.queues import Queue, Setting, Topic
from models.schema import DatabaseUnusable, sqlite_file

FACTS = "shop"
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class SaidLabel:
    """Somebody said what a message is about; `id` is its number in the database."""

    id: int
    text: str
    topic: str
    origin: str
    author: int
    at: datetime


SAID = (
    *(Label.id, Label.text, Label.topic_key),
    *(Label.origin, Label.author_tg_id, Label.created_at),
)


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A topic as training sees it; `queue` is None when it makes no ticket."""

    key: str
    title_ru: str
    title_en: str
    queue: str | None
    active: bool
    merged_into: str | None


class Lessons:
    """One reading of a database; tables and columns that it does not have yet are empty."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def labels(self) -> AsyncIterator[SaidLabel]:
        """Every label, oldest first, page by page: no long reading holds up the one who writes."""
        if not await self._columns("label"):
            return
        after, page = 0, select(*SAID).order_by(Label.id).limit(AT_ONCE)
        while rows := (await self._connection.execute(page.where(Label.id > after))).all():
            for row in rows:
                yield SaidLabel(*row)
            after = int(rows[-1][0])

    async def count(self) -> int:
        """How many labels there are."""
        if not await self._columns("label"):
            return 0
        return await self._connection.scalar(select(func.count()).select_from(Label)) or 0

    async def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of these labels; those that are gone are left out."""
        found: dict[int, str] = {}
        for start in range(0, len(numbers), AT_ONCE):
            wanted = Label.id.in_(numbers[start : start + AT_ONCE])
            rows = await self._connection.execute(select(Label.id, Label.text).where(wanted))
            found.update((number, text) for number, text in rows)
        return found

    async def topics(self) -> list[TopicFacts]:
        """The shop's topics in its order, merged and retired ones too."""
        columns = await self._columns("topic")
        if not columns:
            return []
        merged = Topic.merged_into if "merged_into" in columns else literal(None)
        statement = (
            select(Topic.key, Topic.title_ru, Topic.title_en, Queue.key, Topic.active, merged)
            .outerjoin(Queue, Queue.id == Topic.queue_id)
            .order_by(Topic.position, Topic.id)
        )
        return [TopicFacts(*row) for row in await self._connection.execute(statement)]

    async def language(self) -> str | None:
        """The language of the staff groups, where the shop says it."""
        if not await self._columns("setting"):
            return None
        facts = await self._connection.scalar(select(Setting.value).where(Setting.name == FACTS))
        return facts.get("language") if facts else None

    async def _columns(self, table: str) -> set[str]:
        def look(connection: Any) -> set[str]:
            inspector = inspect(connection)
            if not inspector.has_table(table):
                return set()
            return {str(column["name"]) for column in inspector.get_columns(table)}

        return await self._connection.run_sync(look)


@asynccontextmanager
async def lessons_of(url: str) -> AsyncIterator[Lessons | None]:
    """A database opened for reading only; None where there is none yet. DatabaseUnusable."""
    path = sqlite_file(url)
    if path is not None and not path.exists():
        yield None
        return
    engine = create_async_engine(_read_only(make_url(url)), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            if path is None:
                await connection.execution_options(postgresql_readonly=True)
            yield Lessons(connection)
    except (DBAPIError, OSError) as error:
        raise DatabaseUnusable(f"The labels can't be read: {error}") from error
    finally:
        await engine.dispose()


def _read_only(url: URL) -> URL:
    """SQLite told by the address that nothing is to be written, not even at closing."""
    if url.get_backend_name() != "sqlite":
        return url
    return url.set(database=f"file:{quote(str(url.database))}", query={"mode": "ro", "uri": "true"})
