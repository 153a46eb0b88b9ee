"""What cards show, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from models.memory.complaints import Complaint
from models.messages import Message
from models.opinions import Rating
from models.people import Customer
from models.tickets import Ticket
from models.trade.orders import Order
from services.people import Actor
from services.shop import QueueView, Shop, TopicView
from services.trade.lines import Line


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One waiting ticket on the board."""

    number: int
    ref: str
    topic: TopicView | None
    certainty: str
    mark: str
    waiting_minutes: float
    subject: str
    asking: bool
    name: str = ""
    vip: bool = False


@dataclass(frozen=True, slots=True)
class BoardView:
    """A queue's waiting tickets, the oldest first, and how many more there are."""

    queue: QueueView
    lines: tuple[BoardLine, ...]
    waiting: int
    taken: int
    pending: int
    is_open: bool
    elsewhere: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket with all that its cards show."""

    ticket: Ticket
    customer: Customer
    queue: QueueView
    topic: TopicView | None
    agent: Actor | None
    shop: Shop
    typical_minutes: int | None
    last_replies: tuple[Message, ...] = ()
    earlier: int = 0
    product: Line | None = None
    product_photo: str = ""
    order: Order | None = None
    giveback: str | None = None
    complaint: Complaint | None = None
    follower: Actor | None = None


@dataclass(frozen=True, slots=True)
class RatingView:
    """A rating as it stands; `scored`: whether a score is asked for."""

    ticket: Ticket
    customer: Customer
    rating: Rating
    scored: bool = True


@dataclass(frozen=True, slots=True)
class HandLine:
    """One ticket that somebody has in hand."""

    number: int
    ref: str
    topic: TopicView | None
    state: str
    mark: str
    name: str
    awaits_us: bool
    chat_id: int | None
    thread_id: int | None


@dataclass(frozen=True, slots=True)
class HandView:
    """A staff member's own tickets."""

    owner: Actor
    lines: tuple[HandLine, ...]


@dataclass(frozen=True, slots=True)
class LinesView:
    """What waits in all the queues that a staff member answers; `orders` are to be accepted."""

    owner: Actor
    boards: tuple[BoardView, ...]
    orders: int = 0


@dataclass(frozen=True, slots=True)
class PastTicket:
    """One of a customer's tickets, as their card lists it."""

    number: int
    topic: TopicView | None
    opened_at: datetime
    state: str
    spam: bool
    score: int | None
    solved: bool | None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A customer as staff see them; `ticket` is the one the card was asked from."""

    ticket: Ticket
    customer: Customer
    tickets: tuple[PastTicket, ...]
    count: int
    last: Message | None
    orders: tuple[Order, ...] = ()
    order_count: int = 0
    order_sum: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket's conversation is."""

    chat_id: int
    thread_id: int | None
    is_forum: bool


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a card stands and what it shows."""

    tg_id: int | None
    digest: str | None
    photo_id: int | None = None
