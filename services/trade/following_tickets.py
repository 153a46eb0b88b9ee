"""A customer asks where their order is while people are at it already: the answer is at hand."""

from datetime import datetime

from classifier.verdict import Verdict
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade.orders import LIVE
from services import decide
from services.shop import Shop
from services.trade.holding import order_of
from services.trade.telling import tell_where

STATUS = "order_status"


async def where(
    tx: Session,
    shop: Shop,
    now: datetime,
    ticket: Ticket,
    customer: Customer,
    verdict: Verdict | None,
) -> None:
    """Asked surely for it, how the ticket's order stands while it is on its way."""
    if not decide.names([STATUS], verdict):
        return
    order = await order_of(tx, ticket)
    if order is not None and order.state in LIVE:
        await tell_where(tx, shop, now, order, customer)
