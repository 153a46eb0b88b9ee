"""Who was asked before surveys were written down counts as asked, and keeps the stars."""

from typing import Any

from sqlalchemy import Connection, text

from models import schema
from tests.databases import empty_database_url
from tests.models.test_upgrades import fill, on

__all__ = ["empty_database_url"]


def surveys(connection: Connection) -> list[tuple[Any, ...]]:
    found = connection.execute(
        text("SELECT kind, slot, customer_id, score FROM survey WHERE asked_at IS NOT NULL")
    )
    return sorted(tuple(row) for row in found)


async def test_ratings_and_deliveries_of_before_were_asked_for(empty_database_url: str) -> None:
    await schema.upgrade(empty_database_url, "0004")
    await on(empty_database_url, fill)
    await schema.upgrade(empty_database_url, "0005")
    assert await on(empty_database_url, surveys) == [
        ("csat", "ticket:1", 1, None),
        ("order", "order:1", 1, None),
    ]
