"""Looks for news: what has changed in the catalogue since it was last looked at."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.memory import news, on_the_way, sizes, subscribing
from models.memory.news import Change
from models.memory.profiles import BACK_IN_STOCK, CATEGORY, PRICE_DROP, NewsItem, subject_of
from models.memory.sizes import Turned
from models.queues import read_setting, write_setting
from models.store import Session
from services.context import Context
from services.trade.goods import revision_of
from services.trade.tree import Tree

LOOK, VARIANT = "news_look", "variant"
PAGE, PAGES = 500, 40
MOST_LISTED = 50


class Looking:
    """Two ticks: the whole catalogue when it has changed, and the stock of what is waited for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def catalogue(self, now: datetime) -> None:
        """Page through the catalogue after it has changed; the first time only to know it."""
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                state = await read_setting(tx, LOOK) or {"revision": None, "running": None}
                revision = await revision_of(tx)
                if state["running"] is None:
                    if state["revision"] == revision:
                        return
                    first = state["revision"] is None
                    begun = {"running": revision, "after": 0, "since": now.isoformat()}
                    state = {**state, **begun, "first": first}
                upto = await news.page_end(tx, state["after"], PAGE)
                found = await news.differing(tx, state["after"], upto) if upto else []
            await self._page(found, state, upto, now)

    async def _page(
        self, found: Sequence[Change], state: dict[str, Any], upto: int | None, now: datetime
    ) -> None:
        async with self._context.store.change() as tx:
            if found and not state["first"]:
                await self._note(tx, found, datetime.fromisoformat(state["since"]), now)
            await news.saw(tx, found, now)
            done = {"revision": state["running"], "running": None}
            await write_setting(tx, LOOK, done if upto is None else {**state, "after": upto})

    async def stock(self, now: datetime) -> None:
        """Things and single variants that somebody waits for: there again, or gone again."""
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                found, single = await news.turned(tx, PAGE), await sizes.turned(tx, PAGE)
            if found or single:
                await self._turned(found, single, now)
            if max(len(found), len(single)) < PAGE:
                return

    async def _turned(
        self, found: Sequence[Change], single: Sequence[Turned], now: datetime
    ) -> None:
        async with self._context.store.change() as tx:
            for one in found:
                if one.there:
                    tx.add(_item(BACK_IN_STOCK, one, now))
                else:
                    await on_the_way.not_there(tx, str(one.product_id))
            await news.saw(tx, found, now)
            for size in single:
                if size.there:
                    tx.add(_item_of(size, now))
                else:
                    await on_the_way.not_there(tx, subject_of(size.variant_id))
            await sizes.saw(tx, [(one.variant_id, one.there) for one in single], now)

    async def _note(
        self, tx: Session, found: Sequence[Change], since: datetime, now: datetime
    ) -> None:
        """News for whoever asked for it; nothing is noted that nobody waits for."""
        subjects = [str(one.product_id) for one in found]
        back = await subscribing.wanted(tx, BACK_IN_STOCK, subjects)
        cheaper = await subscribing.wanted(tx, PRICE_DROP, subjects)
        fresh: dict[int, list[int]] = {}
        for one in found:
            subject = str(one.product_id)
            if one.was_there is False and one.there and subject in back:
                tx.add(_item(BACK_IN_STOCK, one, now))
            elif one.was_there and not one.there and subject in back:
                await on_the_way.not_there(tx, subject)
            if subject in cheaper and _is_cheaper(one):
                tx.add(_item(PRICE_DROP, one, now))
            if one.was_there is None and one.category_id is not None:
                fresh.setdefault(one.category_id, []).append(one.product_id)
        for category_id, ids in fresh.items():
            await self._on_shelf(tx, category_id, ids, since, now)

    async def _on_shelf(
        self, tx: Session, category_id: int, ids: list[int], since: datetime, now: datetime
    ) -> None:
        path = subjects_of(self._context.finder.tree, category_id)
        if not await subscribing.wanted(tx, CATEGORY, path):
            return
        item = await news.open_on_shelf(tx, category_id, since)
        if item is None:
            item = NewsItem(kind=CATEGORY, category_id=category_id, details={}, created_at=now)
            tx.add(item)
        listed = [*item.details.get("products", []), *ids][:MOST_LISTED]
        count = int(item.details.get("count", 0)) + len(ids)
        item.details = {"products": listed, "count": count}
        await tx.flush()


def subjects_of(tree: Tree, category_id: int) -> list[str]:
    """A shelf and all above it, as subscriptions name them."""
    return [str(one.id) for one in tree.path(category_id)] or [str(category_id)]


def _is_cheaper(one: Change) -> bool:
    known = one.price is not None and one.price_before is not None
    return known and one.there and (one.price or 0) < (one.price_before or 0)


def _item(kind: str, one: Change, now: datetime) -> NewsItem:
    return NewsItem(
        kind=kind,
        product_id=one.product_id,
        category_id=one.category_id,
        price=one.price,
        price_before=one.price_before,
        details={},
        created_at=now,
    )


def _item_of(one: Turned, now: datetime) -> NewsItem:
    return NewsItem(
        kind=BACK_IN_STOCK,
        product_id=one.product_id,
        category_id=one.category_id,
        price=one.price,
        details={VARIANT: one.variant_id},
        created_at=now,
    )
