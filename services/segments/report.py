"""`/stats customers`: how many stand where with what money, who moved, who is at risk and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models import tickets
from models.memory import standing
from models.memory.segments import STAGES, Segment
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.segments.sections import terms_of
from services.voice.reports.drawing import Drawing, send_picture

CARD, PAGES = "customers", ("main", "risk")
AT_ONCE = 5
DAYS = 30


@dataclass(frozen=True, slots=True)
class CustomerFigures:
    """The last night; `before` the people by stage some DAYS earlier, where that is known.

    `stages`: people, spent (12 months) and worth (the horizon) by stage, minor units. `moves`:
    (from, to, people) within DAYS, only of those known by name, as `at_risk` and `named` are.
    """

    night: date
    stages: Mapping[str, Mapping[str, int]]
    before: Mapping[str, int]
    moves: tuple[tuple[str, str, int], ...]
    fitted: Mapping[str, Any]
    named: int
    at_risk: int
    horizon: int
    currency: str

    @property
    def people(self) -> int:
        """Everybody who ever ordered."""
        return sum(one["people"] for one in self.stages.values())


@dataclass(frozen=True, slots=True)
class RiskPage:
    """Some people at risk, with their names; `place` counts from 0."""

    rows: Sequence[tuple[Segment, str]]
    place: int
    pages: int
    currency: str


async def read_figures(context: Context, now: datetime) -> CustomerFigures | None:
    """As of the last night; None before the first one."""
    terms, zone = terms_of(context.shop.facts), context.shop.zone
    today = now.astimezone(zone).date()
    async with context.store.look() as tx:
        last = await standing.night_until(tx, today)
        if last is None:
            return None
        since = last.night - timedelta(days=DAYS)
        earlier = await standing.night_until(tx, since)
        moves = await standing.moves(tx, since)
        at_risk = await standing.count_at_risk(tx, terms.people)
    stages = last.totals["stages"]
    past = earlier.totals["stages"] if earlier is not None else {}
    return CustomerFigures(
        night=last.night,
        stages={name: stages[name] for name in STAGES},
        before={name: past[name]["people"] for name in STAGES} if past else {},
        moves=tuple(moves),
        fitted=last.fitted,
        named=int(last.totals["named"]),
        at_risk=at_risk,
        horizon=terms.horizon_days,
        currency=currency_of(context),
    )


async def read_risk(context: Context, place: int) -> RiskPage:
    """A page of people at risk, the greatest value first."""
    people = terms_of(context.shop.facts).people
    async with context.store.look() as tx:
        many = await standing.count_at_risk(tx, people)
        pages = max(1, -(-many // AT_ONCE))
        place = min(place, pages - 1)
        rows = await standing.at_risk(tx, people, place * AT_ONCE, AT_ONCE)
    return RiskPage(rows, place, pages, currency_of(context))


def currency_of(context: Context) -> str:
    """Of the money that counts."""
    return str(context.shop.facts.get("currency", "RUB"))


class CustomersReport:
    """Figures and the picture, for supervisors and admins."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.drawing: Drawing[CustomerFigures] = Drawing(context)

    async def show(self, turn: Turn, actor: Actor) -> None:
        """The card anew, and the picture; Refusal before the first night with an order."""
        found = await read_figures(self._context, turn.now)
        if found is None or not found.people:
            raise Refusal("customers-none")
        name = await self.drawing.draw(CARD, found, actor.language)
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/main", 0, anew=True)
            await send_picture(tx, turn.now, actor, name)

    async def turn_page(self, turn: Turn, actor: Actor, page: str) -> None:
        """Another page of the card: `main`, or `risk.NUMBER`."""
        if page.partition(".")[0] not in PAGES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{page}", 0)

    async def open_customer(self, turn: Turn, actor: Actor, customer_id: int) -> None:
        """The card of somebody at risk; Refusal when they are not any more or never wrote."""
        people = terms_of(self._context.shop.facts).people
        async with self._context.store.change(turn) as tx:
            if await standing.of_customer(tx, people, customer_id) is None:
                raise Refusal("button-old")
            latest = await tickets.latest_of(tx, customer_id)
            if not latest:
                raise Refusal("customers-no-ticket")
            await promises.show(tx, turn.now, actor.tg_id, "customer", latest[0].id, anew=True)
