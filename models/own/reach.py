"""How the rows of a table belong to a person, as conditions of SQL."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_ as either

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    and_,
    cast,
    exists,
    false,
    literal,
    not_,
    or_,
    select,
)

from models.cards import CARDS
from models.memory.complaints import Complaint
from models.own.entry import Entry
from models.own.inventory import table_of
from models.tickets import Ticket
from models.trade.orders import LIVE, Order
from models.trade.returns import OPEN, ReturnCase

APOLOGY = "apology"
# Cards that show a ticket, by what their key names first.
OF_TICKETS = ("ticket", "mine", "rating", "customer")
OF_COMPLAINTS = ("complaint",)


@dataclass(frozen=True, slots=True)
class Person:
    """Whose data it is. `is_staff`: what stands in their chat may be the shop's business."""

    customer_id: int
    tg_id: int
    is_staff: bool = False


Way = Callable[[Table, Person], ColumnElement[bool]]


def orders_under_way(person: Person) -> ColumnElement[bool]:
    """Orders that have not ended: to be delivered, given back, or with money owed to the buyer."""
    returning = exists().where(ReturnCase.order_id == Order.id, OPEN)
    unended = or_(Order.state.in_(LIVE), Order.owed > 0, returning)
    return and_(Order.customer_id == person.customer_id, unended)


def belongs(entry: Entry, person: Person) -> ColumnElement[bool]:
    """Which rows of a table are a person's."""
    table = table_of(entry)
    return reduce(either, (WAYS[way](table, person) for way in entry.ways.split()))


def ended(entry: Entry, person: Person) -> ColumnElement[bool]:
    """Which of them wait for no order under way."""
    under_way = select(Order.id).where(orders_under_way(person))
    table = table_of(entry)
    return not_(table.c["id" if entry.table == "shop_order" else "order_id"].in_(under_way))


def _self(table: Table, person: Person) -> ColumnElement[bool]:
    return table.c.id == person.customer_id


def _customer(table: Table, person: Person) -> ColumnElement[bool]:
    return table.c.customer_id == person.customer_id


def _ticket(table: Table, person: Person) -> ColumnElement[bool]:
    mine = select(Ticket.id).where(Ticket.customer_id == person.customer_id)
    return table.c.ticket_id.in_(mine)


def _order(table: Table, person: Person) -> ColumnElement[bool]:
    mine = select(Order.id).where(Order.customer_id == person.customer_id)
    return table.c.order_id.in_(mine)


def _chat(table: Table, person: Person) -> ColumnElement[bool]:
    return false() if person.is_staff else table.c.chat_id == person.tg_id


def _lane(table: Table, person: Person) -> ColumnElement[bool]:
    return table.c.lane == person.tg_id


def _actor(table: Table, person: Person) -> ColumnElement[bool]:
    return false() if person.is_staff else table.c.actor_tg_id == person.tg_id


def _key(table: Table, person: Person) -> ColumnElement[bool]:
    return table.c.key.contains(f":{person.tg_id}:")


def _slot(table: Table, person: Person) -> ColumnElement[bool]:
    start = str(person.tg_id)
    return and_(table.c.job == APOLOGY, table.c.slot >= f"{start}:", table.c.slot < f"{start};")


def _subject(table: Table, person: Person) -> ColumnElement[bool]:
    """Keys are a card's name, a number, a chat: "ticket:12:-100123:0"."""
    of_tickets = _showing(Ticket, OF_TICKETS, person)
    return or_(of_tickets(table), _showing(Complaint, OF_COMPLAINTS, person)(table))


def _showing(
    row: type[Ticket] | type[Complaint], names: Collection[str], person: Person
) -> Callable[[Table], ColumnElement[bool]]:
    """Which cards show one of a person's rows."""
    standing, number = CARDS.alias("standing"), cast(row.id, String)
    shows = or_(
        *(
            and_(
                standing.c.key >= literal(f"{name}:") + number + ":",
                standing.c.key < literal(f"{name}:") + number + ";",
            )
            for name in names
        )
    )
    found = select(standing.c.key).join(row, shows).where(row.customer_id == person.customer_id)
    return lambda table: table.c.key.in_(found)


WAYS: Mapping[str, Way] = {
    "self": _self,
    "customer": _customer,
    "ticket": _ticket,
    "order": _order,
    "chat": _chat,
    "lane": _lane,
    "actor": _actor,
    "key": _key,
    "slot": _slot,
    "subject": _subject,
}
