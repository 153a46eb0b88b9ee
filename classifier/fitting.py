"""Trains both branches and calibrates them on scores of messages they had not seen."""

from dataclasses import dataclass, replace

from classifier.arrays import Floats, log_softmax
from classifier.counting import learn_vocabulary, matrix
from classifier.lesson import Lesson, Settings
from classifier.neighbours import held_out_near, learn_neighbours
from classifier.out_of_fold import predict_unseen
from classifier.progress import Progress, silent
from classifier.scope import branch_signals
from classifier.scorer import EncoderBranch, Scorer, Scores, both_signals, branches
from classifier.solving import fit_linear, fit_scope
from classifier.threads import one_thread
from classifier.vote import fit_weights

DEFAULT_VOTE = (1.0, 1.0, 0.5)


@dataclass(frozen=True)
class Fitted:
    """A scorer, and what it says of its training messages when it has not seen them.

    `both` is the encoder's and the n-grams' joint word; None without an encoder.
    """

    scorer: Scorer
    alone: Scores
    both: Scores | None = None


def fit(
    lesson: Lesson, embeddings: Floats | None, settings: Settings, progress: Progress = silent
) -> Fitted:
    """Train on the lesson and, with an encoder, on embeddings (messages, dimensions)."""
    with one_thread():
        fitted, unseen = _fit_ngrams(lesson, settings, progress)
        if embeddings is None:
            return fitted
        return _add_encoder(fitted, unseen, lesson, embeddings, settings, progress)


def _fit_ngrams(lesson: Lesson, settings: Settings, progress: Progress) -> tuple[Fitted, Floats]:
    vocabulary = learn_vocabulary(lesson.readings, settings.largest_vocabulary)
    features = matrix(vocabulary, lesson.readings)
    strength, seed, count = settings.ngram_strength, settings.seed, len(lesson.topics)
    unseen = predict_unseen(
        features, lesson, strength, seed, lambda done, total: progress("ngrams", done, total + 1)
    )
    linear = fit_linear(features, lesson.labels, lesson.columns, strength, seed)
    progress("ngrams", 1, 1)
    known = log_softmax(unseen[lesson.inside, :count])
    alone = float(fit_weights([known], lesson.labels[lesson.inside], [1.0])[0])
    scope = fit_scope(branch_signals(unseen, count), lesson.inside)
    scorer = Scorer(lesson.topics, vocabulary, linear, alone, scope)
    return Fitted(scorer, scorer.by_ngrams(unseen)), unseen


def _add_encoder(
    fitted: Fitted,
    ngrams: Floats,
    lesson: Lesson,
    embeddings: Floats,
    settings: Settings,
    progress: Progress,
) -> Fitted:
    count = len(lesson.topics)
    neighbours = learn_neighbours(embeddings, lesson.labels, lesson.readings)
    strength, unseen = _best_strength(embeddings, lesson, settings, progress)
    linear = fit_linear(embeddings, lesson.labels, lesson.columns, strength, settings.seed)
    said = held_out_near(neighbours, lesson.folds, lesson.columns, count)
    progress("encoder", 1, 1)
    inside = lesson.inside
    voters = [logs[inside] for logs in branches(ngrams, unseen, said, count)]
    scorer = replace(
        fitted.scorer,
        encoder=EncoderBranch(linear, neighbours),
        vote=tuple(fit_weights(voters, lesson.labels[inside], DEFAULT_VOTE).tolist()),
        scope_both=fit_scope(both_signals(ngrams, unseen, said, count), inside),
    )
    chances, in_scope = scorer.judge(ngrams, unseen, said)
    return Fitted(scorer, fitted.alone, Scores(chances, in_scope, [-1] * len(ngrams)))


def _best_strength(
    embeddings: Floats, lesson: Lesson, settings: Settings, progress: Progress
) -> tuple[float, Floats]:
    """The C that answers most unseen messages rightly, and its scores; the first of equals."""
    steps = len(settings.encoder_strengths)
    tried: list[tuple[float, float, Floats]] = []
    for step, strength in enumerate(settings.encoder_strengths):
        progress("encoder", step, steps + 1)
        scores = predict_unseen(embeddings, lesson, strength, settings.seed)
        right = scores[:, : len(lesson.topics)].argmax(axis=1) == lesson.labels
        tried.append((float(right.mean()), strength, scores))
    _, strength, scores = max(tried, key=lambda one: one[0])
    return strength, scores
