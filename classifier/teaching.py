"""What a shop teaches its model: contradictions settled, the held-out part set aside.

The rules, in full (docs/decisions/0010-retraining.md says why):

* Messages with the same reading are one message. Of what was said about it the origin that stands
  first in ORIGINS counts, within an origin the newest; UNFIT takes the message out altogether.
* The shop's word counts more than the starter corpus.
* A merged topic is the one it was merged into; messages of a retired topic are left out.
* Held out, never trained on: the shipped held-out messages, and of the shop's those whose reading
  falls into the first of PARTS by its checksum, so that a message never changes sides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from classifier.corpus import Example
from classifier.heard import Labels
from classifier.mass import Mass
from classifier.readings import checksum, read

STARTER = "starter"
UNFIT = "-"
PARTS = 8


@dataclass(frozen=True)
class Rules:
    """What became of the shop's topics: `merged` says into which, `retired` are left out."""

    merged: Mapping[str, str] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()

    def topic(self, key: str) -> str | None:
        """The topic that this one is now; None when nothing is to be learned of it."""
        seen: set[str] = set()
        while key in self.merged and key not in seen:
            seen.add(key)
            key = self.merged[key]
        return None if key in self.retired else key


@dataclass(frozen=True)
class Teaching:
    """What to train on, what to measure on, and how many of each origin are trained on.

    With a `mass`, `train` is the sample of it.
    """

    train: list[Example]
    heldout: list[Example]
    by_origin: Mapping[str, int]
    shop_heldout: int = 0
    mass: Mass | None = None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many messages of each label are trained on."""
        return self.mass.counts if self.mass else Counter(one.label for one in self.train)


def is_held_out(reading: str) -> bool:
    """Whether a shop's message with this reading belongs to the held-out part, now and ever."""
    return checksum(reading) % PARTS == 0


def teach(
    labels: Labels, train: Sequence[Example], heldout: Sequence[Example], rules: Rules
) -> Teaching:
    """Training and held-out messages from the shop's labels and the shipped corpus."""
    shipped = {read(example.text) for example in heldout}
    learned: dict[str, tuple[Example, str]] = {}
    measured: list[Example] = []
    for reading, word in labels.words.items():
        if reading in shipped or (topic := topic_of(word.topic, rules)) is None:
            continue
        example = Example(word.text, topic)
        if is_held_out(reading):
            measured.append(example)
        else:
            learned[reading] = example, word.origin
    starter = _left(train, labels.words.keys() | shipped, rules)
    said = {reading: word.topic for reading, word in labels.words.items() if reading in shipped}
    origins = Counter(origin for _, origin in learned.values())
    return Teaching(
        [*starter, *(example for example, _ in learned.values())],
        [*as_seen(heldout, said, rules), *measured],
        {name: count for name, count in ((STARTER, len(starter)), *origins.items()) if count},
        len(measured),
    )


def topic_of(key: str, rules: Rules) -> str | None:
    """The topic of now that a label speaks of; None when it teaches nothing."""
    return None if key == UNFIT else rules.topic(key)


def _left(examples: Sequence[Example], spoken_of: Iterable[str], rules: Rules) -> list[Example]:
    """Those of the corpus that nobody else speaks of, under the topics of now."""
    others = set(spoken_of)
    kept = []
    for example in examples:
        topic = rules.topic(example.label)
        if topic is not None and read(example.text) not in others:
            kept.append(example if topic == example.label else replace(example, label=topic))
    return kept


def as_seen(heldout: Sequence[Example], said: Mapping[str, str], rules: Rules) -> list[Example]:
    """The shipped held-out messages as the shop sees them: `said` are its topics by reading."""
    found = []
    for example in heldout:
        topic = topic_of(said.get(read(example.text), example.label), rules)
        if topic is not None:
            found.append(replace(example, label=topic))
    return found
