"""JSON and JSONL: an object a message; Telegram Desktop's `result.json` has a file of its own."""

import json
from collections.abc import Iterable
from typing import Any

from classifier.intake import telegram
from classifier.intake.table import MAX_COLUMNS, MAX_ROWS, Faults, IntakeRefused, Table

OBJECTS_A_ROW = 10
LOOKED_AT = 1000
STARTS = ("{", "[")


def read_objects(text: str, most: int = MAX_ROWS) -> Table:
    """Rows of a JSON or JSONL file. Raises IntakeRefused."""
    if text.count("{") + text.count("[") > OBJECTS_A_ROW * most:
        raise IntakeRefused("rows")
    whole = _parsed(text)
    if telegram.is_export(whole):
        return telegram.read_export(whole, most)
    if isinstance(whole, list):
        return _table("json", enumerate(whole, start=1), most)
    if text.lstrip().startswith("["):
        raise IntakeRefused("json")
    lines = ((number, line) for number, line in enumerate(text.split("\n"), start=1))
    return _table(
        "jsonl", ((number, _parsed(line)) for number, line in lines if line.strip()), most
    )


def _parsed(text: str) -> Any:
    """What a text says in JSON; None when it is none."""
    try:
        return json.loads(text, object_hook=telegram.compact)
    except (ValueError, RecursionError):
        return None


def _table(kind: str, records: Iterable[tuple[int, Any]], most: int) -> Table:
    """The columns are the names of the first objects' plain values."""
    faults, found = Faults(most), list[tuple[int, dict[str, Any]]]()
    names: dict[str, None] = {}
    for line, value in records:
        record = _plain(value)
        if not isinstance(record, dict):
            faults.add(line, "json")
            continue
        if len(found) >= most:
            raise IntakeRefused("rows", line)
        found.append((line, record))
        if len(found) <= LOOKED_AT:
            names |= {name: None for name, value in record.items() if _is_plain(value)}
    if len(names) > MAX_COLUMNS:
        raise IntakeRefused("columns")
    if not names:
        raise IntakeRefused("json")
    table = Table(kind, tuple(names), [], faults)
    for line, record in found:
        table.add(line, tuple(_cell(record.get(name)) for name in names))
    return table


def _plain(record: Any) -> Any:
    """A message taken out of an export is a row like any other."""
    if isinstance(record, telegram.Wrote):
        return {"from": record.name, "text": record.words}
    return record


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _cell(value: Any) -> str:
    return str(value) if _is_plain(value) else ""
