"""The staff's dialogs in which somebody else is spoken of."""

from collections.abc import Sequence

from sqlalchemy import String, cast, exists, literal, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from models.fsm import Dialog
from models.memory.complaints import Complaint
from models.own.reach import Person
from models.tickets import Ticket
from models.trade.orders import Order
from models.trade.returns import ReturnCase, Task

NAMED = (Ticket, Complaint, Order, ReturnCase, Task)


async def about(tx: AsyncSession, person: Person) -> Sequence[str]:
    """Keys of dialogs in the topics of a person's tickets, or about something of theirs.

    A key is a bot, a chat, somebody and a topic: "7:-100123:71:15".
    """
    chat, thread = (
        cast(column, String) for column in (Ticket.place_chat_id, Ticket.place_thread_id)
    )
    place = literal("%:") + chat + ":%:" + thread
    in_topic = exists().where(Ticket.customer_id == person.customer_id, Dialog.key.like(place))
    refs = union_all(
        *(select(row.ref).where(row.customer_id == person.customer_id) for row in NAMED)
    )
    of_theirs = Dialog.data["ref"].as_string().in_(refs)
    return (await tx.scalars(select(Dialog.key).where(or_(in_topic, of_theirs)))).all()
