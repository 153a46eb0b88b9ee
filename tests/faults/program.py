"""The program as a process of its own: started, asked to end, killed."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).parent.parent.parent
SERVING = "serving"
LOOK_EVERY = 0.02
INHERITED = ("PATH", "HOME", "LANG")


async def until(so: Callable[[], bool], within: float, otherwise: Callable[[], str]) -> None:
    """Wait until something is so; what is said otherwise fails the test."""
    try:
        async with asyncio.timeout(within):
            while not so():  # noqa: ASYNC110 - another process tells of nothing
                await asyncio.sleep(LOOK_EVERY)
    except TimeoutError:
        raise AssertionError(otherwise()) from None


class Nest:
    """Starts copies of the program quickly: see `nest.py`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nest"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={key: os.environ[key] for key in INHERITED if key in os.environ},
        )
        self._codes: dict[int, int] = {}
        self._pids: Queue[int] = Queue()
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    async def starts(
        self, argv: list[str], env: dict[str, str], cwd: Path, log: Path, out: Path | None = None
    ) -> int:
        """Start a copy; its process id. What it prints goes to `out`, or to the log as well."""
        await until(self._ready.is_set, 150, lambda: "the program can't be imported")
        order = {"argv": argv, "env": env, "cwd": str(cwd)}
        order |= {"log": str(log), "out": str(out or log)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return await asyncio.to_thread(self._pids.get)

    async def ends(self, pid: int, within: float) -> int:
        """The exit code of a copy, once it has ended."""
        await until(lambda: pid in self._codes, within, lambda: f"still runs after {within} s")
        return self._codes.pop(pid)

    def closes(self) -> None:
        """End the nest; its copies have ended before."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._reader.join()
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            fact = json.loads(line)
            if "pid" in fact:
                self._pids.put(fact["pid"])
            elif "exit" in fact:
                self._codes[fact["exit"]] = fact["code"]
            else:
                self._ready.set()


class Program:
    """One start of the program after another, over the same data."""

    def __init__(self, nest: Nest, env: dict[str, str], home: Path) -> None:
        self.nest = nest
        self.env = env
        self._heard = 0
        self.home = home
        self.log = home / "program.log"
        self.pid = 0

    def said(self) -> str:
        """All that the program has written so far."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    async def starts(self, *argv: str, **env: str) -> None:
        """Start it, without waiting until it serves."""
        self._heard = len(self.said())
        given = list(argv) or ["run"]
        self.pid = await self.nest.starts(given, {**self.env, **env}, self.home, self.log)

    async def serves(self, within: float = 120.0) -> None:
        """Until the running copy serves."""
        await self.says(SERVING, within)

    async def says(self, words: str, within: float = 120.0) -> None:
        """Until these words stand in the log of the running copy."""
        await until(
            lambda: words in self.said()[self._heard :],
            within,
            lambda: f"never said {words!r}:\n{self.said()[-3000:]}",
        )

    async def kills(self) -> None:
        """`kill -9`."""
        os.kill(self.pid, signal.SIGKILL)
        await self.ends()

    async def terminates(self, within: float = 60.0) -> int:
        """SIGTERM; the exit code."""
        os.kill(self.pid, signal.SIGTERM)
        return await self.ends(within)

    async def ends(self, within: float = 120.0) -> int:
        """The exit code, once it has ended."""
        code = await self.nest.ends(self.pid, within)
        self.pid = 0
        return code

    async def is_gone(self) -> None:
        """Leave nothing running behind a test."""
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            await self.ends()
