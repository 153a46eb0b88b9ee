"""Faults on order: refused, failed, lost and slow answers, by share or for the next calls."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, field
from typing import Any

from playground.errors import ApiError, forbidden, too_many

KINDS = ("429", "500", "lost", "blocked", "down")
SPARED = "getUpdates"


@dataclass
class Next:
    """A fault for the first call that fits."""

    kind: str
    method: str | None = None
    chat: int | None = None
    retry_after: int = 3

    def fits(self, method: str, chat: Any) -> bool:
        if self.method is None and method == SPARED:
            return False
        return self.method in (None, method) and self.chat in (None, chat)


@dataclass
class Faults:
    """Shares are of 0 to 1; `methods` and `chats` restrict them and the latency (None: all,
    getUpdates excepted)."""

    share_429: float = 0.0
    retry_after: int = 3
    share_500: float = 0.0
    share_lost: float = 0.0
    latency: float = 0.0
    methods: set[str] | None = None
    chats: set[int] | None = None
    seed: int = 0
    down: bool = False
    next: list[Next] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def reseed(self, seed: int) -> None:
        self.seed = seed
        self._random = random.Random(seed)

    def next_calls(
        self,
        kind: str,
        count: int = 1,
        *,
        method: str | None = None,
        chat: int | None = None,
        retry_after: int = 3,
    ) -> None:
        """The next `count` calls that fit meet this fault."""
        if kind not in KINDS:
            raise ValueError(f"no such fault: {kind}")
        self.next += [Next(kind, method, chat, retry_after) for _ in range(count)]

    def clear(self) -> None:
        fresh = asdict(Faults())
        fresh["next"] = []
        self.__dict__.update(fresh)
        self.reseed(0)

    @property
    def quiet(self) -> bool:
        shares = self.share_429 or self.share_500 or self.share_lost
        return not (shares or self.latency or self.down or self.next)

    def choose(self, method: str, chat: Any) -> str | None:
        """The fault this call meets: one of KINDS, or none."""
        if self.down:
            return "down"
        for fault in self.next:
            if fault.fits(method, chat):
                self.next.remove(fault)
                return f"429:{fault.retry_after}" if fault.kind == "429" else fault.kind
        return self._by_share() if self.concerns(method, chat) else None

    def concerns(self, method: str, chat: Any) -> bool:
        if self.methods is None and method == SPARED:
            return False
        return (self.methods is None or method in self.methods) and (
            self.chats is None or chat in self.chats
        )

    def _by_share(self) -> str | None:
        draw = self._random.random()
        for kind, share in (
            (f"429:{self.retry_after}", self.share_429),
            ("500", self.share_500),
            ("lost", self.share_lost),
        ):
            if draw < share:
                return kind
            draw -= share
        return None


def raised(fault: str | None) -> None:
    """Raises the fault if it is an answer in the place of the call's effect."""
    if fault is None:
        return
    if fault.startswith("429"):
        raise too_many(int(fault.partition(":")[2]))
    if fault == "500":
        raise ApiError(500, "Internal Server Error")
    if fault == "blocked":
        raise forbidden("bot was blocked by the user")
