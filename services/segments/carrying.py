"""Carries a night's plan out: a page a transaction, told apart from what was done before a stop."""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from models import queues
from models.journal import claim, has_run
from models.memory import nights
from models.store import Session
from services.context import Context
from services.segments import plan
from services.segments.plan import Line
from services.segments.sections import Terms, terms_of

JOB, AT = "segments", "segments_at"
LATEST = timedelta(hours=20)  # a night that was missed is made up for until then
FORGETS = 200


class Carrying:
    """What the nightly work asks of the desk; safe to repeat after any stop."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def terms(self) -> Terms:
        """What the shop decided."""
        return terms_of(self._context.shop.facts)

    @property
    def currency(self) -> str:
        """Of the money that counts."""
        return str(self._context.shop.facts.get("currency", "RUB"))

    def night_of(self, now: datetime) -> tuple[date, datetime] | None:
        """The night whose work is due: its day in the shop's zone and its moment; else None."""
        local = now.astimezone(self._context.shop.zone)
        at = datetime.combine(local.date(), self.terms.at, local.tzinfo)
        if local < at:
            at = datetime.combine(at.date() - timedelta(days=1), self.terms.at, local.tzinfo)
        moment = at.astimezone(UTC)
        return (at.date(), moment) if now - moment < LATEST else None

    async def due(self, now: datetime) -> tuple[date, datetime] | None:
        """The night that is not done yet; None too as long as there is nothing to count."""
        found = self.night_of(now)
        if found is None:
            return None
        async with self._context.store.look() as tx:
            if await has_run(tx, JOB, found[0].isoformat()):
                return None
            return found if await nights.any_before(tx, found[1]) else None

    def folder_of(self, night: date) -> Path:
        """Where the plan of a night lies."""
        return self._context.shelf.folder / "segments" / night.isoformat()

    async def apply(
        self,
        now: datetime,
        night: date,
        at: datetime,
        seconds: float,
        stopping: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Every page that is not written yet, then the night itself; False when broken off.

        `seconds`: how long the reckoning took, as far as it is known.
        """
        folder = self.folder_of(night)
        head = await asyncio.to_thread(plan.head_of, folder)
        if head is None:
            return False
        done = await self._done(night)
        pages = plan.pages_of(folder, done)
        while (page := await asyncio.to_thread(next, pages, None)) is not None:
            if stopping():
                return False
            done += 1
            async with self._context.store.change() as tx:
                await self._write(tx, page, night, at)
                progress = {"night": night.isoformat(), "done": done}
                await queues.write_setting(tx, AT, progress)
            await asyncio.sleep(0)
        await self._forget(stopping)
        async with self._context.store.change() as tx:
            if await claim(tx, JOB, night.isoformat(), now):
                await nights.finish(tx, night, head["fitted"], head["totals"], seconds, now)
        await asyncio.to_thread(shutil.rmtree, folder, True)
        return True

    async def _done(self, night: date) -> int:
        async with self._context.store.look() as tx:
            kept = await queues.read_setting(tx, AT) or {}
        return int(kept["done"]) if kept.get("night") == night.isoformat() else 0

    async def begins(self, night: date) -> None:
        """A plan that is made anew is carried out from its first page."""
        async with self._context.store.change() as tx:
            await queues.write_setting(tx, AT, {"night": night.isoformat(), "done": 0})

    async def _forget(self, stopping: Callable[[], bool]) -> None:
        """Who took the consent back is known by name no more."""
        while not stopping():
            async with self._context.store.look() as tx:
                if not await nights.any_unnamed(tx, self.terms.people):
                    return
            async with self._context.store.change() as tx:
                await nights.forget_unnamed(tx, self.terms.people, FORGETS)

    async def _write(self, tx: Session, page: Sequence[Line], night: date, at: datetime) -> None:
        """One page; whoever took the consent back or was erased since is left out."""
        allowed = await nights.still_named(tx, self.terms.people, [one.customer_id for one in page])
        kept = [one for one in page if one.customer_id in allowed]
        since = await nights.since_of(tx, [one.customer_id for one in kept])
        await nights.put(tx, [_row(one, at, since) for one in kept])
        moved = [one for one in kept if one.before != one.stage]
        await nights.move(tx, [_move(one, night) for one in moved])


def _row(line: Line, at: datetime, since: dict[int, datetime]) -> dict[str, Any]:
    recency, frequency, money = line.scores
    stays = line.before == line.stage
    return {
        "customer_id": line.customer_id,
        "stage": line.stage,
        "since": since.get(line.customer_id, at) if stays else at,
        "wanted": line.wanted,
        "nights": line.nights,
        "vip": line.vip,
        "orders": line.orders,
        "spent": line.spent,
        "first_at": datetime.fromtimestamp(line.first, UTC),
        "last_at": datetime.fromtimestamp(line.last, UTC),
        "recency_score": recency,
        "frequency_score": frequency,
        "money_score": money,
        "again": line.again,
        "worth": line.worth,
        "why": line.why,
        "computed_at": at,
    }


def _move(line: Line, night: date) -> dict[str, Any]:
    return {
        "customer_id": line.customer_id,
        "night": night,
        "before": line.before,
        "after": line.stage,
        "why": line.why,
    }
