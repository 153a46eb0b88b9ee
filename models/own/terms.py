"""What goes when its time is over: which rows, by which moment, and what goes with them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models import outbox
from models.inbox import NEW
from models.memory import unread
from models.memory.complaints import CLOSED
from models.memory.notices import WAITING
from models.own.erasure import BEYOND
from models.schema import metadata
from models.tickets import UNRESOLVED

Condition = Callable[[Table], ColumnElement[bool]]
T = metadata.tables


def _always(table: Table) -> ColumnElement[bool]:
    return true()


@dataclass(frozen=True, slots=True)
class Term:
    """Rows of one table that are kept for so long as the setting `name` says.

    `column`: the moment that counts. `in_order`: it rises with the key, so that the first row that
    is young enough ends the search. `before`: rows of others that go first, by the column that
    points here; `emptied`: the row stays and loses these; `after`: what is done once they are gone.
    """

    name: str
    table: str
    column: str
    condition: Condition = _always
    in_order: bool = True
    before: Sequence[tuple[str, str]] = ()
    loosened: Sequence[tuple[str, str]] = ()
    emptied: dict[str, Any] = field(default_factory=dict)
    after: Callable[[AsyncSession], Awaitable[Any]] | None = None

    @property
    def key(self) -> Column[Any]:
        """What its rows are walked by."""
        found: Column[Any] = next(iter(T[self.table].primary_key))
        return found


def _settled_update(table: Table) -> ColumnElement[bool]:
    return table.c.status != NEW


def _settled_row(table: Table) -> ColumnElement[bool]:
    return table.c.status.not_in((outbox.NEW, outbox.SENDING))


def _of_settled_ticket(table: Table) -> ColumnElement[bool]:
    ticket = T["ticket"]
    live = select(ticket.c.id).where(UNRESOLVED)
    return table.c.ticket_id.not_in(live)


def _said(table: Table) -> ColumnElement[bool]:
    return and_(table.c.state == "resolved", table.c.subject != "")


def _commented(table: Table) -> ColumnElement[bool]:
    return and_(table.c.comment.is_not(None), table.c.comment != "")


def _commented_and_settled(table: Table) -> ColumnElement[bool]:
    return and_(_commented(table), _of_settled_ticket(table))


def _decided_in_words(table: Table) -> ColumnElement[bool]:
    return and_(table.c.state == CLOSED, table.c.words != "")


def _asked_of_a_ticket(table: Table) -> ColumnElement[bool]:
    return and_(_of_a_ticket(table), _of_settled_ticket(table))


def _not_waiting(table: Table) -> ColumnElement[bool]:
    return table.c.state != WAITING


def _of_a_ticket(table: Table) -> ColumnElement[bool]:
    return table.c.ticket_id.is_not(None)


def _of_erased(table: Table) -> ColumnElement[bool]:
    customer = T["customer"]
    erased = select(customer.c.id).where(customer.c.tg_id < BEYOND)
    return table.c.customer_id.in_(erased)


def _erased_and_bare(table: Table) -> ColumnElement[bool]:
    """Stands for somebody who was erased, and nothing is kept of them any more."""
    pointing = [
        select(column).where(column == table.c.id).exists()
        for other in metadata.tables.values()
        for column in other.columns
        if any(key.column is table.c.id for key in column.foreign_keys)
    ]
    return and_(table.c.tg_id < BEYOND, ~or_(*pointing))


TERMS = (
    Term("updates_days", "inbox", "received_at", _settled_update),
    Term("outbox_days", "outbox", "created_at", _settled_row),
    Term("browse_days", "browse", "changed_at", in_order=False),
    Term("carts_days", "cart_line", "added_at"),
    Term(
        "messages_days",
        "message",
        "said_at",
        _of_settled_ticket,
        before=(("relay", "message_id"),),
        loosened=(("wish", "message_id"),),
    ),
    Term(
        "messages_days",
        "ticket",
        "opened_at",
        _said,
        emptied={"subject": "", "why": [], "nearest": None, "matters": []},
    ),
    Term("messages_days", "rating", "asked_at", _commented_and_settled, emptied={"comment": None}),
    Term(
        "messages_days",
        "complaint",
        "closed_at",
        _decided_in_words,
        in_order=False,
        emptied={"words": ""},
    ),
    Term(
        "messages_days",
        "product_rating",
        "rated_at",
        _commented,
        in_order=False,
        emptied={"comment": ""},
    ),
    Term("messages_days", "review", "created_at", _asked_of_a_ticket),
    Term("notices_days", "notice", "created_at", _not_waiting),
    Term("surveys_days", "survey", "asked_at", in_order=False),
    Term("wishes_days", "wish", "created_at", after=unread.forget_centres),
    Term("labels_days", "label", "created_at", _of_a_ticket),
    Term("audit_days", "audit", "at"),
    Term("acts_years", "erasure_act", "done_at"),
    Term("consents_years", "consent_event", "at", _of_erased),
    Term(
        "orders_years",
        "shop_order",
        "created_at",
        _of_erased,
        before=(
            *(("return_case", "order_id"), ("promo_use", "order_id"), ("payment", "order_id")),
            *(("order_event", "order_id"), ("order_line", "order_id"), ("task", "order_id")),
        ),
        loosened=(("complaint", "order_id"), ("ticket", "order_id")),
    ),
    Term("consents_years", "customer", "erased_at", _erased_and_bare, in_order=False),
)

# Personal tables without a term: why their rows stay until the person changes or is erased.
UNTIL_ERASED = {
    "card": "Where a message stands: a new one takes its place. Of questions: two or three days.",
    "consent": "What holds now; each yes and no of the past has its term.",
    "contact_preference": "What the person has set holds until they set something else.",
    "dialog": "What the bot waits for; the next step takes its place. Of staff: a day or two.",
    "job_run": "Goes by itself after eight days.",
    "profile_entry": "The person's own profile: theirs to change and to empty.",
    "remembered": "What the next order offers; goes with the consent to remember.",
    "segment": "Reckoned anew every night; goes with the consent to be profiled.",
    "segment_move": "How somebody came to stand there; goes with the same consent.",
    "subscription": "Until it is ended by the person.",
}
