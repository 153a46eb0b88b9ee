"""Files in which words of customers stand because the model learned from them."""

import hashlib
import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from classifier.readings import read
from services.export_files import FOLDER

RUNS, TRIAL = "runs", "trial.json"
LONGEST = 300  # as `classifier/trial.py` and tickets cut what they show


def marks_of(texts: Iterable[str]) -> set[str]:
    """What tells these texts again without holding them: whole, cut, and as the model reads them.

    SHA-256, hexadecimal.
    """
    forms = {form for text in texts for form in (text, text[:LONGEST], read(text))}
    return {_mark(form) for form in forms}


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def forget(data_dir: Path, marks: Collection[str]) -> None:
    """Take texts out of the results of retrainings, and exported labels away; for a thread."""
    for path in (data_dir / FOLDER).glob("*"):
        path.unlink(missing_ok=True)
    for path in (data_dir / RUNS).glob(f"*/{TRIAL}"):
        found = json.loads(path.read_text("utf-8"))
        left = _without(found, marks)
        if left != found:
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(left, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(path)


def _without(value: Any, marks: Collection[str]) -> Any:
    if isinstance(value, str):
        return "" if _mark(value) in marks else value
    if isinstance(value, list):
        return [_without(one, marks) for one in value]
    if isinstance(value, dict):
        return {key: _without(one, marks) for key, one in value.items()}
    return value
