"""What counts of very many labels, and which of their texts are still to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from classifier.arrays import AnyArray
from classifier.corpus import Example
from classifier.mass import Mass
from classifier.teaching import Teaching

NOTHING = -1


@dataclass(frozen=True)
class Settled:
    """A mass to train on; of the sample and the held-out messages the numbers of their labels.

    A number below nought is a shipped message: its place in `starter`, counted from NOTHING down.
    """

    mass: Mass
    starter: Sequence[Example]
    shipped: Sequence[Example]
    sampled: AnyArray
    held: AnyArray
    held_labels: Sequence[str]
    by_origin: Mapping[str, int]

    @property
    def wanted(self) -> list[int]:
        """The labels whose texts are needed, in order."""
        return sorted(n for n in [*self.sampled.tolist(), *self.held.tolist()] if n > NOTHING)

    def teaching(self, texts: Mapping[int, str]) -> Teaching:
        """With the texts of the labels wanted; what was erased meanwhile is left out."""
        topics = self.mass.labels[self.mass.sample].tolist()
        found = [self._example(number, texts) for number in self.sampled.tolist()]
        train = [
            replace(example, label=self.mass.names[topic])
            for example, topic in zip(found, topics, strict=True)
            if example is not None
        ]
        measured = [
            Example(texts[number], label)
            for number, label in zip(self.held.tolist(), self.held_labels, strict=True)
            if number in texts
        ]
        there = [place for place, example in enumerate(found) if example is not None]
        mass = replace(self.mass, sample=self.mass.sample[there])
        heldout = [*self.shipped, *measured]
        return Teaching(train, heldout, self.by_origin, len(measured), mass)

    def _example(self, number: int, texts: Mapping[int, str]) -> Example | None:
        if number <= NOTHING:
            return self.starter[NOTHING - number]
        return Example(texts[number], "") if number in texts else None
