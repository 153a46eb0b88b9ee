"""What a brought file holds and would teach: all of it is slow, so never on the event loop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from classifier.heard import Labels
from classifier.intake.columns import Columns, columns_of
from classifier.intake.reading import Messages, messages_of, read_table
from classifier.intake.survey import Choice, Known, Read, Survey, read_rows, words_of
from classifier.intake.suspects import Seen, Suspect, spread, suspects
from classifier.intake.table import Table
from classifier.verdict import Verdict
from models.labels import UNFIT
from models.lessons import SaidLabel
from services.shop import Shop
from services.understanding import BATCH, Model, in_present_topics

JUDGED = 1000
SAMPLES, SAMPLE = 3, 40
MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Judge:
    """The model that looks for wrong labels, and the topics merged since it learned."""

    model: Model
    merged: Mapping[str, str]


def topics_by_name(shop: Shop) -> dict[str, str]:
    """Present topics by whatever people call them, in lower case."""
    found = {UNFIT: UNFIT}
    for key, topic in shop.former.items():
        into = topic.merged_into
        if into is not None and into in shop.topics:
            found |= {name.casefold(): into for name in (key, *topic.titles.values())}
    for key, topic in shop.topics.items():
        found |= {name.casefold(): key for name in (key, *topic.titles.values())}
    return found


def opened(content: bytes, names: Mapping[str, str]) -> tuple[Table, Columns]:
    """A file's table and what its columns seem to be. Raises IntakeRefused."""
    table = read_table(content, lambda cell: cell.strip().casefold() in names)
    return table, columns_of(table, lambda cell: cell.strip().casefold() in names)


def outline(table: Table, columns: Columns) -> dict[str, Any]:
    """What is kept of a table, to ask about its columns."""
    shown = [cells[:MOST_COLUMNS] for _, cells in table.rows[:SAMPLES]]
    return {
        "kind": table.kind,
        "rows": len(table.rows),
        "columns": [name[:SAMPLE] for name in table.columns[:MOST_COLUMNS]],
        "samples": [[cell[:SAMPLE] for cell in cells] for cells in shown],
        "text": columns.text,
        "label": columns.label,
    }


def rows_of(table: Table, text: int, label: int) -> tuple[Messages, list[Read]]:
    """The messages in these columns, each with its reading; those of an export have a source."""
    source = table.columns.index("from") if table.sources else label
    messages = messages_of(table, text, source)
    return messages, read_rows(messages.rows)


def known_of(said: Sequence[SaidLabel], shop: Shop) -> Known:
    """What counts of the labels there are."""
    labels = Labels()
    for one in said:
        labels.hear(one)
    topics = {reading: shop.present(word.topic) for reading, word in labels.words.items()}
    return Known(topics, frozenset(map(words_of, topics)))


def choice_of(found: Mapping[str, Any], names: Mapping[str, str]) -> Choice:
    """What was decided about a file so far."""
    chosen = {label: names.get(key, key) for label, key in found.get("topics", {}).items()}
    return Choice(
        {**names, **chosen},
        frozenset(found.get("out", ())),
        bool(found.get("twins", True)),
        bool(found.get("against", False)),
    )


def judged(
    rows: Sequence[tuple[Read, str]], judge: Judge, heard: dict[int, dict[str, float]]
) -> tuple[list[Suspect], int]:
    """Labels that are probably wrong, and among how many they were looked for.

    `heard` holds the model's chances by line, and those that are found out now as well.
    """
    chosen = [rows[at] for at in spread(len(rows), JUDGED)]
    new = [one for one, _ in chosen if one.row.line not in heard]
    for at in range(0, len(new), BATCH):
        part = new[at : at + BATCH]
        for one, verdict in zip(
            part, judge.model.full([one.row.text for one in part]), strict=True
        ):
            heard[one.row.line] = _chances(in_present_topics(verdict, judge.merged))
    seen = [Seen(one.row.line, one.row.text, topic, heard[one.row.line]) for one, topic in chosen]
    return suspects(seen, frozenset(getattr(judge.model, "topics", ()))), len(seen)


def _chances(verdict: Verdict) -> dict[str, float]:
    if verdict.decision == "triage":
        return {}
    return {verdict.topic: verdict.probability, **dict(verdict.runners_up)}


def told(messages: Messages, found: Survey) -> dict[str, Any]:
    """A survey as plain values, for the card."""
    return {
        "stored": len(found.kept),
        "topics": found.topics.most_common(),
        "faults": [list(one) for one in messages.faults.first],
        "fault_count": messages.faults.count,
        "cut": messages.cut,
        "wordless": found.wordless,
        "repeats": found.repeats,
        "known": found.known,
        "twins": found.twins,
        "conflicts": found.conflicts,
        "clashes": [[one.text[:200], one.one, one.other] for one in found.clashes],
        "against": found.against,
        "contradictions": [[one.text[:200], one.one, one.other] for one in found.contradictions],
        "unknown": found.unknown.total(),
    }
