"""Settles what a shop says of very many messages by the rules of `teaching`, without their texts.

Of each label some eighty bytes stay in memory: its number in the database, its message's mark and
words, its topic, origin and time. The few texts that are needed are asked for at the end.
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

import numpy as np

from classifier.arrays import AnyArray, Ints
from classifier.bench import MOST
from classifier.bulk import Bulk
from classifier.corpus import Example
from classifier.heard import ORIGINS, rank
from classifier.mass import SAMPLE, Mass, stratified
from classifier.normalise import MAX_CHARS
from classifier.readings import checksum, read
from classifier.settled import NOTHING, Settled
from classifier.teaching import (
    PARTS,
    STARTER,
    Rules,
    as_seen,
    topic_of,
)

NAMES = (*ORIGINS, "other", STARTER)
MINE = len(NAMES) - 1


class Numbered(Protocol):
    """A label with its number in the database."""

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class ManyLabels:
    """Takes labels one by one, in any order."""

    def __init__(self) -> None:
        self._bulk = Bulk()
        self._topics: dict[str, int] = {}
        self._ids, self._marks = array("q"), array("Q")
        self._said, self._ranks, self._times = array("i"), array("b"), array("d")

    def hear(self, said: Numbered) -> None:
        """Take a label; one without words teaches nothing."""
        self._take(said.id, said.text, said.topic, rank(said.origin), said.at.timestamp())

    def _take(self, number: int, text: str, topic: str, place: int, at: float) -> None:
        reading = read(text[:MAX_CHARS])
        if not reading:
            return
        self._bulk.add(reading)
        self._ids.append(number)
        self._marks.append(checksum(reading))
        self._said.append(self._topics.setdefault(topic, len(self._topics)))
        self._ranks.append(place)
        self._times.append(at)

    def settle(
        self,
        train: Sequence[Example],
        heldout: Sequence[Example],
        rules: Rules,
        most: int = SAMPLE,
        most_heldout: int = MOST,
    ) -> Settled:
        """What counts; the shipped `train` messages are heard last and count least."""
        for place, example in enumerate(train):
            self._take(NOTHING - place, example.text, example.label, MINE, 0.0)
        ids, marks = np.frombuffer(self._ids, np.int64), np.frombuffer(self._marks, np.uint64)
        ranks = np.frombuffer(self._ranks, np.int8)
        names, topics = self._names(rules)
        winners = self._winners(marks, ranks)
        shipped = {checksum(reading): reading for reading in (read(one.text) for one in heldout)}
        known = np.isin(marks[winners], np.fromiter(shipped, np.uint64, len(shipped)))
        kept = winners[(topics[winners] != NOTHING) & ~known]
        rows, held = _parted(kept, marks[kept], ranks[kept], most_heldout)
        labels, of_rows = topics[rows], marks[rows]
        mass = Mass(self._bulk, rows, labels, names, of_rows, stratified(labels, of_rows, most))
        told = self._told(winners[known & (ranks[winners] != MINE)], shipped)
        return Settled(
            mass,
            train,
            as_seen(heldout, told, rules),
            ids[rows[mass.sample]],
            ids[held],
            [names[number] for number in topics[held]],
            {NAMES[place]: n for place, n in sorted(Counter(ranks[rows].tolist()).items())},
        )

    def _told(self, rows: Ints, shipped: Mapping[int, str]) -> dict[str, str]:
        """What the shop says of shipped messages, by reading."""
        keys = list(self._topics)
        return {shipped[self._marks[row]]: keys[self._said[row]] for row in rows.tolist()}

    def _names(self, rules: Rules) -> tuple[list[str], Ints]:
        """The topics of now, and each label's number among them or NOTHING."""
        now = [topic_of(key, rules) for key in self._topics]
        names = sorted({name for name in now if name is not None})
        numbers = np.array(
            [NOTHING if name is None else names.index(name) for name in now], np.intp
        )
        return names, numbers[np.frombuffer(self._said, np.int32)]

    def _winners(self, marks: AnyArray, ranks: AnyArray) -> Ints:
        """Of each message the label that counts: by origin, then the newest, then the last."""
        order = np.lexsort((np.frombuffer(self._times, np.float64), -ranks, marks))
        last = np.ones(len(order), bool)
        last[:-1] = marks[order][1:] != marks[order][:-1]
        return np.sort(order[last])


def _parted(kept: Ints, marks: AnyArray, ranks: AnyArray, most_heldout: int) -> tuple[Ints, Ints]:
    """What is trained on, and what is held out: of the shop's one in PARTS, by its mark."""
    apart = (ranks != MINE) & (marks % np.uint64(PARTS) == 0)
    order = np.argsort(marks[apart], kind="stable")
    return kept[~apart], kept[apart][order[:most_heldout]]
