"""What the question after a delivered order shows: its score, then its things, one by one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.memory import asked
from models.memory.surveys import ORDER, ProductRating
from models.store import Session
from models.trade import giving_back
from models.trade.orders import Order, OrderLine
from services.context import Context
from services.trade.order_views import OrderView, read_order
from services.voice.asking import order_slot

MOST = 5
MUTED_AS = "product_rating"


@dataclass(frozen=True, slots=True)
class LikedView:
    """`scored`: whether a score is asked for; `thing`: which thing of the order is asked about.

    `rated`: the things that have their stars, the last at the end.
    """

    order: OrderView
    scored: bool
    thing: OrderLine | None
    rated: Sequence[tuple[OrderLine, ProductRating]] = ()


def next_thing(
    lines: Sequence[OrderLine], gone: Mapping[int, int], done: Collection[int]
) -> OrderLine | None:
    """The first thing to ask about: kept by the customer, not rated, not skipped, a product once.

    `gone`: how many of each line come back; `done`: lines that were rated or skipped. Of an order
    with many things only the first few are asked about.
    """
    first: dict[int, OrderLine] = {}
    for line in lines:
        if line.quantity > max(line.returned, gone.get(line.id, 0)):
            first.setdefault(line.product_id or -line.id, line)
    asked_about = list(first.values())[:MOST]
    return next((line for line in asked_about if line.id not in done), None)


def inside(title: str, language: str) -> str:
    """A thing's name as it stands between quotation marks: its own become the inner ones."""
    inner = "‘’" if language == "en" else "„“"
    return title.translate(str.maketrans("«»“”", inner * 2))


def thing_slot(line_id: int) -> str:
    """What a question about a thing of an order is asked about once."""
    return f"line:{line_id}"


async def thing_to_ask(tx: Session, order: Order, lines: Sequence[OrderLine]) -> OrderLine | None:
    """Which thing of an order its customer is asked about now; None when enough was said."""
    if order.rated is None or MUTED_AS in await asked.muted(tx, order.customer_id):
        return None
    ids = [line.id for line in lines]
    rated = await asked.ratings_of(tx, ids)
    slots = await asked.skipped(tx, order.customer_id, [thing_slot(one) for one in ids])
    done = {one for one in ids if one in rated or thing_slot(one) in slots}
    return next_thing(lines, await giving_back.on_its_way(tx, order.id), done)


async def read_liked(context: Context, order_id: int, now: datetime) -> LikedView | None:
    """The question after an order; None when the order is gone.

    Whoever wants no surveys at present is asked about no further thing; a star that stands before
    them still counts.
    """
    view = await read_order(context, order_id)
    if view is None:
        return None
    order = view.order
    since = order.delivered_at or order.created_at
    async with context.store.look() as tx:
        slot = order_slot(order.id)
        scored = await asked.was_asked(tx, order.customer_id, ORDER, slot, since)
        resting = await asked.resting(tx, order.customer_id, now)
        thing = None if resting else await thing_to_ask(tx, order, view.lines)
        lines = {line.id: line for line in view.lines}
        given = await asked.things_rated(tx, list(lines))
    return LikedView(view, scored, thing, [(lines[one.line_id], one) for one in given])
