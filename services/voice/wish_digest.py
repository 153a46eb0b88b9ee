"""Every Monday: what customers wished for in the week that is over, and what grows."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from models import journal
from models.memory import wishing
from models.memory.wishing import Counted
from models.store import Session
from services import promises
from services.context import Context
from services.people import Actor
from services.voice.reports.drawing import Drawing, send_picture
from services.voice.wish_views import WishWeeks, read_weeks
from services.weeks import BEFORE, WEEK, told_on

TOLD = "wishes"
FACT = "voice"
ADMINS = "admins"
MOST = 5
WORDS = 160
Grown = tuple[Counted, int, float]


def growing(weeks: WishWeeks) -> list[Grown]:
    """The week's groups: how many people, and how many in a usual week of the four before.

    Those that grew most first; what nobody wished for in the week is left out.
    """
    found = [
        (one, many[-1], sum(many[-1 - BEFORE : -1]) / BEFORE)
        for one, many in weeks.groups
        if many[-1]
    ]
    return sorted(found, key=lambda row: (row[2] - row[1], -row[1], row[0].group.id))[:MOST]


class WishDigest:
    """Told once a week, to admins or to the people of a queue."""

    def __init__(self, context: Context, drawing: Drawing[WishWeeks]) -> None:
        self._context = context
        self._drawing = drawing
        self._told: date | None = None

    async def weekly(self, now: datetime) -> None:
        """Every Monday, or as soon after it as the program runs; never an empty week."""
        monday = told_on(now, self._context.shop.zone)
        readers = self._readers()
        if monday == self._told or not readers:
            return
        slot = f"{monday:%G-W%V}"
        async with self._context.store.look() as tx:
            was_told = await journal.has_run(tx, TOLD, slot)
        if not was_told:
            weeks = await read_weeks(self._context, now, monday - WEEK)
            if growing(weeks):
                await self._tell(now, slot, weeks, readers)
        self._told = monday

    def _readers(self) -> list[Actor]:
        known, said = self._context.directory, self._context.shop.facts.get(FACT, {})
        queue = self._context.shop.queue_by_key(str(said.get("digest", ADMINS)))
        people = known.members(queue.id) if queue is not None else []
        return [one for one in people or known.admins() if one.reachable]

    async def _tell(
        self, now: datetime, slot: str, weeks: WishWeeks, readers: Sequence[Actor]
    ) -> None:
        names: dict[str, str | None] = {}
        for language in {one.language for one in readers}:
            drawn = self._drawing.draw("wishes-week", weeks, language)
            names[language] = await drawn if weeks.tells else None
        async with self._context.store.change() as tx:
            if not await journal.claim(tx, TOLD, slot, now):
                return
            lines = [await _line(tx, one) for one in growing(weeks)]
            first, last = weeks.mondays[-1], weeks.mondays[-1] + timedelta(days=6)
            for one in readers:
                args = _days(first, last) | {"count": weeks.totals[-1], "lines": {"lines": lines}}
                await promises.tell(tx, now, one, "wishes-weekly", **args)
                await send_picture(tx, now, one, names.get(one.language))


def _days(first: date, last: date) -> dict[str, Any]:
    return {
        "first": str(first.day),
        "month": {"key": f"month-{first.month}"},
        "last": str(last.day),
        "till": {"key": f"month-{last.month}"},
    }


async def _line(tx: Session, row: Grown) -> dict[str, Any]:
    one, many, usual = row
    said = await wishing.examples(tx, one.group.id, 0, 1)
    example = said[0][0].text if said else one.words
    args = {"title": one.title[:WORDS], "count": many, "example": example[:WORDS]}
    if round(usual) >= 1:
        return {"key": "wishes-grown", "args": args | {"usual": round(usual)}}
    return {"key": "wishes-new", "args": args}
