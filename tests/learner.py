"""A learner that learns nothing: it speaks the protocol, and does at each stage what it is told.

Its first argument is a folder with `candidate.model`, and `plan.json`: `trial` (what to report,
over what a good trial says), `stop_at` (wait there until told by a file `go`), `die_at` (end
there without a word), `error` (say so and exit 1).
"""

import argparse
import json
import os
import shutil
import signal
import struct
import sys
import threading
import time
import zlib
from pathlib import Path
from typing import Any

STAGES = ("read", "embed", "ngrams", "encoder", "compare", "curve", "draw")
PICTURES = ("topics", "confusion")


def main() -> None:
    """Go through the stages as the plan says."""
    home, given = Path(sys.argv[1]), _given(sys.argv[2:])
    plan = json.loads((home / "plan.json").read_text("utf-8"))
    (home / "asked.json").write_text(json.dumps(vars(given) | {"pid": os.getpid()}), "utf-8")
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    threading.Thread(target=_end_with_input, daemon=True).start()
    for stage in STAGES:
        _say({"stage": stage, "done": 1, "total": 2})
        if stage == plan.get("die_at"):
            os.kill(os.getpid(), signal.SIGKILL)
        if stage == plan.get("stop_at"):
            (home / "waits").touch()
            while not (home / "go").exists():
                time.sleep(0.02)
    if "error" in plan:
        _say({"error": plan["error"], "args": {}})
        sys.exit(1)
    _leave(home, Path(given.out), plan.get("trial", {}))
    _say({"result": "trial.json"})


def _given(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ("shop", "data-dir", "current", "out", "date", "language"):
        parser.add_argument(f"--{name}", required=True)
    return parser.parse_args(words)


def _leave(home: Path, out: Path, trial: dict[str, Any]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(home / "candidate.model", out / "candidate.model")
    for name in PICTURES:
        (out / f"{name}.png").write_bytes(_png(400, 300))
    (out / "trial.json").write_text(json.dumps(trial), "utf-8")


def _png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [_chunk(b"IHDR", size), _chunk(b"IDAT", rows), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    seal = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + seal


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(0)


def _say(fact: dict[str, Any]) -> None:
    print(json.dumps(fact), flush=True)


if __name__ == "__main__":
    main()
