"""A person's data read for an export: page by page, with names in the place of numbers."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, case, null, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import PolicyText
from models.own.entry import Entry
from models.own.inventory import table_of
from models.own.reach import Person, belongs
from models.people import Staff
from models.queues import Queue, Topic
from models.schema import metadata
from models.trade.money import Promo
from models.trade.products import Product, Variant

PAGE = 300
Found = list[dict[str, Any]]
PARENTS = {"ticket": metadata.tables["ticket"], "order": metadata.tables["shop_order"]}
# Numbers that an export says in words: what a column points at, in Russian and English.
NAMED: Mapping[str, Any] = {
    "staff_id": select(Staff.id, Staff.name, Staff.name),
    "agent_id": select(Staff.id, Staff.name, Staff.name),
    "topic_id": select(Topic.id, Topic.title_ru, Topic.title_en),
    "queue_id": select(Queue.id, Queue.title_ru, Queue.title_en),
    "promo_id": select(Promo.id, Promo.code, Promo.code),
    "text_id": select(PolicyText.id, PolicyText.text, PolicyText.text),
    "product_id": select(Product.id, Product.title_ru, Product.title_en),
    "variant_id": select(Variant.id, Product.title_ru, Product.title_en).join(
        Product, Product.id == Variant.product_id
    ),
}


async def pages(
    tx: AsyncSession, entry: Entry, person: Person, language: str
) -> AsyncIterator[Found]:
    """The rows of one table that are a person's, as an export shows them, oldest first."""
    way = entry.ways.split()[0]
    if way not in PARENTS:
        async for page in _pages(tx, entry, belongs(entry, person), person):
            yield await _named(tx, entry, page, language)
        return
    owned = select(PARENTS[way].c.id).where(PARENTS[way].c.customer_id == person.customer_id)
    column = table_of(entry).c[f"{way}_id"]
    for parent in (await tx.scalars(owned.order_by(PARENTS[way].c.id))).all():
        async for page in _pages(tx, entry, column == parent, person):
            yield await _named(tx, entry, page, language)


async def _pages(
    tx: AsyncSession, entry: Entry, mine: ColumnElement[bool], person: Person
) -> AsyncIterator[Sequence[RowMapping]]:
    table = table_of(entry)
    chosen = select(*(_shown(table, name, person) for name in entry.exported)).where(mine)
    if "id" not in table.c:
        yield (await tx.execute(chosen.order_by(*table.primary_key))).mappings().all()
        return
    after, chosen = 0, chosen.add_columns(table.c.id.label("_number")).order_by(table.c.id)
    while True:
        page = (await tx.execute(chosen.where(table.c.id > after).limit(PAGE))).mappings().all()
        if page:
            yield page
        if len(page) < PAGE:
            return
        after = page[-1]["_number"]


def _shown(table: Table, name: str, person: Person) -> ColumnElement[Any]:
    """A column; of what was done to an order the words only where the person said them."""
    column = table.c[name]
    if name != "details":
        return column
    own = case((table.c.by_tg_id == person.tg_id, column), else_=null())
    return own.label(name)


async def _named(
    tx: AsyncSession, entry: Entry, page: Sequence[RowMapping], language: str
) -> Found:
    names = {
        column: await _names(tx, column, {row[column] for row in page}, language)
        for column in entry.exported
        if column in NAMED and page
    }
    return [
        {
            name: names[column].get(row[column]) if column in names else plain(row[column])
            for column, name in entry.exported.items()
        }
        for row in page
    ]


async def _names(
    tx: AsyncSession, column: str, ids: Collection[int | None], language: str
) -> dict[int | None, str]:
    question = NAMED[column]
    number = question.selected_columns[0]
    found = await tx.execute(question.where(number.in_([one for one in ids if one is not None])))
    return {row[0]: (row[2] if language == "en" else row[1]) or row[1] for row in found}


def plain(value: Any) -> Any:
    """A value as JSON writes it; moments in UTC."""
    return value.isoformat() if isinstance(value, datetime | date) else value
