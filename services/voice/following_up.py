"""Some days after a complaint was decided: better now, or not? Asked once, a no opens it again."""

from models import tickets
from models.memory import complaining as asked
from models.memory.complaints import CLOSED, Complaint
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.feedback import LATE
from services.reopening import reopen
from services.tracing import customer_of
from services.voice import complaining

CARD = "better"


class FollowingUp:
    """The two buttons of the question."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def better(self, turn: Turn, tg_id: int, ref: str) -> None:
        """It is fine now."""
        async with self._context.store.change(turn) as tx:
            complaint, _, customer = await self._asked(tx, turn, tg_id, ref)
            complaint.better = True
            turn.toast = Toast("toast-better")
            await promises.show(tx, turn.now, customer.tg_id, CARD, complaint.id)
            await complaining.show(tx, turn.now, complaint)

    async def worse(self, turn: Turn, tg_id: int, ref: str) -> None:
        """It is not: the complaint lives again, and the admins hear of it."""
        async with self._context.store.change(turn) as tx:
            complaint, ticket, customer = await self._asked(tx, turn, tg_id, ref)
            complaint.better = False
            turn.toast = Toast("toast-worse")
            await reopen(tx, self._context, turn, ticket, customer.tg_id, by_customer=True)
            await promises.show(tx, turn.now, customer.tg_id, CARD, complaint.id)
            for one in self._context.directory.admins():
                if one.reachable:
                    await promises.tell(
                        tx,
                        turn.now,
                        one,
                        "complaint-not-better",
                        number=str(ticket.id),
                        name=customer.name or "—",
                    )
                    await promises.show(
                        tx, turn.now, one.tg_id, complaining.CARD, complaint.id, anew=True
                    )

    async def _asked(
        self, tx: Session, turn: Turn, tg_id: int, ref: str
    ) -> tuple[Complaint, Ticket, Customer]:
        complaint = await asked.by_ref(tx, ref)
        ticket = await tickets.by_id(tx, complaint.ticket_id) if complaint else None
        if complaint is None or ticket is None:
            raise Refusal("button-old")
        customer = await customer_of(tx, ticket)
        if customer.tg_id != tg_id or customer.banned:
            raise Refusal("button-old")
        if complaint.better is not None or complaint.state != CLOSED:
            raise Refusal("rating-known")
        if complaint.asked_at is None:
            raise Refusal("button-old")
        if turn.now - complaint.asked_at > LATE:
            raise Refusal("rating-late")
        return complaint, ticket, customer
