"""Trains both branches and calibrates them on scores of messages they had not seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import numpy as np
from scipy.sparse import csr_matrix

from classifier.arrays import Floats, Ints, log_softmax
from classifier.counting import learn_vocabulary, matrix
from classifier.discriminant import fit_discriminant
from classifier.lesson import Lesson, Settings
from classifier.linear import Linear
from classifier.mass import Mass
from classifier.mass_fitting import learn_mass
from classifier.neighbours import Near, held_out_near, learn_neighbours
from classifier.ngrams import Weighing
from classifier.out_of_fold import Learn, predict_unseen, stacked
from classifier.progress import Progress, silent
from classifier.scope import branch_signals
from classifier.scorer import EncoderBranch, Scorer, Scores, both_signals, branches
from classifier.solving import fit_linear, fit_scope
from classifier.threads import one_thread
from classifier.vote import fit_weights

DEFAULT_VOTE = (1.0, 1.0, 0.5)
MANY = 3000  # of so many messages one fold tells which C is best


@dataclass(frozen=True)
class Fitted:
    """A scorer, and what it says of its training messages when it has not seen them.

    `both` is the encoder's and the n-grams' joint word; None without an encoder.
    """

    scorer: Scorer
    alone: Scores
    both: Scores | None = None


def fit(
    lesson: Lesson,
    embeddings: Floats | None,
    settings: Settings,
    progress: Progress = silent,
    meanings: Floats | None = None,
    mass: Mass | None = None,
) -> Fitted:
    """Train on the lesson and, with an encoder, on embeddings (messages, dimensions).

    `meanings` (titles, dimensions) are the embeddings of the lesson's titles. With a `mass`, the
    lesson is its sample, and the n-grams learn from all of it.
    """
    with one_thread():
        fitted, unseen = _fit_ngrams(lesson, settings, progress, mass)
        if embeddings is None:
            return fitted
        titles = embeddings[:0] if meanings is None else meanings
        branch = _Encoded(lesson, embeddings, titles, settings, progress)
        return branch.added_to(fitted, unseen)


def _fit_ngrams(
    lesson: Lesson, settings: Settings, progress: Progress, mass: Mass | None
) -> tuple[Fitted, Floats]:
    count = len(lesson.topics)
    learn = _by_all if mass is None else partial(learn_mass, mass)
    vocabulary, linear, unseen = learn(lesson, settings, progress)
    progress("ngrams", 1, 1)
    known = log_softmax(unseen[lesson.inside, :count])
    alone = float(fit_weights([known], lesson.labels[lesson.inside], [1.0])[0])
    scope = fit_scope(branch_signals(unseen, count), lesson.inside)
    scorer = Scorer(lesson.topics, vocabulary, linear, alone, scope)
    return Fitted(scorer, scorer.by_ngrams(unseen)), unseen


def _by_all(
    lesson: Lesson, settings: Settings, progress: Progress
) -> tuple[Weighing, Linear, Floats]:
    """N-grams and their regression, and the scores of messages by regressions on the others."""
    vocabulary = learn_vocabulary([*lesson.readings, *lesson.titles], settings.largest_vocabulary)
    features, titles = matrix(vocabulary, lesson.readings), matrix(vocabulary, lesson.titles)

    def told(done: int, total: int) -> None:
        progress("ngrams", done, total + 1)

    def learn(known: Floats | csr_matrix, labels: Ints) -> Linear:
        return fit_linear(known, labels, lesson.columns, settings.ngram_strength, settings.seed)

    unseen = predict_unseen(features, titles, lesson, learn, told)
    labels = np.concatenate([lesson.labels, lesson.title_labels])
    return vocabulary, learn(stacked(features, titles), labels), unseen


@dataclass(frozen=True)
class _Encoded:
    """The encoder's branch in training."""

    lesson: Lesson
    embeddings: Floats
    titles: Floats
    settings: Settings
    progress: Progress

    def added_to(self, fitted: Fitted, ngrams: Floats) -> Fitted:
        """Both branches, their vote and their judge of scope."""
        lesson, count = self.lesson, len(self.lesson.topics)
        vectors = np.concatenate([self.embeddings, self.titles])
        labels = np.concatenate([lesson.labels, lesson.title_labels])
        neighbours = learn_neighbours(vectors, labels, [*lesson.readings, *lesson.titles])
        said = held_out_near(neighbours, lesson.folds, lesson.columns, count)
        best = self._best(ngrams, said)
        linear = self._learn(best.strength, best.mixed)(vectors, labels)
        self.progress("encoder", 1, 1)
        scorer = replace(
            fitted.scorer,
            encoder=EncoderBranch(linear, neighbours),
            vote=best.vote,
            scope_both=fit_scope(both_signals(ngrams, best.unseen, said, count), lesson.inside),
        )
        chances, in_scope = scorer.judge(ngrams, best.unseen, said)
        return Fitted(scorer, fitted.alone, Scores(chances, in_scope, [-1] * len(ngrams)))

    def _learn(self, strength: float, mixed: bool) -> Learn:
        columns, seed = self.lesson.columns, self.settings.seed

        def learn(known: Floats, labels: Ints) -> Linear:
            linear = fit_linear(known, labels, columns, strength, seed)
            return linear + fit_discriminant(known, labels, columns) if mixed else linear

        return learn

    def _best(self, ngrams: Floats, said: Near) -> "_Tried":
        """The C with which the vote finds the unseen messages' labels likeliest.

        Of few messages it is tried with a discriminant beside the regression, too.
        """
        folds = np.unique(self.lesson.folds).tolist()
        few = len(self.lesson.labels) <= MANY
        ways = list(product(self.settings.encoder_strengths, (False, True) if few else (False,)))
        tried = []
        for step, (strength, mixed) in enumerate(ways):
            self.progress("encoder", step, len(ways) + 2)
            part = folds if few else folds[:1]
            tried.append(self._try(strength, mixed, ngrams, said, part))
        best = min(tried, key=lambda one: one.surprise)
        self.progress("encoder", len(ways), len(ways) + 2)
        return best if few else self._try(best.strength, best.mixed, ngrams, said, folds)

    def _try(
        self, strength: float, mixed: bool, ngrams: Floats, said: Near, folds: Sequence[int]
    ) -> "_Tried":
        lesson, learn = self.lesson, self._learn(strength, mixed)
        inside = lesson.inside & np.isin(lesson.folds, folds)
        unseen = predict_unseen(self.embeddings, self.titles, lesson, learn, parts=folds)
        voters = [logs[inside] for logs in branches(ngrams, unseen, said, len(lesson.topics))]
        labels = lesson.labels[inside]
        vote = fit_weights(voters, labels, DEFAULT_VOTE)
        joint = log_softmax(np.tensordot(vote, np.stack(voters), 1))
        surprise = -float(joint[np.arange(len(labels)), labels].mean())
        return _Tried(strength, mixed, surprise, tuple(vote.tolist()), unseen)


@dataclass(frozen=True)
class _Tried:
    """What one C, with or without the discriminant, gave.

    Mean surprise at the true labels in nats, the vote, the unseen scores.
    """

    strength: float
    mixed: bool
    surprise: float
    vote: tuple[float, ...]
    unseen: Floats
