"""What stories ask of tickets: a customer's own, what is asked most, where they stand."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.cards import standing_at
from models.messages import CUSTOMER, STAFF, Message
from models.opinions import Rating
from models.queues import Topic
from models.tickets import LIVE, Ticket

LOOK_BACK = 1000


async def live_of_customer(tx: AsyncSession, customer_id: int) -> list[Ticket]:
    """A customer's tickets that are not settled, the one that moved last first."""
    statement = (
        select(Ticket)
        .where(Ticket.customer_id == customer_id, Ticket.state.in_(LIVE))
        .order_by(Ticket.changed_at.desc(), Ticket.id.desc())
        .limit(20)
    )
    return list((await tx.execute(statement)).scalars())


async def count_before(tx: AsyncSession, ticket: Ticket) -> int:
    """How many tickets the same customer had before this one."""
    same = Ticket.customer_id == ticket.customer_id
    found = select(func.count()).select_from(Ticket).where(same, Ticket.id < ticket.id)
    return await tx.scalar(found) or 0


async def common_topics(tx: AsyncSession, limit: int) -> list[tuple[str, float]]:
    """What customers ask most, by the newest tickets, with the share of each."""
    recent = (
        select(Ticket.topic_id)
        .where(Ticket.topic_id.is_not(None))
        .order_by(Ticket.id.desc())
        .limit(LOOK_BACK)
        .subquery()
    )
    statement = (
        select(Topic.key, func.count())
        .join(recent, recent.c.topic_id == Topic.id)
        .where(Topic.active, Topic.queue_id.is_not(None))
        .group_by(Topic.key, Topic.position)
        .order_by(func.count().desc(), Topic.position)
        .limit(limit)
    )
    rows = [(str(key), int(count)) for key, count in (await tx.execute(statement)).all()]
    total = sum(count for _, count in rows)
    return [(key, count / total) for key, count in rows]


async def album_stands(tx: AsyncSession, ticket_id: int, album: str) -> bool:
    """Whether a part of an album is in the ticket already."""
    known = select(Message.id).where(Message.ticket_id == ticket_id, Message.album == album)
    return (await tx.scalar(known.limit(1))) is not None


async def parts_of(tx: AsyncSession, message: Message) -> list[Message]:
    """A message with the rest of its album."""
    if message.album is None:
        return [message]
    statement = select(Message).where(
        Message.ticket_id == message.ticket_id, Message.album == message.album
    )
    return list((await tx.execute(statement.order_by(Message.id))).scalars())


async def waits_since(tx: AsyncSession, ticket_id: int) -> datetime | None:
    """When the customer's first word after the staff's last one was said; None when answered."""
    answered = (
        select(func.max(Message.id))
        .where(Message.ticket_id == ticket_id, Message.side == STAFF)
        .scalar_subquery()
    )
    found: datetime | None = await tx.scalar(
        select(Message.said_at)
        .where(
            Message.ticket_id == ticket_id,
            Message.side == CUSTOMER,
            Message.id > func.coalesce(answered, 0),
        )
        .order_by(Message.id)
        .limit(1)
    )
    return found


async def ticket_of_card(tx: AsyncSession, chat_id: int, tg_id: int) -> int | None:
    """The ticket whose card for the customer stands at a place."""
    card = await standing_at(tx, chat_id, tg_id)
    if card is None:
        return None
    name, number = card.key.split(":")[:2]
    return int(number) if name in ("mine", "rating") else None


async def ask_again(tx: AsyncSession, rating: Rating, now: datetime) -> None:
    """A question that was never answered with a score may be asked once more."""
    rating.solved = None
    rating.asked_at = now
    await tx.flush()


async def move_places(tx: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: conversations in it stay where they are."""
    await tx.execute(update(Ticket).where(Ticket.place_chat_id == old).values(place_chat_id=new))
