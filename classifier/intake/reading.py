"""From the bytes of a file to its messages."""

from collections.abc import Callable
from dataclasses import dataclass, field

from classifier.intake.columns import NONE, with_header
from classifier.intake.decoding import decoded
from classifier.intake.objects import STARTS, read_objects
from classifier.intake.sheet import read_sheet
from classifier.intake.table import (
    MAX_BYTES,
    MAX_ROWS,
    MAX_TEXT,
    Faults,
    IntakeRefused,
    Table,
    tidy,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One message; `label` is empty when the file says nothing of it."""

    line: int
    text: str
    label: str


@dataclass(slots=True)
class Messages:
    """The messages of a file, lines that hold none, and how many were cut."""

    rows: list[Row] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    cut: int = 0


def read_table(
    content: bytes,
    is_topic: Callable[[str], bool] = lambda cell: False,
    most_bytes: int = MAX_BYTES,
    most_rows: int = MAX_ROWS,
) -> Table:
    """A file as rows of cells: what it holds decides, not its name. Raises IntakeRefused."""
    text = decoded(content, most_bytes)
    if text.lstrip().startswith(STARTS):
        table = read_objects(text, most_rows)
    else:
        table = with_header(read_sheet(text, most_rows), is_topic)
    if not table.rows:
        raise IntakeRefused("none" if table.faults.count else "header")
    return table


def messages_of(table: Table, text_column: int, label_column: int) -> Messages:
    """The messages that stand in these columns; `label_column` may be NONE."""
    faults = Faults(table.faults.most, table.faults.count, list(table.faults.first))
    found = Messages([], faults)
    for line, cells in table.rows:
        text = tidy(cells[text_column])
        label = "" if label_column == NONE else tidy(cells[label_column])
        if not text:
            faults.add(line, "text")
        elif label_column != NONE and not label:
            faults.add(line, "label")
        else:
            found.cut += len(text) > MAX_TEXT
            found.rows.append(Row(line, text[:MAX_TEXT], label))
    faults.first.sort()
    return found
