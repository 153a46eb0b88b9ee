"""Sees to the figures of each night: reckoned by a child process, carried out, resumed."""

import asyncio
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import structlog

from bot import clock
from bot.children import begin
from bot.listening import end, parsed
from bot.settings import Settings
from bot.supervisor import Supervisor
from services.segments.carrying import Carrying

log = structlog.get_logger()
RECKONER = (sys.executable, "-m", "bot.reckoner")
LOOKS_EVERY, WAITS_AFTER_FAULT = 60.0, 600.0
LONGEST = 3600.0


class Nightly:
    """Once a night, by the shop's clock; what was broken off goes on at the next start."""

    def __init__(
        self,
        carrying: Carrying,
        settings: Settings,
        supervisor: Supervisor,
        now: Callable[[], datetime],
        command: Sequence[str] = RECKONER,
    ) -> None:
        self._carrying = carrying
        self._settings = settings
        self._supervisor = supervisor
        self._now = now
        self._command = command

    async def run(self) -> None:
        """Look round until the program ends."""
        while not self._supervisor.stopping.is_set():
            pause = LOOKS_EVERY
            try:
                await self.look()
            except Exception as error:
                pause = WAITS_AFTER_FAULT
                log.error("night_failed", error=type(error).__name__, exc_info=True)
            await self._supervisor.pause(pause)

    async def look(self) -> None:
        """The night that is due, if there is one."""
        found = await self._carrying.due(self._now())
        if found is None:
            return
        (night, at), began = found, clock.ticking()
        folder = self._carrying.folder_of(night)
        if not await asyncio.to_thread((folder / "night.json").exists):
            await asyncio.to_thread(_clear, folder)
            await self._carrying.begins(night)
            if not await self._reckon(night, at, folder):
                return
        stopping, took = self._supervisor.stopping.is_set, clock.ticking() - began
        if await self._carrying.apply(self._now(), night, at, took, stopping):
            log.info("night_done", night=night.isoformat())

    async def _reckon(self, night: date, at: datetime, folder: Path) -> bool:
        terms = self._carrying.terms
        given = (
            *("--folder", str(folder), "--at", at.isoformat()),
            *("--currency", self._carrying.currency, "--people", terms.people),
            *("--horizon", str(terms.horizon_days), "--vip-share", str(terms.vip_share)),
            *("--vip-orders", str(terms.vip_orders)),
        )
        process = await begin(self._command, given, self._settings.database)
        try:
            said = await self._supervisor.until_stop(_listen(process.stdout))
        finally:
            await end(process)
        if not said and not self._supervisor.stopping.is_set():
            raise RuntimeError(f"the figures of {night} were not reckoned")
        return bool(said)


async def _listen(stream: asyncio.StreamReader | None) -> bool:
    """Until the child says what came of it; False when it failed or said no more."""
    if stream is None:
        return False
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST):
            while line := await stream.readline():
                said = parsed(line)
                if "result" in said or "error" in said:
                    return "result" in said
    return False


def _clear(folder: Path) -> None:
    """What other nights and broken work left, away; an empty folder there."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
