"""`/wish`: staff note what a customer wanted and did not get."""

from models import messages
from models.journal import record
from models.memory import unread
from models.memory.wishes import BY_STAFF
from models.messages import CUSTOMER, Message
from models.store import Session
from models.turn import Toast, Turn
from services import prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import NOTED, Spot, nod
from services.tracing import Which, workable

MOST = 1000


class Wishing:
    """Notes wishes with their ticket and customer; a tick puts them into groups."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def note(
        self,
        turn: Turn,
        actor: Actor,
        which: Which,
        text: str,
        spot: Spot,
        *,
        reply_to: int | None = None,
        asked: bool = False,
    ) -> None:
        """Keep the wish; without words of one's own, those of the message one replied to.

        `asked`: the person is asked for it here; the question ends. Raises Refusal when neither
        says anything, or when that message was noted before.
        """
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            said = await _said(tx, spot, reply_to)
            words = text.strip() or (said.text if said is not None else "")
            if not words:
                raise Refusal("wish-how")
            noted = await unread.put(
                tx,
                {
                    "customer_id": ticket.customer_id,
                    "ticket_id": ticket.id,
                    "message_id": said.id if said is not None and not text.strip() else None,
                    "staff_id": actor.staff_id,
                    "product_id": ticket.product_id,
                    "text": words[:MOST],
                    "origin": BY_STAFF,
                    "created_at": turn.now,
                },
            )
            if noted is None:
                raise Refusal("wish-known")
            record(tx, turn.now, actor.tg_id, "wish", ticket.id, wish=noted)
            if asked:
                await prompts.end(tx, turn, actor.tg_id, spot)
            await nod(tx, turn, spot, NOTED)

    async def ask(self, turn: Turn, actor: Actor, ref: str, spot: Spot) -> None:
        """The next words say what was wished for."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, ref)
            keyboard = {"name": "wish-drop", "who": actor.tg_id}
            number = str(ticket.id)
            to = (tx, turn, spot, actor)
            await prompts.ask_staff(*to, "wish-ask", keyboard=keyboard, number=number)
            turn.toast = Toast("toast-wish")


async def _said(tx: Session, spot: Spot, reply_to: int | None) -> Message | None:
    """The customer's message that was replied to."""
    if reply_to is None:
        return None
    said = await messages.said_at(tx, spot.chat_id, reply_to)
    return said if said is not None and said.side == CUSTOMER else None
