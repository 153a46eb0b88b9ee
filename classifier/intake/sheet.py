"""CSV: the separator is guessed, quotes are kept to, each fault has its line."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
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
    records = records_of(io.StringIO(text, newline=""), separator_of(text), faults)
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
            table.add(line, tuple(map(unquoted, cells)))
    return table


def records_of(
    lines: Iterable[str], separator: str, faults: Faults
) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not empty, with the line where it begins."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
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


def separator_of(text: str, known: Callable[[str], bool] = is_named) -> str:
    """The one that splits most of the first rows alike, into columns with known names at best."""
    start = text[:START].rpartition("\n")[0] if len(text) > START else text
    return max(SEPARATORS, key=lambda one: _fits(start, one, known))


def _fits(start: str, separator: str, known: Callable[[str], bool]) -> tuple[float, int]:
    lines = io.StringIO(start, newline="")
    rows = [cells for _, cells in islice(records_of(lines, separator, Faults()), TRIED)]
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    width = len(rows[0])
    alike = sum(1 for cells in rows if len(cells) == width) / len(rows)
    named = sum(1 for cell in rows[0] if known(cell))
    return alike + named, width


def unquoted(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from computing a cell."""
    return cell[1:] if cell.startswith(SAFE) else cell
