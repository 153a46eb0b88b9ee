"""Reactions: what is shown on one side of the counter is shown on the other."""

from models import messages
from models.messages import CUSTOMER, NOTE, STAFF, Message
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.tracing import allow, customer_of


class Reacting:
    """Carries reactions over."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def react(self, turn: Turn, chat_id: int, tg_id: int, emoji: str, actor: Actor) -> None:
        """Carry a reaction over to the other side's own message."""
        async with self._context.store.change(turn) as tx:
            message = await messages.said_at(tx, chat_id, tg_id)
            if message is None or message.chat_id is None or message.tg_id is None:
                return
            ticket = await _open_to(tx, actor, message)
            if ticket is None or message.chat_id == chat_id:
                return
            if message.side == CUSTOMER or (message.side == STAFF and chat_id == actor.tg_id):
                await promises.react(tx, turn.now, message.chat_id, message.tg_id, emoji)


async def _open_to(tx: Session, actor: Actor, message: Message) -> Ticket | None:
    """The ticket of a message, for its customer and for those who may work on it."""
    ticket = await tx.get(Ticket, message.ticket_id)
    if ticket is None:
        return None
    customer = await customer_of(tx, ticket)
    if customer.tg_id == actor.tg_id and message.side != NOTE:
        return ticket
    try:
        allow(actor, ticket)
    except Refusal:
        return None
    return ticket
