"""Scheduled work: looks at what has come due, again and again."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.supervisor import Supervisor
from services.desk import Desk

log = structlog.get_logger()
EVERY = 1.0

Work = Callable[[datetime], Awaitable[None]]


@dataclass(slots=True)
class Job:
    """Work to call about every so often; `last` is when that was."""

    work: Work
    every: timedelta
    last: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Due after its span, and at once when the clock was set back."""
        return self.last is None or now < self.last or now - self.last >= self.every


def jobs_of(desk: Desk) -> list[Job]:
    """Everything that is looked at, and how often."""
    watch, upkeep, hour = desk.watch, desk.upkeep, timedelta(hours=1)
    second, minute = timedelta(seconds=1), timedelta(minutes=1)
    return [
        Job(watch.guess, second),
        Job(watch.overdue, 3 * second),
        Job(watch.half, 5 * second),
        Job(desk.groups.look_round, 5 * second),
        Job(desk.gathering.gather, 5 * second),
        Job(desk.registry.look, 2 * second),
        Job(desk.trade.reminding.remind, 5 * second),
        Job(desk.trade.reminding.drop_old, 10 * minute),
        Job(watch.boards, minute),
        Job(desk.trade.late_orders.overdue, 5 * second),
        Job(desk.trade.late_orders.boards, minute),
        Job(desk.quality.weekly, minute),
        Job(desk.quality.alarm, 6 * hour),
        Job(upkeep.renew, minute / 2),
        Job(upkeep.close_silent, 10 * minute),
        Job(upkeep.typical, hour),
        Job(upkeep.empty_bodies, 10 * minute),
        Job(upkeep.empty_payloads, 10 * minute),
        Job(upkeep.forget_runs, hour),
        Job(desk.importing.forget_old, hour),
        Job(desk.exporting.forget_old, hour),
        Job(desk.trade.feeds.forget_old, hour),
        Job(desk.trade.tasks.tell_due, 10 * second),
        *(Job(work, every) for room in desk.rooms for work, every in room.jobs),
    ]


class Ticks:
    """Calls every job at its pace; one that fails does not keep the others waiting."""

    def __init__(
        self, jobs: Sequence[Job], supervisor: Supervisor, now: Callable[[], datetime]
    ) -> None:
        self._jobs = jobs
        self._supervisor = supervisor
        self._now = now

    async def run(self) -> None:
        """Tick until the program ends."""
        while not self._supervisor.stopping.is_set():
            for job in self._jobs:
                await self._call(job)
            await self._supervisor.pause(EVERY)

    async def _call(self, job: Job) -> None:
        now = self._now()
        if self._supervisor.stopping.is_set() or not job.is_due(now):
            return
        job.last = now
        try:
            await job.work(now)
        except Exception as error:
            name = getattr(job.work, "__qualname__", "job")
            log.error("job_failed", job=name, error=type(error).__name__, exc_info=True)
