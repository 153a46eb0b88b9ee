"""The record of all calls, the newest few thousand of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CAP = 10_000


@dataclass(slots=True, frozen=True)
class Record:
    n: int
    time: float
    bot: int
    method: str
    params: dict[str, Any]
    status: int
    answer: Any
    fault: str | None = None

    @property
    def ok(self) -> bool:
        return self.status == 200

    def json(self) -> dict[str, Any]:
        card = {name: getattr(self, name) for name in self.__slots__}
        return {**card, "ok": self.ok}


class Calls:
    def __init__(self, cap: int = CAP) -> None:
        self._records: deque[Record] = deque(maxlen=cap)
        self.total = 0

    def add(
        self,
        time: float,
        bot: int,
        method: str,
        params: dict[str, Any],
        status: int,
        answer: Any,
        fault: str | None = None,
    ) -> None:
        self.total += 1
        self._records.append(Record(self.total, time, bot, method, params, status, answer, fault))

    def of(self, *methods: str, chat: int | None = None) -> list[Record]:
        """The calls of these methods, in one chat or all."""
        return [
            record
            for record in self._records
            if record.method in methods and chat in (None, record.params.get("chat_id"))
        ]

    def after(self, n: int, limit: int) -> list[Record]:
        newer = [record for record in self._records if record.n > n]
        return newer[-limit:]

    def clear(self) -> None:
        self._records.clear()

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)
