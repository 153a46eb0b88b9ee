"""A process that has imported the program once and forks a copy for every start.

A start of `python -m bot` costs seconds of imports; a hundred kills need a hundred starts. Each
copy is a process of its own with its own session, environment and log, and runs the command line
as it stands. Read from standard input, one JSON object a line: `{"env", "argv", "log", "out",
"cwd"}`; written to standard output: `{"pid"}`, and `{"exit", "code"}` when a copy has ended.
"""

import json
import os
import select
import signal
import sys
import traceback
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from classifier.encoder import load_encoder

ASK_EVERY = 0.02


def main() -> None:
    """Start copies and tell of their ends until standard input closes."""
    _warm()
    _tell({"ready": True})
    running: set[int] = set()
    while True:
        readable, _, _ = select.select([sys.stdin], [], [], ASK_EVERY)
        if readable:
            line = sys.stdin.readline()
            if not line:
                break
            pid = _start(json.loads(line))
            running.add(pid)
            _tell({"pid": pid})
        running -= _tell_of_ends()
    for pid in running:
        os.kill(pid, signal.SIGKILL)


def _warm() -> None:
    """A forked copy inherits this encoder: a process of its own for it would cost seconds."""
    from bot.cli import serving

    encoder = load_encoder()
    if encoder is not None:
        encoder.encode(["тёплый старт"])
    serving.encoder_apart = lambda: nullcontext(encoder)  # type: ignore[assignment,return-value]


def _start(order: dict[str, Any]) -> int:
    pid = os.fork()
    if not pid:
        _become(order)
    return pid


def _become(order: dict[str, Any]) -> None:
    os.setsid()
    writing = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    out, log = (os.open(order[name], writing, 0o600) for name in ("out", "log"))
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in ((0, nothing), (1, out), (2, log)):
        os.dup2(source, target)
    os.environ.update(order["env"])
    os.chdir(order["cwd"])
    sys.argv = ["prilavok", *order["argv"]]
    _run()


def _run() -> None:
    from bot.cli import program

    code = 1
    try:
        program()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - said as Python itself would say it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _tell_of_ends() -> set[int]:
    ended: set[int] = set()
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended
        if not pid:
            return ended
        ended.add(pid)
        _tell({"exit": pid, "code": os.waitstatus_to_exitcode(status)})


def _tell(fact: dict[str, Any]) -> None:
    print(json.dumps(fact), flush=True)


if __name__ == "__main__":
    assert Path("bot").is_dir()
    main()
