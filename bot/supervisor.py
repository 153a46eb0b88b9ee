"""The one place that starts background tasks: holds them, logs their failures, stops them."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import structlog

log = structlog.get_logger()
T = TypeVar("T")


class Supervisor:
    """Holds every background task of the program."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()
        self._told: list[Callable[[], None]] = []

    def on_stop(self, wake: Callable[[], None]) -> None:
        """Called when the program is asked to end: for who waits for something else."""
        self._told.append(wake)

    @property
    def stopping(self) -> asyncio.Event:
        """Set when the program is asked to end."""
        return self._stopping

    def start(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Run something once; its failure is logged."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def keep(self, work: Callable[[], Coroutine[Any, Any, None]], name: str) -> asyncio.Task[None]:
        """Run something for as long as the program runs; start it anew when it fails."""
        return self.start(self._again(work, name), name)

    async def stop(self, patience: float) -> None:
        """Ask everything to end, wait, then cancel what is left; also what ending tasks start."""
        self._stopping.set()
        for wake in self._told:
            wake()
        loop = asyncio.get_running_loop()
        end = loop.time() + patience
        while left := self._tasks - {asyncio.current_task()}:
            if loop.time() >= end:
                for task in left:
                    task.cancel()
            waits = max(end - loop.time(), 1.0)
            await asyncio.wait(left, timeout=waits, return_when=asyncio.FIRST_COMPLETED)

    async def pause(self, seconds: float) -> None:
        """Wait, but not longer than the program runs."""
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    async def until_stop(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Wait for something that may be given up when the program ends; None then."""
        asked = asyncio.create_task(work)
        stop = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({asked, stop}, return_when=asyncio.FIRST_COMPLETED)
            return asked.result() if asked.done() else None
        finally:
            stop.cancel()
            if not asked.done():
                asked.cancel()

    async def _again(self, work: Callable[[], Coroutine[Any, Any, None]], name: str) -> None:
        delay = 0.5
        while not self._stopping.is_set():
            try:
                await work()
                delay = 0.5
            except Exception as error:
                log.error("task_failed", task=name, error=type(error).__name__, exc_info=True)
                await self.pause(delay)
                delay = min(delay * 2, 30.0)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            log.error(
                "task_ended", task=task.get_name(), error=type(error).__name__, exc_info=error
            )
