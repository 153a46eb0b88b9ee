"""Keeps promises: claims rows, makes their calls at Telegram's pace, stores what became of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.errands import Errands, Rendered
from bot.merging import is_plain, with_company
from bot.pace import NO_MESSAGE, Pace
from bot.recovering import recover
from bot.supervisor import Supervisor
from models import outbox, sending
from models.outbox import SENT
from models.store import Session, Store, StoreFault
from services.delivery import Delivery
from services.outcomes import Outcome, Sent

log = structlog.get_logger()

IN_FLIGHT = 8
PAGE = 32
IDLE = 1.0
GATHER = 0.02  # answers and promises that come together share a step
Settle = Callable[[Session, Outcome], Awaitable[None]]


class Sender:
    """One sender per bot."""

    def __init__(
        self,
        store: Store,
        errands: Errands,
        delivery: Delivery,
        pace: Pace,
        supervisor: Supervisor,
        clock: Callable[[], datetime],
        ticking: Callable[[], float],
    ) -> None:
        self._store = store
        self._errands = errands
        self._delivery = delivery
        self._pace = pace
        self._supervisor = supervisor
        self._clock = clock
        self._ticking = ticking
        self._wake = asyncio.Event()
        self._busy: dict[int, int] = {}
        self._finished: list[Outcome] = []
        supervisor.on_stop(self.wake)

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.set()

    @property
    def idle(self) -> bool:
        """Nothing is on its way."""
        return not self._busy and not self._finished

    async def run(self) -> None:
        """Send until the program ends; what is on its way is waited for."""
        await recover(self._store, self._delivery, self._busy, self._clock())
        while not (self._supervisor.stopping.is_set() and self.idle):
            self._wake.clear()
            started = await self._step()
            if not started and not self._wake.is_set():
                await self._rest()
            elif self._busy:
                await asyncio.sleep(GATHER)

    async def _step(self) -> bool:
        finished, self._finished = self._finished, []
        chosen = [] if self._supervisor.stopping.is_set() else await self._choose(finished)
        if not finished and not chosen:
            return False
        try:
            await self._store_step(finished, chosen)
        except StoreFault:
            self._let_go(chosen)
            self._finished = finished + self._finished
            await self._supervisor.pause(IDLE)
            return False
        except Exception:
            log.error("outcomes_not_stored", exc_info=True)
            self._let_go(chosen)
            await self._store_plainly(finished)
            return True
        self._stored(finished)
        for row, call in await self._rendered(chosen):
            self._supervisor.start(self._errand(row, call), f"send {row.id}")
        return True

    async def _rendered(self, chosen: Sequence[Sent]) -> list[tuple[Sent, Rendered]]:
        """What the calls say: drawn after the rows were claimed, so a later change is said anew."""
        with suppress(StoreFault):
            async with self._store.look():
                return await self._drawn(chosen)
        return await self._drawn(chosen)

    async def _drawn(self, chosen: Sequence[Sent]) -> list[tuple[Sent, Rendered]]:
        return [(row, await self._errands.render(row)) for row in chosen]

    async def _store_step(self, finished: Sequence[Outcome], chosen: Sequence[Sent]) -> None:
        moves, self._errands.migrations = self._errands.migrations, []
        try:
            async with self._store.change(urgent=True) as tx:
                for outcome in finished:
                    await self._delivery.settle(tx, outcome)
                for move in moves:
                    await self._delivery.migrate(tx, move.old, move.new, self._clock())
                await outbox.mark_sending(tx, [one for row in chosen for one in row.all_ids])
        except BaseException:
            self._errands.migrations = moves + self._errands.migrations
            raise

    def _let_go(self, chosen: Sequence[Sent]) -> None:
        for row in chosen:
            self._busy.pop(row.id, None)

    async def _store_plainly(self, finished: Sequence[Outcome]) -> None:
        """One outcome's effects can't be stored: the others' are, and what became of its call."""
        for outcome in finished:
            try:
                if not await self._stores(outcome, self._delivery.settle):
                    await self._stores(outcome, self._delivery.settle_only)
                self._stored([outcome])
            except StoreFault:
                self._finished.append(outcome)

    async def _stores(self, outcome: Outcome, settle: Settle) -> bool:
        try:
            async with self._store.change() as tx:
                await settle(tx, outcome)
        except StoreFault:
            raise
        except Exception:
            log.error("outcome_not_stored", row=outcome.row.id, exc_info=True)
            return False
        return True

    def _stored(self, finished: Sequence[Outcome]) -> None:
        for outcome in finished:
            self._busy.pop(outcome.row.id, None)
            if not outcome.spent and outcome.row.kind not in NO_MESSAGE:
                self._pace.give_back(outcome.row.chat_id)
        if self._delivery.stale:
            self._supervisor.start(self._delivery.renew(self._clock()), "renew")

    async def _choose(self, finished: list[Outcome]) -> list[Sent]:
        room = IN_FLIGHT - (len(self._busy) - len(finished))
        if room <= 0:
            return []
        at = self._ticking()
        sent = {outcome.row.id for outcome in finished if outcome.status == SENT}
        held = self._pace.held(at) | {c for row_id, c in self._busy.items() if row_id not in sent}
        try:
            async with self._store.look() as tx:
                rows = await sending.due(tx, self._clock(), held, PAGE)
        except StoreFault:
            return []
        return self._pick(rows, room, at)

    def _pick(self, rows: Sequence[sending.Due], room: int, at: float) -> list[Sent]:
        chosen: dict[int, Sent] = {}
        gathering: set[tuple[int, int | None]] = set()
        for row in rows:
            if len(chosen) == room:
                break
            if (row.chat_id, row.ticket_id) in gathering and row.kind in sending.SPOKEN:
                continue
            if is_plain(row) and not self._pace.words_may_go(row.chat_id, at):
                gathering.add((row.chat_id, row.ticket_id))
                continue
            message = row.kind not in NO_MESSAGE
            if row.chat_id in chosen or not self._pace.take(row.chat_id, at, message=message):
                continue
            if is_plain(row):
                self._pace.words_go(row.chat_id, at)
            left = self._pace.group_left(row.chat_id, at)
            chosen[row.chat_id] = with_company(row, rows, left)
            self._busy[row.id] = row.chat_id
        return list(chosen.values())

    async def _errand(self, row: Sent, rendered: Rendered) -> None:
        outcome = await self._errands.run(row, rendered)
        self._finished.append(outcome)
        self._wake.set()

    async def _rest(self) -> None:
        wait = self._pace.delay(self._ticking()) if not self._busy else IDLE
        try:
            await asyncio.wait_for(self._wake.wait(), min(wait, IDLE))
        except TimeoutError:
            return
