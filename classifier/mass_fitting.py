"""The n-grams of a mass: hashed, learned batch by batch, measured on what they had not seen."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from classifier.arrays import Floats, Ints
from classifier.hashed import HashedVocabulary
from classifier.hashing import Hasher, batches, learn_hashed, spelled
from classifier.incremental import Learner, passes
from classifier.lesson import Lesson, Settings
from classifier.linear import Linear
from classifier.mass import Mass
from classifier.progress import Progress
from classifier.scorer import REJECTED

HALVES = 2
LARGEST_WEIGHTS = 4_000_000
BYTES = 2  # of a weight in a model file


def learn_mass(
    mass: Mass, lesson: Lesson, settings: Settings, progress: Progress
) -> tuple[HashedVocabulary, Linear, Floats]:
    """N-grams, their weights, and the scores (messages of the sample, columns) by weights that
    were learned without that half of the sample.
    """
    labels = _numbered(mass, lesson)
    learned = np.flatnonzero(labels >= 0)
    spelling = spelled(mass.bulk)
    largest = min(settings.largest_vocabulary, LARGEST_WEIGHTS // (BYTES * lesson.columns))
    vocabulary = learn_hashed(mass.bulk, learned, spelling, largest)
    course = _Course(Hasher(mass.bulk, spelling, vocabulary), labels, lesson.columns, settings)
    told = _Told(progress, (HALVES + 1) * passes(len(learned)) * len(learned))
    asked = mass.rows[mass.sample]
    unseen = np.zeros((len(asked), lesson.columns), np.float32)
    for half in range(HALVES):
        tested = lesson.folds % HALVES == half
        linear = course.learn(np.setdiff1d(learned, asked[tested]), told)
        for places in batches(np.flatnonzero(tested)):
            unseen[places] = linear(course.hasher.features(asked[places]))
    return vocabulary, course.learn(learned, told), unseen


def _numbered(mass: Mass, lesson: Lesson) -> Ints:
    """The lesson's label number of each row of the bulk, -1 for what is not trained on.

    Titles are rows of the bulk, too, and trained on whatever part is asked.
    """
    columns = [*lesson.topics, REJECTED][: lesson.columns]
    number = {name: position for position, name in enumerate(columns)}
    first = len(mass.bulk)
    for title in lesson.titles:
        mass.bulk.add(title)
    labels = np.full(len(mass.bulk), -1, np.intp)
    now = np.array([number.get(name, -1) for name in mass.names], np.intp)
    labels[mass.rows] = now[mass.labels]
    labels[first:] = lesson.title_labels
    return labels


@dataclass(frozen=True)
class _Course:
    """What all trainings on one mass share."""

    hasher: Hasher
    labels: Ints
    columns: int
    settings: Settings

    def learn(self, rows: Ints, told: Callable[[int], None]) -> Linear:
        """Weights from these rows."""
        features = self.hasher.columns
        given = self.settings.ngram_strength, self.settings.seed
        learner = Learner(self.labels, rows, self.columns, features, *given)
        for _ in range(passes(len(rows))):
            learner.go_through(self.hasher.features, told)
        return learner.learned()


class _Told:
    """Adds up how many messages were gone through, and says so."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def __call__(self, more: int) -> None:
        self._done = min(self._done + more, self._total - 1)
        self._progress("ngrams", self._done, self._total)
