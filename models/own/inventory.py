"""Every table of the schema, and how it stands to people: export, erasure and purge follow it."""

from collections.abc import Iterable, Mapping

from sqlalchemy import MetaData, Table

from models.own.entry import Entry
from models.own.of_desk import DESK
from models.own.of_memory import MEMORY
from models.own.of_trade import TRADE
from models.schema import metadata

INVENTORY: Mapping[str, Entry] = {one.table: one for one in (*DESK, *TRADE, *MEMORY)}
PERSONAL = tuple(one for one in INVENTORY.values() if one.is_personal)
SECTIONS = tuple(one for one in PERSONAL if one.section)


def table_of(entry: Entry) -> Table:
    """The table that an entry is about."""
    return metadata.tables[entry.table]


def unknown(tables: Mapping[str, Iterable[str]]) -> list[str]:
    """Tables and columns of a schema that the inventory does not know, and what it knows too many.

    `tables`: the names of each table's columns.
    """
    found = [f"no table {name}" for name in INVENTORY if name not in tables]
    for name, columns in tables.items():
        entry = INVENTORY.get(name)
        if entry is None:
            found.append(name)
            continue
        found += [f"{name}.{column}" for column in set(columns) - entry.columns]
        found += [f"no column {name}.{column}" for column in entry.columns - set(columns)]
    return sorted(found)


def columns_of(schema: MetaData) -> dict[str, list[str]]:
    """The names of each table's columns."""
    return {table.name: list(table.columns.keys()) for table in schema.tables.values()}
