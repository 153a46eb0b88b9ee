"""A night's figures, reckoned from what is stored and written as a plan; nothing is changed here.

It runs in a process of its own (`bot/reckoner.py`): for a million customers it takes minutes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight import rhythm, stages, worth
from insight.again import Learned, learn
from insight.counts import Customers, Orders, summarise
from insight.rhythm import Rhythm
from insight.stages import STAGES, Placed, Rules
from models.store import Store
from services.segments.plan import Line, write
from services.segments.reading import DAY, Order, Standing, read
from services.segments.reasons import Figures, why
from services.segments.sections import Terms

MOVED = 0.02  # of a chance, or of the expected money: below it a figure is not written anew
Ints = NDArray[np.int64]


async def reckon(store: Store, order: Order, folder: Path, tell: Callable[[str], None]) -> None:
    """Read, count, and write the plan into a folder that is there."""
    tell("reading")
    given, standing = await read(store, order)
    tell("counting")
    now = order.at.timestamp() / DAY
    found = Found(given, now, order.terms, standing)
    tell("writing")
    lines = found.lines(order)
    write(folder, {"fitted": found.fitted(), "totals": found.totals()}, lines)


class Found:
    """Everything that a night says; times in days since 1970."""

    def __init__(self, given: Orders, now: float, terms: Terms, standing: Standing) -> None:
        self.given, self.now, self.standing = given, now, standing
        horizon = float(terms.horizon_days)
        self.known: Customers = summarise(given, now)
        ids = self.known.ids
        self.named = np.isin(ids, standing.named)
        stored = [standing.rows.get(int(one)) for one in ids]
        self.was = np.array([STAGES.index(row[0]) if row else -1 for row in stored], np.int64)
        was_vip = np.array([bool(row and row[3]) for row in stored], np.bool_)
        self.learned: Learned = learn(given, now, horizon)
        self.chances = self.learned.chances(given, self.known, now, horizon)
        behind, ahead = (self.was == STAGES.index(one) for one in (stages.AT_RISK, stages.GROWING))
        self.rhythm: Rhythm = rhythm.read(given, self.known, self.learned.habit, now, behind, ahead)
        rules = Rules(horizon, terms.vip_share, terms.vip_orders)
        self.placed: Placed = stages.place(
            self.known, self.rhythm, self.chances, rules, self.was, was_vip
        )
        self.worth = worth.expected(given, self.known, self.learned.habit, now, horizon)
        self.scores = worth.scores(self.known)

    def fitted(self) -> dict[str, Any]:
        """What an admin is told of the figures themselves."""
        habit, quality = self.learned.habit, self.learned.quality
        told: dict[str, Any] = {"how": self.learned.how, "orders": len(self.given)}
        if habit is not None:
            told["habit"] = {one: getattr(habit, one) for one in ("r", "alpha", "a", "b")}
        if quality is not None:
            told["quality"] = {
                one: getattr(quality, one) for one in ("auc", "ece", "people", "share")
            }
        return told

    def totals(self) -> dict[str, Any]:
        """Everybody, by stage, without names: how many, their money of twelve months, expected."""
        found: dict[str, Any] = {}
        settled = self._settled()
        for place, name in enumerate(STAGES):
            here = settled == place
            found[name] = {
                "people": int(here.sum()),
                "spent": int(self.known.year_spent[here].sum()),
                "worth": int(self.worth[here].sum()),
            }
        return {"stages": found, "named": int(self.named.sum())}

    def _settled(self) -> Ints:
        """Who is known by name stands where that is stored, after this night."""
        settled = self.placed.stage.copy()
        for place in np.flatnonzero(self.named & (self.was >= 0)):
            row = self.standing.rows[int(self.known.ids[place])]
            name, _, _ = stages.settle(row[0], row[1], row[2], STAGES[settled[place]])
            settled[place] = STAGES.index(name)
        return settled

    def lines(self, order: Order) -> Iterator[Line]:
        """What is to be written: who is known by name, and only where something changed."""
        start = int(order.at.timestamp())
        for place in np.flatnonzero(self.named):
            row = self.standing.rows.get(int(self.known.ids[place]))
            if row is not None and row[11] >= start:
                continue  # a plan of this night was broken off after this one
            line = self._line(int(place), row, order.currency)
            if row is None or _differs(line, row):
                yield line

    def _line(self, place: int, row: tuple[Any, ...] | None, currency: str) -> Line:
        known, name = self.known, STAGES[self.placed.stage[place]]
        stage, wanted, many = row[:3] if row else ("", "", 0)
        settled, wanted, many = stages.settle(stage, wanted, many, name)
        again = None if self.chances is None else round(float(self.chances[place]), 4)
        return Line(
            customer_id=int(known.ids[place]),
            before=stage,
            stage=settled,
            wanted=wanted,
            nights=many,
            vip=bool(self.placed.vip[place]),
            orders=int(known.orders[place]),
            spent=int(known.spent[place]),
            first=round(float(known.first[place]) * DAY),
            last=round(float(known.last[place]) * DAY),
            scores=tuple(int(one[place]) for one in self.scores),
            again=again or 0.0,
            worth=int(self.worth[place]),
            why=why(settled, self._figures(place, currency), again),
        )

    def _figures(self, place: int, currency: str) -> Figures:
        known, told, sums = self.known, self.rhythm, self.rhythm.sums
        return Figures(
            orders=int(known.orders[place]),
            year_orders=int(known.year_orders[place]),
            age=float(known.age[place]),
            idle=float(known.age[place] - known.t_x[place]),
            gap=float(told.gap[place]),
            silence=float(known.gap_before[place]),
            late=bool(told.late[place]),
            window=float(told.window[place]),
            got=float(told.got[place]),
            due=float(told.due[place]),
            vip=bool(self.placed.vip[place]),
            fell=float(sums.window[place]),
            paid=int(sums.paid[place]),
            usual=int(sums.usual[place]),
            currency=currency,
        )


def _differs(line: Line, row: tuple[Any, ...]) -> bool:
    """Facts and stages always; a chance or a value only where somebody would see it."""
    facts = (line.stage, line.wanted, line.nights, line.vip, line.orders, line.spent, *line.scores)
    if facts != (*row[:3], bool(row[3]), *row[4:9]) or abs(line.again - row[9]) > MOVED:
        return True
    return bool(abs(line.worth - row[10]) > MOVED * max(abs(row[10]), 1))
