"""A further message: which ticket it belongs to, what it changes there, who sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifier.verdict import Verdict
from models import inquiries, messages, people, tickets
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import LIVE, PENDING, RESOLVED, TAKEN, WAITING, Ticket
from models.turn import Turn
from services import decide, promises
from services.context import Context
from services.conversation import store_message
from services.incoming import Incoming
from services.opening import SUBJECT
from services.relaying import relay_to_staff
from services.routing import describe, send_to
from services.split_offers import offer_split
from services.tracing import ticket_at
from services.trade.following_tickets import where
from services.trade.meant import tie
from services.voice import complaining

SEEN, LATEST, WORDS = "👀", 10, 4000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message is about, alone and together with what was said before it."""

    verdict: Verdict | None
    together: Verdict | None = None

    @property
    def surest(self) -> Verdict | None:
        """The reading that names a matter, the message's own first."""
        return self.verdict if decide.is_sure(self.verdict) else self.together


async def read(context: Context, incoming: Incoming) -> Reading:
    """Read a message; an unsure one also together with the words of a ticket without a topic."""
    verdict = await context.understanding.read(incoming.text)
    if verdict is None or decide.is_sure(verdict):
        return Reading(verdict)
    async with context.store.look() as tx:
        customer = await people.customer_by_tg(tx, incoming.sender.tg_id)
        live = await inquiries.live_of_customer(tx, customer.id) if customer else []
        open_questions = [one for one in live if one.state in WAITING and one.topic_id is None]
        before = await words_of(tx, open_questions[0]) if open_questions else ""
    if not before:
        return Reading(verdict)
    together = await context.understanding.read(f"{before}\n{incoming.text}"[:WORDS])
    return Reading(verdict, together)


async def words_of(tx: Session, ticket: Ticket) -> str:
    """Everything the customer has written in a ticket."""
    said = await messages.of_ticket(tx, ticket.id, sides=(CUSTOMER,))
    return "\n".join(one.text for one in said if one.text and not one.text.startswith("/"))


async def addressed(
    tx: Session, context: Context, turn: Turn, customer: Customer, incoming: Incoming, say: Reading
) -> tuple[Ticket | None, bool]:
    """The ticket a message may belong to, and whether the customer pointed at it by a reply."""
    pointed = await _pointed(tx, customer, incoming)
    if pointed is not None and (
        pointed.state in LIVE or decide.may_reopen(pointed.resolved_at, turn.now, hours(context))
    ):
        return pointed, True
    if turn.newcomer:
        return None, False
    latest = await tickets.latest_of(tx, customer.id, LATEST)
    live = sorted(
        (one for one in latest if one.state in LIVE), key=lambda one: one.changed_at, reverse=True
    )
    if live:
        topics = [topic_key(context, one) for one in live]
        named = decide.names(topics, say.verdict)
        settled = None if named else _settled(context, turn, latest, say)
        return settled or live[decide.which_of(topics, say.verdict)], False
    return (latest[0] if latest else None), False


def _settled(context: Context, turn: Turn, latest: Sequence[Ticket], say: Reading) -> Ticket | None:
    """A matter that was settled a short while ago and surely is meant again."""
    for one in latest:
        again = decide.names([topic_key(context, one)], say.verdict)
        young = decide.may_reopen(one.resolved_at, turn.now, hours(context))
        if one.state == RESOLVED and again and young:
            return one
    return None


async def _pointed(tx: Session, customer: Customer, incoming: Incoming) -> Ticket | None:
    if incoming.reply_to is None:
        return None
    number = await ticket_at(tx, incoming.chat_id, incoming.reply_to)
    if number is None:
        number = await inquiries.ticket_of_card(tx, incoming.chat_id, incoming.reply_to)
    ticket = await tickets.by_id(tx, number) if number is not None else None
    return ticket if ticket is not None and ticket.customer_id == customer.id else None


async def join(
    tx: Session,
    context: Context,
    turn: Turn,
    customer: Customer,
    ticket: Ticket,
    incoming: Incoming,
    say: Reading,
) -> None:
    """Add a message to a live ticket: stored, read, shown to staff, acknowledged quietly."""
    begins = not incoming.album or not await inquiries.album_stands(tx, ticket.id, incoming.album)
    message = await store_message(tx, turn, ticket, incoming, CUSTOMER)
    ticket.subject = ticket.subject or incoming.text[:SUBJECT]
    if not turn.newcomer:
        await tie(tx, context.shop, ticket, incoming.text)
    await settle(tx, context, turn, customer, ticket, say.surest)
    if not decide.is_smalltalk(say.verdict):
        wait_again(context, turn, ticket)
    await relay_to_staff(tx, turn.now, ticket, message)
    if begins:
        await promises.react(tx, turn.now, incoming.chat_id, incoming.tg_id, SEEN)
    await context.boards.show(tx, turn.now, ticket.queue_id)
    await where(tx, context.shop, turn.now, ticket, customer, say.verdict)
    known = topic_key(context, ticket)
    await offer_split(tx, context, turn, customer, ticket, known, message, say.verdict)


async def settle(
    tx: Session,
    context: Context,
    turn: Turn,
    customer: Customer,
    ticket: Ticket,
    verdict: Verdict | None,
) -> None:
    """Words answer the open question of an untaken ticket: it goes where they say."""
    known = topic_key(context, ticket)
    if verdict is None or not decide.settles_question(verdict, ticket.state, known):
        return
    ticket.subject = verdict.text[:SUBJECT]
    route = decide.route_of(verdict, context.shop, turn.now)
    describe(ticket, route, verdict, context.shop, context.understanding.model.version)
    ticket.choosing = False
    await send_to(tx, context, turn.now, ticket, route.queue)
    begun = await complaining.follow(tx, context, turn.now, ticket, customer)
    await promises.show_mine(tx, turn.now, ticket, customer.tg_id, anew=begun)


def wait_again(context: Context, turn: Turn, ticket: Ticket) -> None:
    """The customer waits for an answer, from this message on if not before it."""
    if ticket.state == PENDING:
        ticket.state = TAKEN
    if ticket.waiting_since is None:
        ticket.waiting_since = turn.now
        ticket.due_at = context.shop.queues[ticket.queue_id].due(turn.now)
        ticket.told_at = None
    ticket.changed_at = turn.now


def topic_key(context: Context, ticket: Ticket | None) -> str | None:
    """What a ticket is about, when that is known, under the topic's key of today."""
    topic = context.shop.topic_by_id(ticket.topic_id) if ticket else None
    return context.shop.present(topic.key) if topic else None


def hours(context: Context) -> float:
    """How long after the end a message opens a ticket again."""
    return float(context.shop.facts.get("reopen_hours", decide.REOPEN_WITHIN_HOURS))
