"""`retention`: what has outlived its term, and taking it away at once."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typer

from bot import clock
from bot.cli.mending_stored import plainly_stored
from bot.cli.plain import PlainError
from bot.instance import file_lock
from bot.settings import Settings, read_settings
from models import queues
from models.schema import is_there, version_of
from models.store import Store
from services.privacy.own_data import keeping, terms
from services.shop import FACTS
from services.shop_file import read_shop_file

EVERY = 10**9


def retention(dry_run: bool) -> None:
    """Say what would go by which setting; without `dry_run` take it away as well."""
    with plainly_stored():
        settings = read_settings()
        if not is_there(settings.database):
            raise PlainError("There is no database yet: nothing is kept.")
        lock = None if dry_run else file_lock(settings)
        if lock is not None:
            lock.take()
        asyncio.run(_run(settings, dry_run))


async def _run(settings: Settings, dry_run: bool) -> None:
    await version_of(settings.database)
    store, now = Store(settings.database), clock.now()
    try:
        facts = await _facts(store, settings)
        total = await _say(store, facts, now)
        if dry_run:
            typer.echo(f"{total} rows would go. Nothing was changed.")
            return
        for _, term, before in keeping.due(facts, now):
            await keeping.walk(store, term, keeping.START, before, EVERY)
        typer.echo(f"{total} rows are gone.")
    finally:
        await store.close()


async def _say(store: Store, facts: Mapping[str, Any], now: datetime) -> int:
    total = 0
    for name, table, count in await keeping.counts(store, facts, now):
        days = terms.days(facts, name) or 0
        typer.echo(f"{name:<16} {round(days):>6} days  {table:<16} {count:>10}")
        total += count
    without = [name for name in terms.DEFAULTS if terms.days(facts, name) is None]
    typer.echo(f"Kept until a person is erased: {', '.join(without) or 'nothing'}")
    return total


async def _facts(store: Store, settings: Settings) -> Mapping[str, Any]:
    """What the shop's file says of terms counts at once, as at the next start."""
    async with store.look() as tx:
        stored = await queues.read_setting(tx, FACTS) or {}
    given = read_shop_file(settings.shop_file).facts
    return {**stored, terms.SECTION: given.get(terms.SECTION, {})}
