"""Weeks that customers were served and asked in, for tests of reports."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from models.memory.surveys import Survey
from models.opinions import Rating
from models.people import Customer, Staff
from models.store import Session
from models.tickets import RESOLVED, Ticket
from models.trade.orders import DELIVERED, Order, OrderEvent
from tests.desk import Shop

NUMBERS = count(1)


@dataclass
class Past:
    """What happened: a ticket at a time, each after so many minutes."""

    tx: Session
    shop: Shop
    customer: Customer
    agent: Staff | None = None
    rows: list[Any] = field(default_factory=list)

    async def ticket(
        self,
        at: datetime,
        *,
        topic: str = "delivery",
        first: float | None = 10,
        resolved: float | None = 60,
        score: int | None = None,
        comment: str | None = None,
        asked: bool = True,
        **more: Any,
    ) -> Ticket:
        """One ticket; `first` and `resolved` are minutes after it was opened."""
        about = self.shop.app.book.shop.topics[topic]
        row = Ticket(
            ref=f"past-{next(NUMBERS)}",
            customer_id=self.customer.id,
            queue_id=about.queue_id,
            topic_id=about.id,
            agent_id=self.agent.id if self.agent else None,
            state=RESOLVED if resolved is not None else "open",
            opened_at=at,
            changed_at=at,
            first_response_at=_after(at, first),
            resolved_at=_after(at, resolved),
            **more,
        )
        self.tx.add(row)
        await self.tx.flush()
        if resolved is not None and asked:
            then = _after(at, resolved)
            answered = then if score is not None else None
            said = {"score": score, "comment": comment, "answered_at": answered}
            self.tx.add(Rating(ticket_id=row.id, asked_at=then, **said))
            self.asked(then, "csat", f"ticket:{row.id}")
        return row

    async def order(
        self, at: datetime, rated: int | None = None, comment: str | None = None
    ) -> Order:
        """A delivered order, rated or not."""
        row = Order(
            ref=f"order-{next(NUMBERS)}",
            customer_id=self.customer.id,
            state=DELIVERED,
            currency="RUB",
            created_at=at,
            placed_at=at,
            changed_at=at,
            delivered_at=at,
            rated=rated,
        )
        self.tx.add(row)
        await self.tx.flush()
        self.asked(at, "order", f"order:{row.id}")
        if comment is not None:
            words = {"words": comment}
            event = {"order_id": row.id, "at": at, "by_tg_id": self.customer.tg_id}
            self.tx.add(OrderEvent(verb="comment", details=words, **event))
        return row

    def asked(self, at: datetime | None, kind: str, slot: str) -> None:
        """The stars were shown."""
        row = Survey(ref=f"s-{next(NUMBERS)}", kind=kind, slot=slot, asked_at=at)
        row.customer_id = self.customer.id
        self.tx.add(row)

    def surveys(self, at: datetime, kind: str, scores: Iterable[int | None]) -> None:
        """Answers to one question, None where nobody answered."""
        for score in scores:
            number = next(NUMBERS)
            self.tx.add(
                Survey(
                    ref=f"s-{number}",
                    customer_id=self.customer.id,
                    kind=kind,
                    slot=str(number),
                    asked_at=at,
                    score=score,
                )
            )


def _after(at: datetime, minutes: float | None) -> datetime | None:
    return at + timedelta(minutes=minutes) if minutes is not None else None


async def somebody(tx: Session, at: datetime) -> Customer:
    """The customer of all that happened."""
    known = await tx.scalar(select(Customer).limit(1))
    if known is None:
        known = Customer(tg_id=5, name="Анна", created_at=at, seen_at=at)
        tx.add(known)
        await tx.flush()
    return known


async def past(tx: Session, shop: Shop, agent: str | None = None) -> Past:
    """A past to be filled, of an agent by name."""
    found = await tx.scalar(select(Staff).where(Staff.name == agent)) if agent else None
    return Past(tx, shop, await somebody(tx, shop.clock()), found)
