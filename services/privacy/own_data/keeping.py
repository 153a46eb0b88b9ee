"""Nothing is kept longer than its term: a look every minute, a page at a time, once a day each."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.own import purging
from models.own.terms import TERMS, Term
from models.schema import sqlite_file
from models.store import Store
from services.context import Context
from services.privacy.own_data import asked, terms

PAGES = 100
START = -1  # before every key
BACKUPS = "backups_days"


def due(facts: Mapping[str, Any], now: datetime) -> Iterator[tuple[int, Term, datetime]]:
    """Every term that has an end, with the moment before which rows go."""
    for number, term in enumerate(TERMS):
        days = terms.days(facts, term.name)
        if days is not None:
            yield number, term, now - timedelta(days=days)


class Keeping:
    """Purges what is over; `done` is the day on which each walk has come to its end."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._after: dict[int, Any] = {}
        self._done: dict[int, date] = {}
        self._backups: date | None = None
        self._asked: date | None = None

    async def purge(self, now: datetime) -> None:
        """Some pages of each walk that has not ended today."""
        for number, term, before in due(self._context.shop.facts, now):
            if self._done.get(number) == now.date():
                continue
            after = self._after.pop(number, START)
            left = await walk(self._context.store, term, after, before, PAGES)
            if left is None:
                self._done[number] = now.date()
            else:
                self._after[number] = left
        await self._forget_asked(now)
        await self._forget_backups(now)

    async def _forget_asked(self, now: datetime) -> None:
        if self._asked != now.date():
            staff = {one.tg_id for one in self._context.directory.staff()}
            await asked.forget(self._context.store, staff, now)
            self._asked = now.date()

    async def _forget_backups(self, now: datetime) -> None:
        days = terms.days(self._context.shop.facts, BACKUPS)
        path = sqlite_file(self._context.store.url.render_as_string(hide_password=False))
        if days is None or path is None or self._backups == now.date():
            return
        self._backups = now.date()
        for old in await asyncio.to_thread(old_backups, path, now - timedelta(days=days)):
            await asyncio.to_thread(old.unlink, missing_ok=True)


async def walk(store: Store, term: Term, after: Any, before: datetime, pages: int) -> Any | None:
    """Purge some pages of one table; where to go on, None at the end."""
    for _ in range(pages):
        async with store.look() as tx:
            page = await purging.look(tx, term, after, before)
        if page.keys:
            async with store.change() as tx:
                await purging.purge(tx, term, page.keys, before)
        if page.after is None:
            return None
        after = page.after
    return after


def old_backups(database: Path, before: datetime) -> list[Path]:
    """Backups that an upgrade made beside the database before a moment."""
    found = database.parent.glob(f"{database.stem}-*.backup.db")
    return [path for path in found if path.stat().st_mtime < before.timestamp()]


async def counts(
    store: Store, facts: Mapping[str, Any], now: datetime
) -> list[tuple[str, str, int]]:
    """What would go now: the setting, the table, how many rows."""
    found = []
    for _, term, before in due(facts, now):
        async with store.look() as tx:
            found.append((term.name, term.table, await purging.count(tx, term, before)))
    return found
