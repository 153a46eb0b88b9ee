"""A shop that is filled from files, without a conversation: read, applied, looked at."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.store import Store
from models.trade import comparing, leafing
from models.trade.feeds import APPLYING, Feed
from models.trade.products import Variant
from services.trade.feeds import folder
from services.trade.feeds.carrying import Carrying, Job
from services.trade.feeds.planning import plan
from services.trade.feeds.terms import opened
from services.trade.goods import Goods

PRODUCTS = ("products_new", "products_changed", "products_gone", "products_same")
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


class FedShop:
    """One database and one data folder."""

    def __init__(self, store: Store, data_dir: Path) -> None:
        self.store = store
        self.data_dir = data_dir
        self.carrying = Carrying(store, data_dir, Goods(), lambda: "RUB")

    async def reads(self, content: bytes | str) -> tuple[Job, dict[str, Any]]:
        """A file is read; nothing is applied."""
        data = content.encode() if isinstance(content, str) else content
        row = opened(NOW, 0, "feed", folder.keep(self.data_dir, data))
        async with self.store.change() as tx:
            tx.add(row)
        job = Job(row.id, row.file, applying=True, done=0)
        found = await plan(self.store, self.carrying.folder_of(job), "RUB", lambda *_: None)
        await self.carrying.read(NOW, job, found)
        return job, found

    async def begins(self, job: Job) -> None:
        """Somebody says yes."""
        async with self.store.change() as tx:
            row = await tx.get(Feed, job.feed_id)
            assert row is not None
            row.state = APPLYING

    async def applies(self, content: bytes | str) -> dict[str, Any]:
        """A file from beginning to end; what the preview said."""
        job, found = await self.reads(content)
        await self.begins(job)
        for number, step in enumerate(folder.steps_of(self.carrying.folder_of(job), 0)):
            assert await self.carrying.step(NOW, job, number, step)
        await self.carrying.settle(NOW, job)
        return found

    async def sold(self) -> dict[str, dict[str, Any]]:
        """Everything that is sold, as plain values by product."""
        async with self.store.look() as tx:
            shelves = {row["id"]: row for row in await comparing.categories(tx)}
            pages = [page async for page in leafing.leaves(tx)]
        return {leaf.product.key: _plain(leaf, shelves) for page in pages for leaf in page}

    async def variant(self, key: str) -> Variant:
        """One variant, sold or not."""
        async with self.store.look() as tx:
            return (await tx.execute(select(Variant).where(Variant.key == key))).scalar_one()


def _plain(leaf: leafing.Leaf, shelves: dict[int, Any]) -> dict[str, Any]:
    product, path = leaf.product, list[tuple[str, str]]()
    shelf = shelves.get(product.category_id or 0)
    while shelf is not None:
        assert shelf["active"]
        path.insert(0, (shelf["title_ru"], shelf["title_en"]))
        shelf = shelves.get(shelf["parent_id"] or 0)
    words = ("title_ru", "title_en", "about_ru", "about_en", "brand")
    lists = ("badges", "attributes", "options", "rules")
    money = ("key", "title_ru", "title_en", "price", "old_price", "currency", "stock")
    return {
        **{name: getattr(product, name) for name in (*words, *lists)},
        "path": path,
        "photos": list(leaf.photos),
        "variants": [{name: getattr(one, name) for name in money} for one in leaf.variants],
    }


def counted(found: dict[str, Any], *names: str) -> Sequence[int]:
    """Figures of the preview."""
    return [found["counts"].get(name, 0) for name in names]


@pytest.fixture
def fed(store: Store, tmp_path: Path) -> FedShop:
    """An empty shop on a temporary database."""
    return FedShop(store, tmp_path)
