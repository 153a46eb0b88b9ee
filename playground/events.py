"""Who is told when something changes before a person's eyes: open pages and waiting tests."""

import asyncio
from collections.abc import Callable
from typing import Any

Events = asyncio.Queue[dict[str, Any]]
STREAM_LIMIT = 10_000


class Hub:
    """Streams of events and one-shot alarms, by person."""

    def __init__(self) -> None:
        self.streams: dict[int, set[Events]] = {}
        self._alarms: dict[int, list[asyncio.Future[None]]] = {}

    def open(self, person_id: int) -> Events:
        queue: Events = asyncio.Queue(STREAM_LIMIT)
        self.streams.setdefault(person_id, set()).add(queue)
        return queue

    def close(self, person_id: int, queue: Events) -> None:
        queues = self.streams.get(person_id, set())
        queues.discard(queue)
        if not queues:
            self.streams.pop(person_id, None)

    def alarm(self, person_id: int) -> asyncio.Future[None]:
        """A future that is done at the next change this person can see."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._alarms.setdefault(person_id, []).append(future)
        return future

    def wake(self, person_id: int) -> None:
        for future in self._alarms.pop(person_id, ()):
            if not future.done():
                future.set_result(None)

    def tell(self, person_id: int, build: Callable[[], dict[str, Any]]) -> None:
        self.wake(person_id)
        queues = self.streams.get(person_id)
        if not queues:
            return
        event = build()
        for queue in queues:
            if not queue.full():
                queue.put_nowait(event)

    def say(self, person_id: int, event: dict[str, Any]) -> None:
        """As `tell`, for an event that is there already."""
        self.tell(person_id, lambda: event)

    def tell_everybody(self, event: dict[str, Any]) -> None:
        for person_id in [*self.streams, *self._alarms]:
            self.say(person_id, event)
