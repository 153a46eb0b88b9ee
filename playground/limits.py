"""Telegram's rate limits, off unless asked for."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from playground.clock import Clock
from playground.errors import too_many

FREE = {"sendchataction", "sendmessagedraft"}
COUNTED = ("send", "copy", "forward", "edit", "createforumtopic")


def counted(method: str) -> bool:
    name = method.lower()
    return name.startswith(COUNTED) and name not in FREE


def weight(params: dict[str, Any]) -> int:
    """How many messages a call makes."""
    several = params.get("message_ids") or params.get("media")
    return len(several) if isinstance(several, list) else 1


@dataclass
class Window:
    """At most `most` events in `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) < self.most:
            return 0.0
        return self.times[0] + self.seconds - now

    def count(self, now: float, number: int) -> None:
        self.times.extend([now] * number)


class Limits:
    """20 a minute in a group, 1 a second in a chat with short bursts, 30 a second in all."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.on = False
        self.group_per_minute = 20
        self.chat_burst = 5
        self.overall_per_second = 30
        self._windows: dict[tuple[int, Any], Window] = {}

    def clear(self) -> None:
        self.on = False
        self._windows.clear()

    def check(self, bot_id: int, method: str, params: dict[str, Any]) -> None:
        """Counts the call, or refuses it with the seconds to wait."""
        chat = params.get("chat_id")
        if chat is None or not counted(method):
            return
        now = self.clock.now()
        windows = self._of(bot_id, chat)
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        for window in windows:
            window.count(now, weight(params))

    def _of(self, bot_id: int, chat: Any) -> list[Window]:
        overall = self._window(bot_id, "all", self.overall_per_second, 1.0)
        if isinstance(chat, str) or chat < 0:
            return [overall, self._window(bot_id, chat, self.group_per_minute, 60.0)]
        return [overall, self._window(bot_id, chat, self.chat_burst, float(self.chat_burst))]

    def _window(self, bot_id: int, name: Any, most: int, seconds: float) -> Window:
        return self._windows.setdefault((bot_id, name), Window(most, seconds))
