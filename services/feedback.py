"""After a resolved ticket: solved or not, one to five, a few words if they wish."""

from datetime import datetime, timedelta
from typing import Any

from models import inquiries, opinions
from models.messages import CUSTOMER
from models.opinions import Rating
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.tickets import RESOLVED, Ticket
from models.turn import Toast, Turn
from services import promises, prompts
from services.choosing import own_ticket
from services.context import Context
from services.conversation import store_message
from services.errors import Refusal
from services.incoming import Incoming
from services.relaying import relay_to_staff
from services.reopening import reopen
from services.voice import asking, dissatisfied

LATE = timedelta(days=28)
POOR = 2
SCORES = ("1", "2", "3", "4", "5")
COMMENT = 3500


async def ask(
    tx: Session, context: Context, now: datetime, ticket: Ticket, customer: Customer
) -> None:
    """Ask how it went: once per ticket, again only while no score has been given.

    The stars stand under it only when the person was not asked for any score lately.
    """
    rating = await opinions.rating_of(tx, ticket.id)
    if ticket.spam or (rating is not None and rating.score is not None):
        return
    again = rating is not None and rating.solved is False
    await asking.ask_score(tx, context, now, customer, ticket, again=again)
    await asking.plan(tx, context, now, customer, ticket)
    if rating is None:
        tx.add(Rating(ticket_id=ticket.id, asked_at=now))
    else:
        await inquiries.ask_again(tx, rating, now)
    await promises.show(
        tx,
        now,
        customer.tg_id,
        "rating",
        ticket.id,
        priority=REPLY,
        ticket=ticket,
        anew=rating is not None,
    )


class Feedback:
    """The rating card. The first score counts: a later tap is thanked and changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def solved(self, turn: Turn, tg_id: int, ref: str) -> None:
        """The customer says that it is settled."""
        async with self._context.store.change(turn) as tx:
            ticket, customer, rating = await self._asked(tx, turn, tg_id, ref)
            if rating.solved is not None:
                raise Refusal("rating-known")
            rating.solved, rating.answered_at = True, turn.now
            turn.toast = Toast("toast-solved")
            await self._show(tx, turn, ticket, customer)

    async def unsolved(self, turn: Turn, tg_id: int, ref: str) -> None:
        """The customer says that it is not: the ticket opens again at once."""
        async with self._context.store.change(turn) as tx:
            ticket, customer, rating = await self._asked(tx, turn, tg_id, ref)
            if rating.solved is not None:
                raise Refusal("rating-known")
            rating.solved, rating.answered_at = False, turn.now
            turn.toast = Toast("toast-unsolved", {"number": str(ticket.id)})
            await reopen(tx, self._context, turn, ticket, customer.tg_id, by_customer=True)
            await self._show(tx, turn, ticket, customer)

    async def rate(self, turn: Turn, tg_id: int, ref: str, score: str) -> None:
        """One to five; two or less is a complaint that is followed to its end."""
        if score not in SCORES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            ticket, customer, rating = await self._asked(tx, turn, tg_id, ref)
            if rating.score is not None:
                raise Refusal("rating-known")
            if ticket.state != RESOLVED:
                raise Refusal("rating-later")
            rating.score, rating.answered_at = int(score), turn.now
            turn.toast = Toast("toast-rated")
            if rating.score <= POOR and rating.told_at is None and not customer.banned:
                rating.told_at = turn.now
                await dissatisfied.about_ticket(
                    tx, self._context, turn, ticket, customer, rating.score
                )
            await self._show(tx, turn, ticket, customer)

    async def ask_comment(self, turn: Turn, tg_id: int, ref: str) -> None:
        """The next words are the comment."""
        async with self._context.store.change(turn) as tx:
            _, customer, rating = await self._asked(tx, turn, tg_id, ref)
            if rating.comment is not None:
                raise Refusal("rating-known")
            await prompts.ask(
                tx,
                turn,
                customer,
                "comment-ask-poor" if (rating.score or POOR + 1) <= POOR else "comment-ask",
                keyboard={"name": "comment", "ref": ref},
                join_key=f"comment:{ref}",
            )

    async def drop_comment(self, turn: Turn, tg_id: int, asked_id: int) -> None:
        """No words after all: the question goes away."""
        async with self._context.store.change(turn) as tx:
            await promises.delete(tx, turn.now, tg_id, asked_id)
            turn.toast = Toast("toast-no-comment")

    async def comment(self, turn: Turn, ref: str, incoming: Incoming) -> None:
        """Keep the words: they stand in the ticket, and those who worked on it read them."""
        async with self._context.store.change(turn) as tx:
            ticket, customer = await own_ticket(tx, incoming.sender.tg_id, ref)
            rating = await opinions.rating_of(tx, ticket.id)
            if rating is not None and rating.comment is not None and incoming.album:
                await self._keep(tx, turn, ticket, incoming)
                return
            if rating is None or rating.comment is not None:
                raise Refusal("rating-known")
            rating.comment = incoming.text[:COMMENT]
            await self._keep(tx, turn, ticket, incoming)
            await self._pass_on(tx, turn, ticket, rating, incoming.kind)
            await self._show(tx, turn, ticket, customer)
            await prompts.end(tx, turn, customer.tg_id)
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "comment-thanks",
                reply_to=incoming.tg_id,
            )

    async def _asked(
        self, tx: Session, turn: Turn, tg_id: int, ref: str
    ) -> tuple[Ticket, Customer, Rating]:
        ticket, customer = await own_ticket(tx, tg_id, ref)
        rating = await opinions.rating_of(tx, ticket.id)
        if rating is None:
            raise Refusal("button-old")
        if turn.now - rating.asked_at > LATE:
            raise Refusal("rating-late")
        return ticket, customer, rating

    async def _show(self, tx: Session, turn: Turn, ticket: Ticket, customer: Customer) -> None:
        await promises.show(
            tx, turn.now, customer.tg_id, "rating", ticket.id, priority=REPLY, ticket=ticket
        )

    async def _keep(self, tx: Session, turn: Turn, ticket: Ticket, incoming: Incoming) -> None:
        """What was said goes where it is worked on: to the complaint, where there is one."""
        carrier = await dissatisfied.carrier_of(tx, ticket) or ticket
        if carrier is not ticket:
            await dissatisfied.carry(tx, self._context, turn, carrier, incoming)
            return
        message = await store_message(tx, turn, ticket, incoming, CUSTOMER)
        if incoming.kind != "text":
            await relay_to_staff(tx, turn.now, ticket, message)

    async def _pass_on(
        self, tx: Session, turn: Turn, ticket: Ticket, rating: Rating, kind: str
    ) -> None:
        score = str(rating.score) if rating.score is not None else "—"
        agent = self._context.directory.by_staff_id(ticket.agent_id)
        text: Any = rating.comment or {"key": f"kind-{kind}"}
        told = {"number": str(ticket.id), "score": score, "text": text}
        if agent is not None and agent.reachable:
            await promises.tell(tx, turn.now, agent, "rating-comment", **told)
        if rating.score is not None and rating.score <= POOR:
            for one in self._context.directory.to_tell(ticket.queue_id):
                if agent is None or one.tg_id != agent.tg_id:
                    await promises.tell(tx, turn.now, one, "rating-comment", **told)
