"""Where a person stands elsewhere: in the staff's chats, in what others' rows quote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.cards import Card
from models.fsm import Dialog
from models.labels import Label
from models.messages import Relay
from models.own.dialogs import about
from models.own.inventory import INVENTORY
from models.own.reach import Person, belongs
from models.sqlite_link import SLOW
from models.tickets import LIVE, Ticket
from models.trade.orders import Order

AT_ONCE = 400
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a person stands in Telegram, as (chat, message) or (chat, topic of a forum).

    `live`: unsettled tickets with their queue and agent. `dialogs`: keys of the person's own and of
    the staff's about them. `texts`: what the model learned from.
    """

    topics: Sequence[Place]
    copies: Sequence[Place]
    cards: Sequence[Place]
    live: Sequence[tuple[int, int, int | None]]
    orders: Sequence[int]
    dialogs: Sequence[str]
    texts: Sequence[str]


async def of_person(tx: AsyncSession, person: Person, since: datetime) -> Traces:
    """All of them; copies only from `since` on: Telegram takes back no older ones."""
    mine = Ticket.customer_id == person.customer_id
    topics = await _places(
        tx,
        select(Ticket.place_chat_id, Ticket.place_thread_id).where(
            mine, Ticket.place_chat_id < 0, Ticket.place_thread_id.is_not(None)
        ),
    )
    copies = await _places(
        tx,
        select(Relay.chat_id, Relay.tg_id)
        .join(Ticket, Ticket.id == Relay.ticket_id)
        .where(mine, Relay.chat_id != person.tg_id, Relay.sent_at > since)
        .where(or_(Ticket.place_thread_id.is_(None), Relay.chat_id != Ticket.place_chat_id)),
    )
    standing = belongs(INVENTORY["card"], person)
    cards = await _places(
        tx, select(Card.chat_id, Card.tg_id).where(standing, Card.tg_id.is_not(None))
    )
    live = select(Ticket.id, Ticket.queue_id, Ticket.agent_id).where(mine, Ticket.state.in_(LIVE))
    orders = select(Order.id).where(Order.customer_id == person.customer_id)
    dialogs = select(Dialog.key).where(belongs(INVENTORY["dialog"], person))
    texts = select(Label.text).where(belongs(INVENTORY["label"], person)).distinct()
    return Traces(
        topics,
        copies,
        cards,
        [(row[0], row[1], row[2]) for row in (await tx.execute(live)).all()],
        list(await tx.scalars(orders)),
        sorted({*await tx.scalars(dialogs), *await about(tx, person)}),
        list(await tx.scalars(texts)),
    )


async def _places(tx: AsyncSession, statement: object) -> list[Place]:
    rows = (await tx.execute(statement)).all()  # type: ignore[call-overload]
    return [(int(row[0]), int(row[1])) for row in dict.fromkeys(tuple(row) for row in rows)]


async def forget_nearest(tx: AsyncSession, texts: Sequence[str]) -> None:
    """Other tickets show no more that they are like a message that is gone."""
    for at in range(0, len(texts), AT_ONCE):
        await tx.execute(
            update(Ticket)
            .where(Ticket.nearest.in_(texts[at : at + AT_ONCE]))
            .values(nearest=None)
            .prefix_with(SLOW, dialect="sqlite")
        )
