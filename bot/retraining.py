"""Carries retrainings out: a child process that is listened to, stopped, and outlived."""

import asyncio
import errno
import re
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot import clock
from bot.children import begin
from bot.listening import Heard, count, end, parsed
from bot.settings import Settings
from bot.supervisor import Supervisor
from services.pointing import Pointer
from services.registry import Registry
from services.retraining import Begun, Retraining
from services.shelf import SUFFIX, Shelf, Unfit

log = structlog.get_logger()
LEARNER = (sys.executable, "-m", "bot.learner")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
FULL = (errno.ENOSPC, errno.EDQUOT)
TOLD_EVERY = 2.0
SILENT = 1800.0


class Trainer:
    """Runs the retraining that was opened; one at a time, in the background."""

    def __init__(
        self,
        retraining: Retraining,
        models: Registry,
        shelf: Shelf,
        settings: Settings,
        supervisor: Supervisor,
        now: Callable[[], datetime],
        command: Sequence[str] = LEARNER,
    ) -> None:
        self._retraining = retraining
        self._models = models
        self._shelf = shelf
        self._settings = settings
        self._supervisor = supervisor
        self._now = now
        self._command = command
        self._changed = asyncio.Event()
        retraining.on_change = self._changed.set

    async def run(self) -> None:
        """Carry out whatever is opened, until the program ends."""
        await self._retraining.abandon(self._now())
        while not self._supervisor.stopping.is_set():
            self._changed.clear()
            begun = await self._retraining.waiting()
            if begun is None:
                await self._supervisor.until_stop(self._changed.wait())
                continue
            try:
                await self._carry_out(begun)
            except Exception as error:
                log.error("retraining_failed", run=begun.run_id, exc_info=True)
                full = isinstance(error, OSError) and error.errno in FULL
                key = "disk-full" if full else "unexpected"
                await self._retraining.fail(self._now(), begun.run_id, key)

    async def _carry_out(self, begun: Begun) -> None:
        process = await self._start(begun)
        heard = Heard()
        watch = self._supervisor.start(self._watch(process, begun), f"watch run {begun.run_id}")
        try:
            await self._supervisor.until_stop(self._listen(process, begun, heard))
        finally:
            watch.cancel()
            await end(process)
        if self._supervisor.stopping.is_set():
            return  # at the next start the run is said to have broken off
        if heard.ended_well and process.returncode == 0:
            await self._finish(begun)
        else:
            log.warning("learner_ended", run=begun.run_id, code=process.returncode)
            await self._retraining.fail(self._now(), begun.run_id, heard.error or "killed")

    async def _start(self, begun: Begun) -> Process:
        folder, settings = self._shelf.run(begun.run_id), self._settings
        current = self._shelf.model(f"{self._models.serving}{SUFFIX}")
        await asyncio.to_thread(self._shelf.clear_for, begun.run_id)
        given = (
            *("--shop", str(settings.shop_file)),
            *("--data-dir", str(settings.data_dir)),
            *("--current", str(current) if await asyncio.to_thread(current.exists) else ""),
            *("--out", str(folder)),
            *("--date", f"{self._now():%Y%m%d}"),
            *("--language", begun.language),
        )
        return await begin(self._command, given, settings.database)

    async def _watch(self, process: Process, begun: Begun) -> None:
        """End the child once its run is stopped."""
        while True:
            self._changed.clear()
            if not await self._retraining.goes_on(begun.run_id):
                with suppress(ProcessLookupError):
                    process.terminate()
                return
            await self._changed.wait()

    async def _listen(self, process: Process, begun: Begun, heard: Heard) -> None:
        """Until the child says no more, or nothing for long."""
        if process.stdout is None:
            return
        heard.heard_at = clock.ticking()
        while clock.ticking() - heard.heard_at < SILENT:
            with suppress(TimeoutError):
                async with asyncio.timeout(TOLD_EVERY):
                    line = await process.stdout.readline()
                if not line:
                    return
                heard.hear(parsed(line))
            await self._tell(begun, heard)
        heard.error = "silent"
        process.kill()

    async def _tell(self, begun: Begun, heard: Heard) -> None:
        """What is new, at most every other second."""
        said, moment = heard.news, clock.ticking()
        if said is None or moment - heard.told_at < TOLD_EVERY:
            return
        heard.told_at, heard.news = moment, None
        stage, done, total = str(said["stage"]), count(said, "done"), count(said, "total")
        await self._retraining.progress(self._now(), begun.run_id, stage, done, total)

    async def _finish(self, begun: Begun) -> None:
        trial = await asyncio.to_thread(self._shelf.trial, begun.run_id)
        version = str(trial.get("version"))
        try:
            if VERSION.fullmatch(version) is None or not isinstance(trial.get("candidate"), dict):
                raise Unfit("damaged", "the trial says nothing of a model")
            pointer = await self._adopted(begun, version)
        except Unfit as error:
            log.error("candidate_refused", run=begun.run_id, why=error.why, said=str(error))
            await self._retraining.fail(self._now(), begun.run_id, "damaged")
            return
        await self._retraining.finish(self._now(), begun.run_id, pointer, trial)

    async def _adopted(self, begun: Begun, version: str) -> Pointer:
        """The candidate among the models, proven to load; what serves already is left alone."""
        if version == self._models.serving:
            return Pointer(version, "", "")
        file, sha256 = await asyncio.to_thread(self._shelf.adopt, begun.run_id, version)
        pointer = Pointer(version, file, sha256)
        await self._models.take(pointer)
        return pointer
