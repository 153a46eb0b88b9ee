"""What a training child says, a JSON object a line, and how it comes to its end."""

import asyncio
import json
from asyncio.subprocess import Process
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot import clock

GRACE = 4.0
LARGEST_COUNT = 2**31 - 1


@dataclass(slots=True)
class Heard:
    """What the child has said so far."""

    error: str | None = None
    ended_well: bool = False
    told_at: float = float("-inf")
    heard_at: float = 0.0
    news: dict[str, Any] | None = None

    def hear(self, said: dict[str, Any]) -> None:
        """Take in one line."""
        self.heard_at = clock.ticking()
        if "error" in said:
            self.error = str(said["error"])
        if "stage" in said:
            self.news = said
        self.ended_well |= "result" in said


async def end(process: Process) -> None:
    """The child's input closes and it ends; one that does not is told so, then killed."""
    if process.stdin is not None:
        process.stdin.close()
    for so in (None, process.terminate, process.kill):
        if so is not None:
            with suppress(ProcessLookupError):
                so()
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), GRACE)
            return


def parsed(line: bytes) -> dict[str, Any]:
    """A line as an object; empty when it is none."""
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def count(said: dict[str, Any], name: str) -> int:
    """A number that was said, within what can be stored; 0 for anything else."""
    value = said.get(name)
    return min(max(value, 0), LARGEST_COUNT) if isinstance(value, int) else 0
