"""The processes of a measurement: a Bot API server, and a bot that talks to it."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parent.parent
Report = dict[str, Any]


class Process:
    """A Python module that runs on its own and prints a line when it is ready."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, module: str, *arguments: str) -> "Process":
        """`python -m module arguments`, its log on standard error."""
        return cls(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, *arguments),
                cwd=ROOT,
                stdout=asyncio.subprocess.PIPE,
            )
        )

    async def line(self) -> Any:
        """The next line it prints, as JSON."""
        out = self._process.stdout
        said = await out.readline() if out else b""
        if not said:
            raise RuntimeError("the measured process ended early")
        return json.loads(said)

    def processor(self) -> float:
        """Seconds of processor time that it and the processes it started have used."""
        return sum(map(processor, [self._process.pid, *_children(self._process.pid)]))

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.returncode is None

    def asked_to_end(self) -> None:
        """Ask it to end."""
        if self.runs:
            self._process.terminate()

    async def ends(self) -> None:
        """Ask it to end, and wait."""
        self.asked_to_end()
        await self._process.wait()


def processor(pid: int) -> float:
    """Seconds of processor time that one process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mb(pid: int) -> float:
    """The most memory a process ever held, 0 after its end; `ru_maxrss` counts its parent's too."""
    held = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()
    return int(held[0]) / 1024 if held else 0.0


def _children(pid: int) -> list[int]:
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for one in lists for child in one.read_text().split()]


@asynccontextmanager
async def api_server() -> AsyncIterator[str]:
    """The lean Bot API server; gives its address."""
    server = await Process.start("benchmarks.api_server")
    try:
        yield f"http://127.0.0.1:{await server.line()}"
    finally:
        await server.ends()


@asynccontextmanager
async def echo_bot(url: str) -> AsyncIterator[Process]:
    """The bare aiogram bot."""
    bot = await Process.start("benchmarks.echo_bot", url)
    try:
        yield bot
    finally:
        await bot.ends()


@asynccontextmanager
async def whole_bot(given: dict[str, Any], seen: Report) -> AsyncIterator[Process]:
    """The whole bot; what it saw of itself is in `seen` when the block is left."""
    bot = await Process.start("benchmarks.whole_bot", json.dumps(given))
    try:
        await bot.line()
        yield bot
    finally:
        if bot.runs:
            bot.asked_to_end()
            seen.update(await bot.line())
        await bot.ends()


async def load(url: str, bot: Process, texts: list[str], first: int, rate: float = 0) -> Report:
    """Let customers write these texts; what the server saw when all were served."""
    used = bot.processor()
    asked = {"texts": texts, "first": first, "rate": rate, "patience": 600}
    limit = aiohttp.ClientTimeout(total=700)
    async with (
        aiohttp.ClientSession(timeout=limit) as session,
        session.post(f"{url}/load", json=asked) as answer,
    ):
        report: Report = await answer.json()
        return report | {"processor": bot.processor() - used}
