"""A night's figures in a process of its own: `python -m bot.reckoner`, started by the bot.

It reads the database, writes the plan into a folder and says on standard output, a JSON object a
line, how far it is (`stage`) and that it is done (`result`), or `error` with exit code 1. It ends
when its standard input closes.
"""

import argparse
import asyncio
import os
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.learner import THREADS, end_with_the_bot, make_way, say


def main(words: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.reckoner", description=__doc__)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", ""))
    parser.add_argument("--folder", type=Path, required=True, help="where the plan is to lie")
    parser.add_argument("--at", type=datetime.fromisoformat, required=True)
    parser.add_argument("--currency", required=True)
    parser.add_argument("--horizon", type=int, required=True, help="days")
    parser.add_argument("--vip-share", type=float, required=True)
    parser.add_argument("--vip-orders", type=int, required=True)
    parser.add_argument("--people", required=True)
    asked = parser.parse_args(words)
    os.environ.update(dict.fromkeys(THREADS, "1"))  # before anything that starts them is imported
    make_way()
    end_with_the_bot(lambda: None)
    try:
        asyncio.run(_work(asked))
        say(result="done")
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the bot must hear of it
        traceback.print_exc()
        say(error=type(error).__name__)
        return 1
    return 0


async def _work(asked: argparse.Namespace) -> None:
    from models.store import Store
    from services.segments.reading import Order
    from services.segments.reckoning import reckon
    from services.segments.sections import Terms

    terms = Terms(asked.horizon, asked.vip_share, asked.vip_orders, people=asked.people)
    store, began = Store(asked.database), time.monotonic()
    try:
        await reckon(
            store,
            Order(asked.at, asked.currency, terms),
            asked.folder,
            lambda stage: say(stage=stage, seconds=round(time.monotonic() - began, 1)),
        )
    finally:
        await store.close()


if __name__ == "__main__":
    sys.exit(main())
