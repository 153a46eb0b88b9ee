"""Messages without topics from a file: what the model says of them, and which to ask about."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from classifier.intake.sifting import sift
from classifier.intake.survey import Read
from classifier.intake.table import Table
from classifier.verdict import Verdict
from services.import_reading import Judge
from services.understanding import BATCH, in_present_topics
from services.worth import (
    STRANGER,
    Case,
    Worth,
    clustered,
    in_turns,
    of_a_cluster,
    words_of,
    worth_of,
)

ALONE, TOGETHER = 20_000, 1500  # so many are read by n-grams, so many with the encoder as well
MOST = 500
COMPARED = 500
SOURCES, NAME = 20, 40
SHOWN, QUOTE, GUESSES = 2, 200, 2
SAID = {"route": "sure", "ask": "unsure", "triage": "strange"}


@dataclass(frozen=True, slots=True)
class Question:
    """A message to ask about; `guess` lists topics with their chances, the likeliest first."""

    text: str
    worth: Worth
    guess: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """What would be asked, the most instructive first, and what the card tells of the file."""

    questions: tuple[Question, ...]
    told: Mapping[str, Any]


def whose(table: Table, ours: frozenset[str]) -> dict[str, Any]:
    """Who wrote most, and whose words do not count at first: the shop's own, and channels."""
    if not table.sources:
        return {}
    counts = Counter(cells[1] for _, cells in table.rows)
    most = [(int(number), count) for number, count in counts.most_common(SOURCES)]
    return {
        "sources": [[at, table.sources[at].name[:NAME], count] for at, count in most],
        "crowd": len(table.sources) - len(most),
        "away": [
            at
            for at, source in enumerate(table.sources)
            if source.id in ours or not source.id.startswith("user")
        ],
        "left": dict(table.left),
    }


def sort_out(
    rows: Sequence[Read],
    found: Mapping[str, Any],
    known: frozenset[str],
    judge: Judge,
    heard: dict[int, Verdict],
) -> Sorted:
    """Sift a file's messages, ask the model, choose; `heard` keeps what the model said by line."""
    away = frozenset(map(str, found.get("away", ())))
    sifted = sift(rows, away, known)
    said = listen(sifted.kept, judge, heard)
    questions = _chosen(said, judge)
    told = {
        "kept": len(sifted.kept),
        "read": len(said),
        "ask": len(questions),
        "said": Counter(SAID[verdict.decision] for _, verdict in said),
        "examples": _examples(said, questions),
        "left": {**found.get("left", {}), **sifted.left},
    }
    return Sorted(tuple(questions), told)


def listen(
    rows: Sequence[Read], judge: Judge, heard: dict[int, Verdict]
) -> list[tuple[Read, Verdict]]:
    """What the model says: of many messages by chance so many, the unsure ones in full."""
    drawn = random.Random(0).sample(range(len(rows)), min(len(rows), ALONE))
    chosen = [rows[at] for at in drawn]
    unsure = _by_ngrams(chosen, judge, heard)
    for at in range(0, len(unsure), BATCH):
        part = unsure[at : at + BATCH]
        verdicts = judge.model.full([one.row.text for one in part])
        for one, verdict in zip(part, verdicts, strict=True):
            heard[one.row.line] = in_present_topics(verdict, judge.merged)
    return [(one, heard[one.row.line]) for one in chosen if one.row.line in heard]


def _by_ngrams(rows: Sequence[Read], judge: Judge, heard: dict[int, Verdict]) -> list[Read]:
    """The first messages of which the n-grams alone are not sure; the sure ones are heard."""
    said = [heard.get(one.row.line) for one in rows]
    room = TOGETHER - sum(verdict is not None and verdict.branch == "both" for verdict in said)
    unsure: list[Read] = []
    for one in rows:
        if len(unsure) >= room:
            break
        if one.row.line in heard:
            continue
        verdict = judge.model.quick(one.row.text)
        if verdict is None:
            unsure.append(one)
        else:
            heard[one.row.line] = in_present_topics(verdict, judge.merged)
    return unsure


def _chosen(said: Sequence[tuple[Read, Verdict]], judge: Judge) -> list[Question]:
    """The most instructive first, topics taking turns."""
    found: list[tuple[str, frozenset[str], Verdict, Worth]] = []
    for one, verdict in said:
        words = words_of(one.row.text)
        worth = worth_of(_case(verdict, words, judge))
        if worth is not None:
            found.append((one.row.text, words, verdict, worth))
    strange = [words for _, words, _, worth in found if worth.reason == STRANGER][:COMPARED]
    worths = [_of_kin(worth, words, strange) for _, words, _, worth in found]
    waiting = [(worth.much, one[2].topic) for worth, one in zip(worths, found, strict=True)]
    order = in_turns(waiting, MOST)
    return [Question(found[at][0], worths[at], _ranked(found[at][2])) for at in order]


def _of_kin(worth: Worth, mine: frozenset[str], strange: Sequence[frozenset[str]]) -> Worth:
    others = [other for other in strange if other != mine]
    if worth.reason == STRANGER and of_a_cluster(mine, others):
        return clustered(worth)
    return worth


def _case(verdict: Verdict, words: frozenset[str], judge: Judge) -> Case:
    new = len(set(judge.model.new_words(verdict.text)))
    return Case(_ranked(verdict), verdict.decision, verdict.in_scope, {}, new, len(words))


def _ranked(verdict: Verdict) -> tuple[tuple[str, float], ...]:
    return (verdict.topic, verdict.probability), *verdict.runners_up


def _examples(
    said: Sequence[tuple[Read, Verdict]], questions: Iterable[Question]
) -> list[list[Any]]:
    """A few of each kind: of the sure ones the surest, of the others those asked about first."""
    by_text = {one.row.text: verdict for one, verdict in said}
    sure = [(one.row.text, verdict) for one, verdict in said if verdict.decision == "route"]
    surest = sorted(sure, key=lambda pair: -pair[1].probability)[:SHOWN]
    texts = [*(text for text, _ in surest), *(one.text for one in questions)]
    shown: Counter[str] = Counter()
    found: list[list[Any]] = []
    for text in dict.fromkeys(texts):
        verdict = by_text[text]
        kind = SAID[verdict.decision]
        if shown[kind] < SHOWN:
            shown[kind] += 1
            guess = [[key, round(chance, 4)] for key, chance in _ranked(verdict)[:GUESSES]]
            found.append([kind, text[:QUOTE], guess])
    return found
