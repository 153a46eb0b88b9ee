"""A bot's queue of updates, with the Bot API server's rules for offsets and expiry."""

import asyncio
import json
import random
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import Any

from aiogram.types import Update

from playground.errors import bad

DAY = 86_400
QUERY_LIFE = 150
QUERIES = {"callback_query", "shipping_query", "pre_checkout_query"}
ONLY_WHEN_ASKED = {"message_reaction", "message_reaction_count", "chat_member"}
FUTURE_SLACK = 10
KINDS = frozenset(Update.model_fields) - {"update_id"}
BY_DEFAULT = KINDS - ONLY_WHEN_ASKED


@dataclass(slots=True)
class Event:
    id: int
    expires: float
    text: str
    lane: str


class UpdateQueue:
    """Updates as the JSON text of the moment they happened in, oldest first."""

    def __init__(self) -> None:
        self.events: deque[Event] = deque()
        self.next_id = 100_000_000
        self.allowed: frozenset[str] = BY_DEFAULT
        self.arrived = asyncio.Event()
        self._last_batch: list[Event] = []
        self._repeats = 0
        self._shuffle: random.Random | None = None

    def clear(self) -> None:
        self.events.clear()
        self._last_batch = []
        self._repeats = 0

    def allow(self, kinds: list[str] | None) -> None:
        """None keeps what was allowed before, an empty list restores the default."""
        if kinds is None:
            return
        if unknown := set(kinds) - KINDS:
            raise bad(f"the playground knows no update type {sorted(unknown)[0]!r}")
        self.allowed = frozenset(kinds) or BY_DEFAULT

    def push(self, kind: str, payload: dict[str, Any], now: float, lane: int = 0) -> None:
        if kind not in self.allowed:
            return
        life = QUERY_LIFE if kind in QUERIES else DAY
        text = f'{{"update_id":{self.next_id},"{kind}":{json.dumps(payload)}}}'
        lane_name = f"{kind if kind in QUERIES else ''}:{lane}"
        self._append(Event(self.next_id, now + life, text, lane_name))

    def push_raw(self, update: dict[str, Any], now: float) -> int:
        """Any object as an update, allowed or not; gets an id unless it has one."""
        raw = {"update_id": self.next_id, **update}
        update_id = int(raw["update_id"])
        event = Event(update_id, now + DAY, json.dumps(raw), f"raw:{update_id}")
        self._append(event)
        return update_id

    def _append(self, event: Event) -> None:
        self.events.append(event)
        self.next_id = max(self.next_id, event.id + 1)
        self.arrived.set()

    def jump_to(self, update_id: int) -> None:
        """The next update gets this id, as after a week of silence; what waits is dropped."""
        self.events.clear()
        self.next_id = update_id

    def repeat_batches(self, times: int, shuffle_seed: int | None = None) -> None:
        """The batch handed out last comes this many times more, though it was confirmed."""
        self._repeats = times
        self._shuffle = None if shuffle_seed is None else random.Random(shuffle_seed)
        self.arrived.set()

    def take(self, offset: int, limit: int, now: float) -> list[Event]:
        """Forgets what is below the offset and returns the next events."""
        if self._repeats and self._last_batch:
            return self._repeated()
        offset = self._forget(offset, now)
        self.arrived.clear()
        due = (e for e in self.events if e.expires > now and e.id >= offset)
        batch = list(islice(due, limit))
        if batch:
            self._last_batch = batch
        return batch

    def _repeated(self) -> list[Event]:
        self._repeats -= 1
        batch = list(self._last_batch)
        if self._shuffle:
            self._shuffle.shuffle(batch)
        return batch

    def _forget(self, offset: int, now: float) -> int:
        """Drops what is confirmed or too old at the head; returns the offset that counts."""
        if offset < 0:
            for _ in range(max(0, len(self.events) + offset)):
                self.events.popleft()
        if offset < 0 or offset > self.next_id + FUTURE_SLACK:
            offset = 0
        while self.events and (self.events[0].expires <= now or self.events[0].id < offset):
            self.events.popleft()
        return offset

    def remove(self, event: Event) -> None:
        if event in self.events:
            self.events.remove(event)

    def pending(self, now: float) -> int:
        return sum(event.expires > now for event in self.events)
