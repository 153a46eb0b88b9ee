"""Which order of a customer a ticket is about: the one they name, else the latest that fits."""

import re

from models.store import Session
from models.tickets import Ticket
from models.trade import own_orders
from models.trade.orders import DELIVERED, LIVE
from services.shop import Shop

LIVE_TOPICS = frozenset({"order_status", "order_change", "delivery", "payment"})
AFTER_TOPICS = frozenset({"refund", "return_exchange", "warranty_repair"})
LATEST = 10
NAMED = re.compile(r"(?:заказ[а-я]{0,3}|order)[^\d\n]{0,12}(\d{1,12})|№\s?(\d{1,12})")


def number_in(text: str) -> int | None:
    """The order number that somebody's words hold: «заказ 1234», «№1234», order #12."""
    found = NAMED.search(text.casefold())
    return int(found[1] or found[2]) if found else None


def latest_that_fits(topic_key: str, states: list[tuple[int, str]]) -> int | None:
    """Of orders, the newest first, the latest live one; for returns also a delivered one."""
    wanted = (*LIVE, DELIVERED) if topic_key in AFTER_TOPICS else LIVE
    return next((number for number, state in states if state in wanted), None)


async def order_meant(
    tx: Session, customer_id: int, topic_key: str | None, text: str
) -> int | None:
    """The order that a customer's words and their topic mean; only one of their own."""
    number = number_in(text)
    if number is not None and await own_orders.is_theirs(tx, number, customer_id):
        return number
    if topic_key is None or topic_key not in LIVE_TOPICS | AFTER_TOPICS:
        return None
    return latest_that_fits(topic_key, await own_orders.latest_states(tx, customer_id, LATEST))


async def tie(tx: Session, shop: Shop, ticket: Ticket, text: str = "") -> None:
    """Tie a ticket to the order it is about, once that is known; a named one wins."""
    topic = shop.topic_by_id(ticket.topic_id)
    if ticket.order_id is not None and number_in(text) is None:
        return
    key = shop.present(topic.key) if topic else None
    found = await order_meant(tx, ticket.customer_id, key, text or ticket.subject)
    ticket.order_id = found or ticket.order_id
