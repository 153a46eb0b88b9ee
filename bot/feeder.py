"""Reading a catalogue file in a process of its own: `python -m bot.feeder`, started by the bot.

It reads the database, writes into the file's folder and says on standard output, a JSON object a
line, how far it is (`stage`, `done`, `total`) and what came of it (`result` with what was found, or
`error` with `at` and `value` and exit code 1). It ends when its standard input closes.
"""

import argparse
import asyncio
import errno
import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from bot.learner import FULL, end_with_the_bot, make_way, say
from models.store import Store
from services.trade.feeds.lines import FeedRefused
from services.trade.feeds.planning import plan

OFTEN = 0.5


def main(words: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.feeder", description=__doc__)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", ""))
    parser.add_argument("--folder", type=Path, required=True, help="where the file lies")
    parser.add_argument("--currency", required=True)
    asked = parser.parse_args(words)
    make_way()
    end_with_the_bot(lambda: None)
    try:
        found = asyncio.run(_work(asked.database, asked.folder, asked.currency))
        say(result=found)
    except BrokenPipeError:
        return 1
    except FeedRefused as error:
        say(error=error.why, at=error.line, value=error.value)
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the bot must hear of it
        full = isinstance(error, OSError) and error.errno in FULL
        if not full:
            traceback.print_exc()
        gone = isinstance(error, OSError) and error.errno == errno.ENOENT
        say(error="disk-full" if full else "gone" if gone else "unexpected")
        return 1
    return 0


async def _work(database: str, folder: Path, currency: str) -> dict[str, object]:
    store = Store(database)
    try:
        return await plan(store, folder, currency, Pace())
    finally:
        await store.close()


class Pace:
    """Says how far it is, not too often."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def __call__(self, stage: str, done: int, total: int) -> None:
        moment = time.monotonic()
        if moment - self._last >= OFTEN:
            self._last = moment
            say(stage=stage, done=done, total=total)


if __name__ == "__main__":
    sys.exit(main())
