"""What messages of news show, read just before they are sent: only what is true at that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models import people
from models.memory import gathered, subscribing
from models.memory.profiles import BACK_IN_STOCK, CATEGORY, GUIDE, PRICE_DROP, NewsItem
from models.people import Customer
from models.store import Session
from models.trade import browsing
from services.context import Context
from services.profile.digests import MOST_ITEMS, matching, span_of
from services.profile.hearing import GATHERED
from services.profile.looking import VARIANT
from services.profile.telling import dearer, dedup_of, percent_of, subjects_for
from services.trade.lines import Line, line_of
from services.trade.options import title_of

LISTED = 5


@dataclass(frozen=True, slots=True)
class Fresh:
    """One news: `lines` are the things it is about, as they are now; `count` all that are new.

    `before`: the price that the person saw, minor units. `variant`: the one that it is about, 0 for
    the thing as a whole. `guide`: {"title", "text"}.
    """

    kind: str
    titles: Mapping[str, str]
    lines: Sequence[Line]
    count: int = 0
    before: int = 0
    variant: int = 0
    guide: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class NewsView:
    """News for one person; a digest has several."""

    customer: Customer
    items: Sequence[Fresh]


async def read_fresh(context: Context, item_id: int, chat_id: int, before: int) -> NewsView | None:
    """One news for the person in a chat; None when it is true no more, or asked for no more."""
    async with context.store.look() as tx:
        item = await tx.get(NewsItem, item_id)
        customer = await people.customer_by_tg(tx, chat_id)
        if item is None or customer is None:
            return None
        wanted = (customer.id, item.kind, subjects_for(context, item))
        if not await subscribing.hears(tx, *wanted):
            return None
        found = await _fresh(tx, context, item, before)
    return NewsView(customer, (found,)) if found is not None else None


async def read_digest(context: Context, customer_id: int, span: str) -> NewsView | None:
    """What was gathered for a person in a span of time; None when nothing of it is left."""
    start, end = span_of(span)
    async with context.store.look() as tx:
        customer = await tx.get(Customer, customer_id)
        items = await gathered.since(tx, start, end, MOST_ITEMS)
        names = [dedup_of(one.kind, one.id) for one in items]
        told = {dedup for _, dedup in await gathered.told(tx, [customer_id], names)}
        items = [one for one in items if dedup_of(one.kind, one.id) not in told]
        wants = await gathered.wants_of(tx, [customer_id], GATHERED)
        wanted = {
            item.id: item
            for one in wants
            for item in matching(one, items, context)
            if one.kind != PRICE_DROP or one.price == item.price
        }
        shown = [await _fresh(tx, context, one, 0) for one in wanted.values()]
    found = [one for one in shown if one is not None]
    return NewsView(customer, found) if customer is not None and found else None


async def _fresh(tx: Session, context: Context, item: NewsItem, before: int) -> Fresh | None:
    if item.kind == GUIDE:
        return Fresh(GUIDE, {}, (), guide=item.details)
    if item.kind == CATEGORY:
        return await _on_shelf(tx, context, item)
    if item.kind == BACK_IN_STOCK and VARIANT in item.details:
        return await _size(tx, item)
    lines = await _lines(tx, [item.product_id or 0])
    if not lines:
        return None
    title = {one: lines[0].product.title(one) for one in ("ru", "en")}
    if item.kind == BACK_IN_STOCK:
        return Fresh(item.kind, title, lines)
    before = before or item.price_before or 0
    if before < dearer(lines[0].price, percent_of(context.shop.facts)):
        return None
    return Fresh(item.kind, title, lines, before=before)


async def _size(tx: Session, item: NewsItem) -> Fresh | None:
    """A single variant, with the way to it; nothing when it is gone again."""
    known = (await browsing.sizes(tx, [item.details[VARIANT]])).get(item.details[VARIANT])
    line = line_of(known[0], [known[1]]) if known is not None else None
    if known is None or line is None or line.left == 0:
        return None
    title = {one: title_of(*known, (), one) for one in ("ru", "en")}
    return Fresh(item.kind, title, [line], variant=known[1].id)


async def _on_shelf(tx: Session, context: Context, item: NewsItem) -> Fresh | None:
    shelf = context.finder.tree.shelves.get(item.category_id or 0)
    lines = await _lines(tx, item.details.get("products", []))
    if shelf is None or not lines:
        return None
    hidden = max(0, int(item.details.get("count", 0)) - len(item.details.get("products", [])))
    return Fresh(CATEGORY, shelf.titles, lines[:LISTED], count=len(lines) + hidden)


async def _lines(tx: Session, ids: Sequence[int]) -> list[Line]:
    """Things that are sold and there at this moment."""
    products = await browsing.products(tx, ids)
    variants = await browsing.variants_of(tx, list(products))
    lines = [line_of(products[one], variants[one]) for one in ids if one in variants]
    return [one for one in lines if one.left is None or one.left > 0]
