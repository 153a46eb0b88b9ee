"""CSV: the separator is guessed, quotes are kept to, each fault has its line."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from classifier.intake.columns import is_named
from classifier.intake.table import MAX_COLUMNS, MAX_ROWS, Faults, IntakeRefused, Table

SEPARATORS = (",", ";", "\t", "|")
TRIED = 40
START = 20_000
SAFE = ("'=", "'+", "'-", "'@", "'\t", "'\r")


def read_sheet(text: str, most: int = MAX_ROWS) -> Table:
    """Rows of a CSV file; the first one names the columns. Raises IntakeRefused."""
    faults = Faults(most)
    records = _records(text, _separator(text), faults)
    first = next(records, None)
    if first is None:
        raise IntakeRefused("header")
    columns = tuple(cell.strip() for cell in first[1])
    if len(columns) > MAX_COLUMNS:
        raise IntakeRefused("columns")
    table = Table("csv", columns, [], faults)
    for line, cells in records:
        if len(cells) != len(columns):
            faults.add(line, "cells")
        else:
            table.add(line, tuple(map(_plain, cells)))
    return table


def _records(text: str, separator: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not empty, with the line where it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults.add(line, "quote")
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _separator(text: str) -> str:
    """The one that splits most of the first rows alike, into columns with known names at best."""
    start = text[:START].rpartition("\n")[0] if len(text) > START else text
    return max(SEPARATORS, key=lambda one: _fits(start, one))


def _fits(start: str, separator: str) -> tuple[float, int]:
    rows = [cells for _, cells in islice(_records(start, separator, Faults()), TRIED)]
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    width = len(rows[0])
    alike = sum(1 for cells in rows if len(cells) == width) / len(rows)
    named = sum(1 for cell in rows[0] if is_named(cell))
    return alike + named, width


def _plain(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from computing a cell."""
    return cell[1:] if cell.startswith(SAFE) else cell
