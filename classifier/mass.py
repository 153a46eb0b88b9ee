"""Very many lessons: all of them for the n-grams, a sample of them for everything else."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.arrays import AnyArray, Ints
from classifier.bulk import Bulk
from classifier.corpus import Example
from classifier.readings import checksum, read

LARGE = 30_000
SAMPLE = 16_000
FEWEST = 200


@dataclass(frozen=True)
class Mass:
    """Which rows of a bulk are trained on, the number of each one's label in `names`, its mark.

    `sample` are positions in `rows`: the messages whose meaning is read, on which the vote, the
    thresholds and the figures rest, in the order of the examples given beside it.
    """

    bulk: Bulk
    rows: Ints
    labels: Ints
    names: Sequence[str]
    marks: AnyArray
    sample: Ints

    @property
    def counts(self) -> Mapping[str, int]:
        """How many messages each label has."""
        sizes = np.bincount(self.labels, minlength=len(self.names)).tolist()
        return {name: size for name, size in zip(self.names, sizes, strict=True) if size}

    @property
    def fingerprint(self) -> str:
        """A checksum of the training messages and labels, whatever their order."""
        order = np.lexsort((self.labels, self.marks))
        total = hashlib.sha256("\n".join(self.names).encode("utf-8", "replace"))
        total.update(self.marks[order].tobytes() + self.labels[order].astype(np.int64).tobytes())
        return total.hexdigest()


def stratified(labels: Ints, marks: AnyArray, most: int = SAMPLE, fewest: int = FEWEST) -> Ints:
    """Positions of at most `most` messages: `fewest` of each label, the rest in proportion.

    Which ones depends on their marks alone, so that most of a sample is in the next one, too.
    """
    sizes = np.bincount(labels)
    present = max(1, int((sizes > 0).sum()))
    floor = min(fewest, most // (2 * present))
    share = (most - floor * present) / max(1, len(labels))
    quota = np.minimum(sizes, floor + (share * sizes).astype(np.intp))
    order = np.lexsort((marks, labels))
    first = np.concatenate([[0], np.cumsum(sizes)])[labels[order]]
    chosen: Ints = np.sort(order[np.arange(len(order)) - first < quota[labels[order]]])
    return chosen


def massed(
    examples: Sequence[Example], large: int = LARGE, most: int = SAMPLE
) -> tuple[Sequence[Example], Mass | None]:
    """More than `large` examples as a mass with its sample of them; fewer as they are."""
    if len(examples) <= large:
        return examples, None
    bulk, names = Bulk(), sorted({example.label for example in examples})
    number = {name: position for position, name in enumerate(names)}
    marks = np.empty(len(examples), np.uint64)
    for row, example in enumerate(examples):
        reading = read(example.text)
        bulk.add(reading)
        marks[row] = checksum(reading)
    labels = np.array([number[example.label] for example in examples], np.intp)
    sample = stratified(labels, marks, most)
    mass = Mass(bulk, np.arange(len(examples)), labels, names, marks, sample)
    return [examples[row] for row in sample], mass
