"""A word that must be nowhere: put into every column that holds a person's data, and looked for."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Float,
    Integer,
    String,
    Text,
    cast,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Moment
from models.own.entry import DELETE
from models.own.inventory import PERSONAL, table_of
from models.schema import metadata
from tests.desk import Shop

WORD = "zq7canaryword"


async def fill(tx: AsyncSession, now: datetime, given: dict[str, int]) -> set[str]:
    """One row in every personal table, the word in all that an erasure takes; the tables filled.

    `given`: numbers for columns, such as `customer_id`; parents are filled before children.
    """
    depth = {table.name: number for number, table in enumerate(metadata.sorted_tables)}
    filled = set()
    loose = {one.table: not table_of(one).foreign_keys for one in PERSONAL}
    for entry in sorted(PERSONAL, key=lambda one: (loose[one.table], depth[one.table])):
        if entry.table == "customer":
            continue
        table = table_of(entry)
        goes = set(table.c.keys()) if entry.erase == DELETE else set(entry.emptied)
        values = {
            column.name: _value(column, column.name in goes, now, given, entry.table)
            for column in table.columns
            if column.name != "id"
        }
        result = await tx.execute(insert(table).values(values))
        if "id" in table.c:
            given[f"{entry.table}.id"] = result.inserted_primary_key[0]
            given[f"{entry.table}_id"] = result.inserted_primary_key[0]
            if entry.table == "shop_order":
                given["order_id"] = given["shop_order_id"]
        filled.add(entry.table)
    return filled


def _value(column: Any, goes: bool, now: datetime, given: dict[str, int], table: str) -> Any:
    named = given.get(f"{table}.{column.name}", given.get(column.name))
    if named is not None:
        return named
    if column.foreign_keys:
        [key] = column.foreign_keys
        return given.get(f"{key.column.table.name}.id")
    made = {
        JSON: {"words": WORD} if goes else [],
        Moment: now,
        Date: now.date(),
        String: (WORD if goes else "x")[: getattr(column.type, "length", None) or 100],
        Boolean: False,
        Integer: 1,
        Float: 1.0,
    }
    return next(value for kind, value in made.items() if isinstance(column.type, kind))


async def tables_with(tx: AsyncSession, *words: str) -> list[str]:
    """Tables in which a word stands, in whatever column."""
    found = []
    for table in metadata.sorted_tables:
        for column in table.columns:
            for word in words:
                holds = cast(column, Text).contains(word)
                if await tx.scalar(select(func.count()).select_from(table).where(holds)):
                    found.append(f"{table.name}.{column.name}: {word}")
    return found


async def files_with(shop: Shop, *words: str) -> list[str]:
    """Files of the shop whose bytes hold a word, the database and its log among them."""
    folder = shop.app.settings.data_dir
    return await asyncio.to_thread(_files_with, folder, [word.encode() for word in words])


def _files_with(folder: Path, words: list[bytes]) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]
