"""The whole suite in two runs of pytest beside each other: what mostly computes, and the rest.

`python -m tests.halves [options of pytest]`; named files are run by pytest alone. The output of the
run beside comes before the closing line of the other, or behind it when it failed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTEST = [sys.executable, "-m", "pytest"]
BESIDE = (
    "tests/classifier",
    "tests/faults/test_retraining.py",
    "tests/test_cli.py",
    "tests/test_learner.py",
    "tests/test_quality_pictures.py",
    "tests/test_report_pictures.py",
    "tests/test_start_cost.py",
)


def main(options: list[str]) -> int:
    """Run both and give the worse exit code."""
    if any((ROOT / option.partition("::")[0]).exists() for option in options):
        return subprocess.call([*PYTEST, *options], cwd=ROOT)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        beside = subprocess.Popen(
            [*PYTEST, *options, *BESIDE], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT
        )
        code, closing = _relayed([*PYTEST, *options, *(f"--ignore={path}" for path in BESIDE)])
        other = beside.wait()
        said.seek(0)
        own = said.read().rstrip("\n")
    for text in (closing, own) if other and not code else (own, closing):
        print(text, flush=True)
    return code or other


def _relayed(command: list[str]) -> tuple[int, str]:
    """Run a command, its output passed on as it comes; its exit code and last line."""
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        for line in process.stdout or ():
            if last:
                print(last, end="", flush=True)
            last = line
    return process.returncode, last.rstrip("\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
