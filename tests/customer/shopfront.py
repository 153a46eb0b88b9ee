"""A shop and its tickets without a database, to look at cards in every state."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handlers.texts import Texts
from models.opinions import Rating
from models.people import Customer
from models.tickets import OPEN, Ticket
from services.card_views import RatingView, TicketView
from services.hours import parse_hours
from services.people import Actor
from services.shop import QueueView, Shop, TopicView
from services.shop_file import read_shop_file

ZONE = ZoneInfo("Europe/Moscow")
FILE = Path(__file__).parents[2] / "shop.toml"
HOURS = {
    "mon-fri": "09:00-20:00",
    "sat": "10:00-18:00",
    "closed_on": ["2026-11-25"],
}
BORIS = Actor(7, "Борис", "agent", "ru", 1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in the shop's zone; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def shop() -> Shop:
    """The default shop, closed on Sundays and on Wednesday the 25th."""
    seed = read_shop_file(FILE)
    hours = parse_hours(HOURS, ZONE)
    ids = {line.key: number for number, line in enumerate(seed.queues, 1)}
    queues = {
        ids[line.key]: QueueView(
            ids[line.key],
            line.key,
            {"ru": line.title_ru, "en": line.title_en},
            hours,
            line.target_minutes,
            None,
            False,
            None,
        )
        for line in seed.queues
    }
    topics = {
        one.key: TopicView(
            number,
            one.key,
            {"ru": one.title_ru, "en": one.title_en},
            ids[one.queue] if one.queue else None,
        )
        for number, one in enumerate(seed.topics, 1)
    }
    return Shop({**seed.facts, "hours": HOURS}, ZONE, queues, topics)


def texts() -> Texts:
    """The sentences, in the shop's time zone."""
    found = Texts()
    found.shop_zone = ZONE
    return found


def ticket_view(
    language: str,
    now: datetime,
    *,
    topic: str | None = "delivery",
    queue: str = "orders",
    agent: Actor | None = None,
    typical: int | None = None,
    **more: Any,
) -> TicketView:
    """A ticket that was opened at `now`, as its cards see it."""
    front = shop()
    line = front.queue_by_key(queue)
    assert line is not None
    line = replace(line, typical_minutes=typical)
    known = front.topics.get(topic or "")
    given = {
        "id": 5,
        "ref": "abc",
        "state": OPEN,
        "certainty": "sure",
        "decision": "route",
        "runners_up": [],
        "matters": [],
        "reopened": 0,
        "spam": False,
        "choosing": False,
        "due_at": line.due(now),
        "waiting_since": now,
    } | more
    customer = Customer(id=1, tg_id=10, name="Анна", language=language, reachable=True)
    return TicketView(Ticket(**given), customer, line, known, agent, front, typical)


def rating_view(language: str, **more: Any) -> RatingView:
    """A rating as its card sees it."""
    view = ticket_view(language, at(23, 12), state="resolved")
    return RatingView(view.ticket, view.customer, Rating(ticket_id=5, **more))
