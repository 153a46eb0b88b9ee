"""A catalogue file written ahead, a handful at a time; what is new is not seen yet."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.feeds import FeedRow
from models.trade.products import Category, Photo, Product, Variant

WORDS_OF_VARIANT = ("title_ru", "title_en")
MONEY = ("price", "old_price", "currency")
Change = Mapping[str, Any]


async def put_categories(tx: AsyncSession, feed_id: int, rows: Sequence[Change]) -> None:
    """Categories that are new or called otherwise; parents stand before their children."""
    ids = await _ids(tx, Category, [row["key"] for row in rows] + [row["parent"] for row in rows])
    marks = []
    for row in rows:
        said: dict[str, Any] = {
            "parent_id": ids.get(row["parent"]),
            "title_ru": row["title_ru"],
            "title_en": row["title_en"],
        }
        if row["key"] not in ids:
            said |= {"key": row["key"], "position": row["position"], "active": False}
            said["title_en"] = row["title_en"] or ""
            made = insert(Category).values(said).returning(Category.id)
            ids[row["key"]] = int(await tx.scalar(made) or 0)
        else:
            known = {name: value for name, value in said.items() if value is not None}
            known["parent_id"] = said["parent_id"]
            await tx.execute(update(Category).where(Category.id == ids[row["key"]]).values(known))
        marks.append({"feed_id": feed_id, "kind": "category", "target_id": ids[row["key"]]})
    await _put(tx, FeedRow, marks)


async def put_products(
    tx: AsyncSession, feed_id: int, changes: Sequence[Change], now: datetime
) -> None:
    """Products that are new or changed: words and pictures at once, the rest at its moment."""
    keys = [one["key"] for one in changes]
    shelves = await _ids(tx, Category, [one["words"].get("category", "") for one in changes])
    known = await _ids(tx, Product, keys)
    new, changed = list[dict[str, Any]](), list[dict[str, Any]]()
    for one in changes:
        words = dict(one["words"])
        if "category" in words:
            words["category_id"] = shelves.get(words.pop("category"))
        if one["key"] in known:
            if words:
                changed.append({"id": known[one["key"]], **words})
        elif one.get("new"):
            new.append({"key": one["key"], "position": one["position"], **words, **_unseen(now)})
    await _put(tx, Product, new)
    if changed:
        await tx.execute(update(Product), changed)
    ids = await _ids(tx, Product, keys)
    present = [one for one in changes if one["key"] in ids]
    await _put_variants(tx, feed_id, present, ids)
    await _put_photos(tx, {ids[one["key"]]: one["photos"] for one in present if "photos" in one})
    await _put(tx, FeedRow, [_product_mark(feed_id, one, ids[one["key"]]) for one in present])
    gone = [target for one in present for target in one["gone"]]
    await hide(tx, feed_id, "variant", gone)


async def look_anew(tx: AsyncSession) -> None:
    """Let PostgreSQL see how its tables have grown: it goes on reading small ones as a whole."""
    if tx.get_bind().dialect.name == "postgresql":
        await tx.execute(text("ANALYZE category, product, variant, photo, feed_row"))


async def hide(tx: AsyncSession, feed_id: int, kind: str, ids: Collection[int]) -> None:
    """These are not in the file any more."""
    marks = [{"feed_id": feed_id, "kind": kind, "target_id": one, "active": False} for one in ids]
    await _put(tx, FeedRow, marks)


def _unseen(now: datetime) -> dict[str, Any]:
    return {"options": [], "rules": [], "active": False, "changed_at": now}


def _product_mark(feed_id: int, one: Change, target_id: int) -> dict[str, Any]:
    choices = one.get("choices")
    return {
        "feed_id": feed_id,
        "kind": "product",
        "target_id": target_id,
        "chooses": choices is not None,
        "options": choices.get("options", []) if choices else [],
        "rules": choices.get("rules", []) if choices else [],
    }


async def _put_variants(
    tx: AsyncSession, feed_id: int, changes: Sequence[Change], products: Mapping[str, int]
) -> None:
    said = {one["key"]: (products[c["key"]], one) for c in changes for one in c["variants"]}
    known = {row.key: row for row in await _variants(tx, list(said))}
    new = [
        {
            "key": key,
            "product_id": product_id,
            "title_ru": one["title_ru"],
            "title_en": one.get("title_en", ""),
            "position": one["position"],
            "active": False,
            "stock": one.get("stock"),
            "stock_said": one.get("stock"),
            **{name: one.get(name) for name in MONEY},
        }
        for key, (product_id, one) in said.items()
        if key not in known and one.get("new")
    ]
    renamed = [
        {"id": known[key].id, **words}
        for key, (_, one) in said.items()
        if key in known and (words := {n: one[n] for n in WORDS_OF_VARIANT if n in one})
    ]
    await _put(tx, Variant, new)
    if renamed:
        await tx.execute(update(Variant), renamed)
    rows = {row.key: row for row in await _variants(tx, list(said))}
    marks = [_variant_mark(feed_id, *said[key], row) for key, row in rows.items()]
    await _put(tx, FeedRow, marks)


def _variant_mark(feed_id: int, product_id: int, one: Change, row: Any) -> dict[str, Any]:
    return {
        "feed_id": feed_id,
        "kind": "variant",
        "target_id": row.id,
        "product_id": product_id,
        "price": one.get("price", row.price),
        "old_price": one.get("old_price", row.old_price),
        "currency": one.get("currency", row.currency),
        "counts": "stock" in one,
        "stock": one.get("stock"),
    }


async def _variants(tx: AsyncSession, keys: Collection[str]) -> Sequence[Any]:
    columns = (Variant.id, Variant.key, Variant.price, Variant.old_price, Variant.currency)
    return (await tx.execute(select(*columns).where(Variant.key.in_(keys)))).all()


async def _put_photos(tx: AsyncSession, wanted: Mapping[int, Sequence[str]]) -> None:
    """Pictures in their order; Telegram's copies of those that stay are kept."""
    if not wanted:
        return
    columns = (Photo.id, Photo.product_id, Photo.source, Photo.position)
    rows = (await tx.execute(select(*columns).where(Photo.product_id.in_(wanted)))).all()
    places = {(one, source): at for one, some in wanted.items() for at, source in enumerate(some)}
    gone = [row.id for row in rows if (row.product_id, row.source) not in places]
    moved = [
        {"id": row.id, "position": place}
        for row in rows
        if (place := places.pop((row.product_id, row.source), row.position)) != row.position
    ]
    if gone:
        await tx.execute(delete(Photo).where(Photo.id.in_(gone)))
    if moved:
        await tx.execute(update(Photo), moved)
    await _put(
        tx,
        Photo,
        [
            {"product_id": one, "source": source, "position": at}
            for (one, source), at in places.items()
        ],
    )


async def _ids(tx: AsyncSession, kind: Any, keys: Collection[str]) -> dict[str, int]:
    rows = await tx.execute(select(kind.key, kind.id).where(kind.key.in_(set(keys))))
    return {row[0]: row[1] for row in rows.all()}


async def _put(tx: AsyncSession, kind: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows of one kind, in one statement."""
    if rows:
        await tx.execute(insert(kind.__table__), list(rows))
