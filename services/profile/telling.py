"""Tells news to whoever asked for it: page by page, through the gate; and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from models.memory import news, on_the_way, subscribing
from models.memory.profiles import (
    BACK_IN_STOCK,
    CATEGORY,
    GUIDE,
    PRICE_DROP,
    NewsItem,
    subject_of,
)
from models.memory.subscribing import Waiting
from models.queues import read_setting
from models.store import Session
from services.context import Context
from services.privacy import notices
from services.profile.looking import LOOK, VARIANT, subjects_of

PAGE, PAGES, SETTLED = 50, 100, 500
PERCENT = 5
USE = {BACK_IN_STOCK: 3, PRICE_DROP: 3, CATEGORY: 7, GUIDE: 14}  # days that news are of use
AT_ONCE = (BACK_IN_STOCK,)


def percent_of(facts: Mapping[str, Any]) -> int:
    """How much cheaper is worth a message, in percent."""
    return int((facts.get("news") or {}).get("price_drop_percent", PERCENT))


def dearer(price: int, percent: int) -> int:
    """The least price before from which a price now is so much cheaper; minor units."""
    return -(-price * 100 // (100 - percent))


class Telling:
    """A tick that pages through the subscribers of one news after another."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def tell(self, now: datetime) -> None:
        """Offer what is new; while the catalogue is being looked through, it is waited for."""
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                looking = (await read_setting(tx, LOOK) or {}).get("running")
                if looking is not None or await news.first_untold(tx) is None:
                    return
            await self.page(now)

    async def page(self, now: datetime) -> None:
        """One page of the subscribers of the oldest news."""
        async with self._context.store.look() as tx:
            known = await news.first_untold(tx)
            if known is None:
                return
            rows = await self._subscribers(tx, known)
        async with self._context.store.change() as tx:
            item = await tx.get(NewsItem, known.id)
            if item is None or item.done_at is not None or item.told_to != known.told_to:
                return
            told = [one for one, pace in rows if pace == "now" or item.kind in AT_ONCE]
            await self._offer(tx, item, told, now)
            if rows:
                item.told_to = rows[-1][0].id
            if len(rows) < PAGE:
                item.done_at = now

    async def _subscribers(self, tx: Session, item: NewsItem) -> Sequence[tuple[Waiting, str]]:
        subjects = subjects_for(self._context, item)
        least = None
        if item.kind == PRICE_DROP:
            least = dearer(item.price or 0, percent_of(self._context.shop.facts))
        given = (tx, item.kind, subjects, item.told_to, PAGE, item.created_at)
        return await subscribing.to_tell(*given, dearer_than=least)

    async def _offer(
        self, tx: Session, item: NewsItem, told: Sequence[Waiting], now: datetime
    ) -> None:
        if not told:
            return
        people = [(one.customer_id, {"card": card_of(item, one), "id": item.id}) for one in told]
        until = now + timedelta(days=USE[item.kind])
        dedup = dedup_of(item.kind, item.id)
        await notices.offer_many(tx, now, item.kind, people, dedup, expires_at=until)
        ids = [one.id for one in told]
        if item.kind == BACK_IN_STOCK:
            await on_the_way.on_its_way(tx, ids, item.id)
        elif item.kind == PRICE_DROP:
            await on_the_way.saw_price(tx, ids, item.price or 0)

    async def settle(self, now: datetime) -> None:
        """What arrived ends the wait for a thing; what did not lets it go on."""
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                rows = await on_the_way.settled(tx, SETTLED)
            if rows:
                async with self._context.store.change() as tx:
                    await on_the_way.end(tx, [at for at, came in rows if came], now)
                    await on_the_way.wait_on(tx, [at for at, came in rows if not came])
            if len(rows) < SETTLED:
                return


def subjects_for(context: Context, item: NewsItem) -> list[str]:
    """What subscriptions to this news name."""
    if item.kind == CATEGORY:
        return subjects_of(context.finder.tree, item.category_id or 0)
    if item.kind == BACK_IN_STOCK and VARIANT in item.details:
        return [subject_of(item.details[VARIANT])]
    return [""] if item.kind == GUIDE else [str(item.product_id)]


def card_of(item: NewsItem, one: Waiting) -> str:
    """The card of a news for one person: a price is told beside the one that they saw."""
    if item.kind != PRICE_DROP:
        return "fresh"
    return f"fresh/{one.price or item.price_before or 0}"


def dedup_of(kind: str, item_id: int) -> str:
    """What tells a news apart for one person."""
    return f"{kind}:{item_id}"
