"""Which column holds the message, and which the topic."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from classifier.intake.table import Table

TEXTS = frozenset(
    (
        *("text", "message", "question", "utterance", "body", "query", "phrase", "sentence"),
        *("текст", "сообщение", "вопрос", "фраза", "обращение", "запрос"),
    )
)
LABELS = frozenset(
    (
        *("label", "topic", "category", "intent", "class", "topic_key"),
        *("тема", "категория", "метка", "интент", "класс", "раздел"),
    )
)
NONE = -1  # in place of a column: the file has none of that kind
LOOKED_AT = 200
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of each column; None: a person has to say; NONE: there is none."""

    text: int | None
    label: int | None

    @property
    def are_clear(self) -> bool:
        """Whether nobody need be asked."""
        return self.text is not None and self.label is not None


def is_named(cell: str) -> bool:
    """Whether this is what people call a column of messages or of topics."""
    return cell.strip().casefold() in TEXTS | LABELS


def columns_of(table: Table, is_topic: Callable[[str], bool]) -> Columns:
    """By what the columns are called, else by what they hold: topics that are known."""
    names = [name.casefold() for name in table.columns]
    text, label = _called(names, TEXTS), _called(names, LABELS)
    if label is None:
        label = _holds_topics(table, is_topic)
    others = [one for one in range(len(names)) if one != label]
    if text is None and len(others) == 1:
        text = others[0]
    if label is None and len(names) == 1:
        label = NONE
    if table.kind == "telegram":
        label = NONE
    return Columns(text, label)


def _called(names: Sequence[str], known: frozenset[str]) -> int | None:
    found = [number for number, name in enumerate(names) if name in known]
    return found[0] if len(found) == 1 else None


def _holds_topics(table: Table, is_topic: Callable[[str], bool]) -> int | None:
    start = [cells for _, cells in table.rows[:LOOKED_AT]]
    found = [
        number
        for number in range(len(table.columns))
        if start and sum(is_topic(cells[number]) for cells in start) > MOSTLY * len(start)
    ]
    return found[0] if len(found) == 1 else None


def with_header(table: Table, is_topic: Callable[[str], bool]) -> Table:
    """The table whose first line names its columns; a first line that holds a topic is a row."""
    if table.kind != "csv" or not any(map(is_topic, table.columns)):
        return table
    if any(map(is_named, table.columns)):
        return table
    names = tuple(str(number + 1) for number in range(len(table.columns)))
    return Table("csv", names, [(1, table.columns), *table.rows], table.faults)
