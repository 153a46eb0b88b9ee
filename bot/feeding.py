"""Carries catalogue files through: read by a child process, applied a step at a time, resumed."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

import structlog

from bot import clock
from bot.children import begin
from bot.listening import count, end, parsed
from bot.retraining import FULL
from bot.settings import Settings
from bot.supervisor import Supervisor
from models.store import StoreFault
from services.trade.feeds.carrying import Carrying, Job, Step
from services.trade.feeds.folder import PlanGone, steps_of

log = structlog.get_logger()
FEEDER = (sys.executable, "-m", "bot.feeder")
TOLD_EVERY = 2.0
SILENT = 300.0
TRIES = 3
LONGEST_WAIT = 60.0


class Feeder:
    """Does what waits: reads a file, or carries out its plan; what was broken off goes on."""

    def __init__(
        self,
        carrying: Carrying,
        settings: Settings,
        supervisor: Supervisor,
        now: Callable[[], datetime],
        command: Sequence[str] = FEEDER,
    ) -> None:
        self._carrying = carrying
        self._settings = settings
        self._supervisor = supervisor
        self._now = now
        self._command = command
        self._changed = asyncio.Event()
        self._tries: dict[int, int] = {}
        carrying.on_change = self._changed.set

    async def run(self) -> None:
        """Carry through whatever waits, until the program ends."""
        while not self._supervisor.stopping.is_set():
            self._changed.clear()
            job = await self._carrying.waiting()
            if job is None:
                await self._supervisor.until_stop(self._changed.wait())
                continue
            try:
                await (self._apply(job) if job.applying else self._read(job))
            except Exception as error:
                name = type(error).__name__
                log.error("feed_failed", feed=job.feed_id, error=name, exc_info=True)
                await self._stumbled(job, error)

    async def _stumbled(self, job: Job, error: Exception) -> None:
        """What was begun waits as long as disk or database fail; other faults end the file."""
        tries = self._tries[job.feed_id] = self._tries.get(job.feed_id, 0) + 1
        passing = job.applying and isinstance(error, OSError | StoreFault)
        if isinstance(error, PlanGone):
            await self._carrying.fail(self._now(), job, "gone")
        elif tries >= TRIES and not passing:
            full = isinstance(error, OSError) and error.errno in FULL
            await self._carrying.fail(self._now(), job, "disk-full" if full else "unexpected")
        else:
            await self._supervisor.pause(min(2.0**tries, LONGEST_WAIT))

    async def _apply(self, job: Job) -> None:
        """Every step that is not written yet, then the moment itself."""
        steps = steps_of(self._carrying.folder_of(job), job.done)
        number, told = job.done, clock.ticking()
        while (step := await asyncio.to_thread(_next, steps)) is not None:
            if self._supervisor.stopping.is_set():
                return
            await self._carrying.step(self._now(), job, number, step)
            number += 1
            if clock.ticking() - told > TOLD_EVERY:
                told = clock.ticking()
                await self._carrying.shown(self._now(), job)
        await self._carrying.settle(self._now(), job)

    async def _read(self, job: Job) -> None:
        process = await self._start(job)
        try:
            said = await self._supervisor.until_stop(self._listen(process, job))
        finally:
            await end(process)
        if self._supervisor.stopping.is_set() or not await self._carrying.goes_on(job):
            return  # what was broken off is read anew at the next start
        if said is None or "result" not in said:
            said = said or {"error": "killed"}
            log.warning("feed_refused", feed=job.feed_id, why=said.get("error"))
            why, at = str(said.get("error")), count(said, "at")
            await self._carrying.fail(self._now(), job, why, at, str(said.get("value") or ""))
            return
        await self._carrying.read(self._now(), job, said["result"])

    async def _start(self, job: Job) -> Process:
        given = (
            *("--folder", str(self._carrying.folder_of(job))),
            *("--currency", self._carrying.currency),
        )
        return await begin(self._command, given, self._settings.database)

    async def _listen(self, process: Process, job: Job) -> dict[str, Any] | None:
        """Until the child says what came of it; None when it says no more."""
        if process.stdout is None:
            return None
        heard = told = clock.ticking()
        while clock.ticking() - heard < SILENT:
            with suppress(TimeoutError):
                async with asyncio.timeout(TOLD_EVERY):
                    line = await process.stdout.readline()
                if not line:
                    return None
                said, heard = parsed(line), clock.ticking()
                if "result" in said or "error" in said:
                    return said
                if heard - told > TOLD_EVERY:
                    told = heard
                    stage = str(said.get("stage"))
                    done, total = count(said, "done"), count(said, "total")
                    await self._carrying.progress(self._now(), job, stage, done, total)
            if self._changed.is_set() and not await self._carrying.goes_on(job):
                return None
        return {"error": "silent"}


def _next(steps: Iterator[Step]) -> Step | None:
    return next(steps, None)
