"""A customer's message: understood, put where it belongs, acknowledged at once."""

from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services import decide, greeting, promises
from services.context import Context
from services.conversation import store_message
from services.customers import known_customer, note_phone
from services.incoming import Incoming
from services.joining import Reading, addressed, hours, join, read, topic_key
from services.opening import announce, open_ticket
from services.privacy.first import meet
from services.reopening import reopen
from services.understanding import is_angry


class Reception:
    """Takes in what customers write."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def inquiry(self, turn: Turn, incoming: Incoming) -> None:
        """Store a message, join or open its ticket, tell the customer and the staff.

        Any kind of message is taken; nothing a customer writes is left unanswered.
        """
        say = await read(self._context, incoming)
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, incoming.sender)
            if customer.banned:
                await self._refuse_banned(tx, turn, customer)
                return
            note_phone(customer, incoming)
            ticket, pointed = await addressed(tx, self._context, turn, customer, incoming, say)
            place = self._place(turn, say, ticket, pointed, _is_gesture(incoming))
            await self._put(tx, turn, customer, ticket, place, incoming, say)
            if turn.newcomer:
                await meet(tx, self._context, turn, customer)
            if not incoming.copyable:
                await self._tell_uncopyable(tx, turn, customer, incoming)

    def _place(
        self, turn: Turn, say: Reading, ticket: Ticket | None, pointed: bool, gesture: bool
    ) -> decide.Place:
        return decide.place_of(
            say.verdict,
            ticket.state if ticket else None,
            topic_key(self._context, ticket),
            ticket.resolved_at if ticket else None,
            turn.now,
            hours(self._context),
            pointed,
            gesture,
        )

    async def _put(
        self,
        tx: Session,
        turn: Turn,
        customer: Customer,
        ticket: Ticket | None,
        place: decide.Place,
        incoming: Incoming,
        say: Reading,
    ) -> None:
        if place == "chat":
            await greeting.small_talk(tx, turn.now, customer, incoming)
        elif ticket is None or place == "new":
            await self._open(tx, turn, customer, incoming, say)
        else:
            if place == "reopen":
                await reopen(tx, self._context, turn, ticket, customer.tg_id, by_customer=True)
            await join(tx, self._context, turn, customer, ticket, incoming, say)

    async def _open(
        self, tx: Session, turn: Turn, customer: Customer, incoming: Incoming, say: Reading
    ) -> None:
        context = self._context
        route = decide.route_of(say.verdict, context.shop, turn.now)
        ticket = await open_ticket(tx, context, turn, customer, route, say.verdict, incoming.text)
        await store_message(tx, turn, ticket, incoming, CUSTOMER)
        await announce(tx, context, turn, ticket, customer)

    async def _refuse_banned(self, tx: Session, turn: Turn, customer: Customer) -> None:
        phone = str(self._context.shop.facts.get("contacts", {}).get("phone", "—"))
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            "banned",
            join_key=f"banned:{customer.id}",
            phone=phone,
        )

    async def _tell_uncopyable(
        self, tx: Session, turn: Turn, customer: Customer, incoming: Incoming
    ) -> None:
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            "uncopyable",
            join_key=f"uncopyable:{customer.id}",
            kind={"key": f"kind-{incoming.kind}"},
        )


def _is_gesture(incoming: Incoming) -> bool:
    """A sticker asks for nothing; one of anger is worth a question."""
    return incoming.kind == "sticker" and not is_angry(str(incoming.extra.get("emoji", "")))
