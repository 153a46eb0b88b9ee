"""What stands open before a customer, drawn anew when how they read it has changed."""

from datetime import datetime

from models import inquiries
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.trade import own_orders
from services import promises
from services.trade.states import DRAFT, LIVE

ORDERS = 5


async def show_open(tx: Session, now: datetime, customer: Customer) -> None:
    """Within a story that changed their language or clock: cards are edited where they stand."""
    for ticket in await inquiries.live_of_customer(tx, customer.id):
        to = (tx, now, customer.tg_id, "mine", ticket.id)
        await promises.show(*to, priority=REPLY, ticket=ticket, standing=True)
    for order_id, state in await own_orders.latest_states(tx, customer.id, ORDERS):
        if state in (DRAFT, *LIVE):
            await promises.show(tx, now, customer.tg_id, "order", order_id, standing=True)
