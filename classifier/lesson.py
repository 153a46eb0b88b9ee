"""Training messages as numbers, and the settings of the training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from classifier.arrays import AnyArray, Ints
from classifier.folds import split
from classifier.scorer import REJECTED


@dataclass(frozen=True)
class Settings:
    """C of n-grams, the Cs to try for embeddings, the most n-grams to keep, the seed."""

    ngram_strength: float = 1.0
    encoder_strengths: tuple[float, ...] = (1.0, 10.0, 100.0)
    largest_vocabulary: int = 100_000
    seed: int = 0


@dataclass(frozen=True)
class Lesson:
    """Readings, their label numbers (the last column is rejection, if any), and their folds.

    `titles` say what a label means: learned from in every fold, never asked about.
    """

    readings: Sequence[str]
    labels: Ints
    topics: tuple[str, ...]
    columns: int
    folds: Ints
    titles: Sequence[str]
    title_labels: Ints

    @property
    def inside(self) -> AnyArray:
        """Which messages have a real topic."""
        result: AnyArray = self.labels < len(self.topics)
        return result


def prepare(
    readings: Sequence[str],
    labels: Sequence[str],
    groups: Sequence[str] | None,
    seed: int,
    titles: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Lesson:
    """Number the labels; ValueError without messages, without a topic or on unequal lengths.

    A topic that has nothing but a title is learned from that alone.
    """
    if not len(readings) or len(readings) != len(labels):
        raise ValueError("as many labels as texts are needed, and at least one of each")
    topics = tuple(sorted({*labels, *titles} - {REJECTED}))
    if not topics:
        raise ValueError("at least one topic besides out_of_scope is needed")
    number = {name: position for position, name in enumerate([*topics, REJECTED])}
    numbers = np.array([number[label] for label in labels], np.intp)
    columns = len(topics) + int(numbers.max() == len(topics))
    meant = [(title, number[name]) for name in topics for title in titles.get(name, ())]
    return Lesson(
        readings,
        numbers,
        topics,
        columns,
        split(numbers, groups, seed),
        [title for title, _ in meant],
        np.array([position for _, position in meant], np.intp),
    )
