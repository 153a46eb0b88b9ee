"""A brought file gone through: opened, sorted, judged; what was dear is kept for the next tap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from classifier.intake.columns import NONE
from classifier.intake.reading import Messages
from classifier.intake.survey import Known, Read, read_texts, survey
from classifier.verdict import Verdict
from services import import_files
from services.import_questions import Question, Sorted, sort_out, whose
from services.import_reading import (
    Judge,
    choice_of,
    judged,
    opened,
    outline,
    rows_of,
    told,
    topics_by_name,
)
from services.shop import Shop

MOST_LABELS = 200
Labels = list[tuple[str, str]]


@dataclass(slots=True)
class Work:
    """A file's messages, and what the model said of them so far."""

    key: tuple[str, int, int]
    messages: Messages
    rows: list[Read]
    heard: dict[int, dict[str, float]] = field(default_factory=dict)
    verdicts: dict[int, Verdict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file is held against; `ours` are the staff, as an export calls them.

    `asked` are messages that somebody was asked about already.
    """

    shop: Shop
    known: Known
    judge: Judge
    ours: frozenset[str]
    asked: Sequence[str]


class Study:
    """Slow work for a thread; remembers the file that it saw last."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._last: Work | None = None

    def open(self, content: bytes, facts: Facts) -> tuple[str, dict[str, Any]]:
        """A new file: where it is kept and what is found. Raises IntakeRefused."""
        table, columns = opened(content, topics_by_name(facts.shop))
        name = import_files.keep(self._data_dir, content)
        found = {**outline(table, columns), **whose(table, facts.ours)}
        return name, self.go_on(name, found, facts)

    def go_on(self, name: str, found: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
        """What is found once more was decided. Raises IntakeRefused, FileGone."""
        result = dict(found)
        if found["text"] is None or found["label"] is None:
            return result
        if found["label"] == NONE:
            result["told"] = dict(self._sorted(name, found, facts).told)
            return result
        work = self._work(name, found, facts)
        choice = choice_of(found, topics_by_name(facts.shop))
        whole = survey(work.rows, replace(choice, out=frozenset()), facts.known)
        doubted, looked_at = judged(whole.kept, facts.judge, work.heard)
        said = survey(work.rows, choice, facts.known) if choice.out else whole
        if "labels" not in result:
            result["labels"] = [label for label, _ in whole.unknown.most_common(MOST_LABELS)]
        result["suspects"] = [
            [one.line, one.text[:200], one.said, one.guess, round(one.probability, 3)]
            for one in doubted
        ]
        result["judged"] = looked_at
        result["told"] = told(work.messages, said)
        return result

    def labels(self, name: str, found: Mapping[str, Any], facts: Facts) -> Labels:
        """What is to be stored: texts with their topics. Raises IntakeRefused, FileGone."""
        work = self._work(name, found, facts)
        choice = choice_of(found, topics_by_name(facts.shop))
        kept = survey(work.rows, choice, facts.known).kept
        return [(one.row.text, topic) for one, topic in kept]

    def questions(self, name: str, found: Mapping[str, Any], facts: Facts) -> tuple[Question, ...]:
        """Messages without topics to ask about. Raises IntakeRefused, FileGone."""
        return self._sorted(name, found, facts).questions

    def _sorted(self, name: str, found: Mapping[str, Any], facts: Facts) -> Sorted:
        work = self._work(name, found, facts)
        asked = {name for one in read_texts(facts.asked) for name in (one.reading, one.words)}
        known = frozenset(facts.known.topics) | facts.known.words | asked
        return sort_out(work.rows, found, known, facts.judge, work.verdicts)

    def _work(self, name: str, found: Mapping[str, Any], facts: Facts) -> Work:
        key = (name, int(found["text"]), int(found["label"]))
        last = self._last
        if last is not None and last.key == key:
            return last
        content = import_files.fetch(self._data_dir, name)
        table, _ = opened(content, topics_by_name(facts.shop))
        messages, rows = rows_of(table, key[1], key[2])
        self._last = Work(key, messages, rows)
        return self._last
