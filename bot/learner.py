"""Retraining in a process of its own: `python -m bot.learner`, started by the bot.

It reads the database, writes files and says on standard output, a JSON object a line, how far it
is (`stage`, `done`, `total`) and what came of it (`result`, or `error` with `args` and exit code
1). It ends when its standard input closes, for then the bot is gone, and on SIGTERM; either way
nothing half done stays: the work grows in OUT.tmp and becomes OUT at the end.
"""

import argparse
import contextlib
import errno
import json
import os
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

NICE = 10
AUTOGROUP = Path("/proc/self/autogroup")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
ENDED = 143
FULL = (errno.ENOSPC, errno.EDQUOT)


def main(words: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    asked = _arguments().parse_args(words)
    os.environ.update(dict.fromkeys(THREADS, "1"))  # before anything that starts them is imported
    folder = asked.out.with_name(f"{asked.out.name}.tmp")
    end_with_the_bot(lambda: _sweep(folder, asked.data_dir))
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _work(asked, folder)
        folder.rename(asked.out)
        say(result="trial.json")
    except BrokenPipeError:
        return ENDED
    except Exception as error:  # noqa: BLE001 - whatever it is, the bot must hear of it
        key, args = reason(error)
        if key == "unexpected":
            traceback.print_exc()
        say(error=key, args=args)
        return 1
    finally:
        _sweep(folder, asked.data_dir)
    return 0


def make_way() -> None:
    """Customers come first: of a processor that they need, a tenth at most is the learner's.

    A kernel that weighs whole sessions must be told of this one too, if it is the learner's alone.
    """
    os.nice(NICE)
    if os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):
            AUTOGROUP.write_text(str(NICE))


def _work(asked: argparse.Namespace, folder: Path) -> None:
    from bot.trying import Order, make

    make_way()
    current = Path(asked.current) if asked.current else None
    order = Order(
        asked.database, asked.shop, asked.data_dir, current, asked.date, asked.language or None
    )
    make(order, folder, lambda stage, done, total: say(stage=stage, done=done, total=total))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.learner", description=__doc__)
    parser.add_argument(
        "--database",
        default=os.environ.get("DATABASE_URL", ""),
        help="none: DATABASE_URL of the environment, which no other user's list of processes shows",
    )
    parser.add_argument("--shop", type=Path, required=True, help="the shop's file")
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--current", default="", help="the serving model's file, or nothing")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is not there yet")
    parser.add_argument("--date", required=True, help="YYYYMMDD, begins the version")
    parser.add_argument("--language", default="", help="of the pictures; none: the shop's")
    return parser


def say(**said: Any) -> None:
    """One line for the bot."""
    print(json.dumps(said, ensure_ascii=False), flush=True)  # noqa: T201 - it is the protocol


def reason(error: Exception) -> tuple[str, dict[str, Any]]:
    """What an admin is told: a key, and what belongs into its sentence."""
    from bot.trying import CantLearn
    from models.schema import DatabaseUnusable

    if isinstance(error, CantLearn):
        return error.key, error.args_of_text
    if isinstance(error, DatabaseUnusable):
        return "database", {}
    if isinstance(error, OSError) and error.errno in FULL:
        return "disk-full", {}
    return "unexpected", {"reason": f"{type(error).__name__}: {error}"[:200]}


def end_with_the_bot(clean: Callable[[], None]) -> None:
    """Clean up and end at once when standard input closes or a signal asks for it.

    Threads wait for both, since the main one may be deep in a library for seconds.
    """
    waiting, waking = os.pipe()
    os.set_blocking(waking, False)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: None)
    signal.set_wakeup_fd(waking)

    def after(happened: Callable[[], None]) -> None:
        happened()
        clean()
        os._exit(ENDED)

    for happened in (partial(_signalled, waiting), partial(_closed, sys.stdin.fileno())):
        threading.Thread(target=after, args=(happened,), daemon=True).start()


def _signalled(descriptor: int) -> None:
    """Wait until the first byte, which the signal writes."""
    os.read(descriptor, 1)


def _closed(descriptor: int) -> None:
    """Wait until nobody holds the other end."""
    with contextlib.suppress(OSError):
        while os.read(descriptor, 1024):
            continue


def _sweep(folder: Path, data_dir: Path) -> None:
    """Remove what this process began and did not finish."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in (data_dir / "cache").glob(f"{os.getpid()}-*.tmp"):
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
