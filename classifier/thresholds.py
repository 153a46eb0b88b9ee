"""Chooses the thresholds on verdicts about messages the model had not seen."""

import numpy as np

from classifier.arrays import AnyArray, Floats, Ints
from classifier.decision import (
    GAP,
    LOST_IN_TRIAGE,
    RIGHT_WHEN_ROUTED,
    RIGHT_WHEN_SURE,
    STRANGERS,
    Thresholds,
    by_queue,
    leading,
    lowest,
)
from classifier.fitting import Fitted
from classifier.lesson import Lesson
from classifier.scorer import certainty


def choose(fitted: Fitted, lesson: Lesson, queues: Ints) -> Thresholds:
    """For RIGHT_WHEN_ROUTED of the routed messages in the right queue, strangers' ones included."""
    sure = _sure(fitted, lesson)
    chances, in_scope = served(fitted, sure)
    scope = _scope(in_scope, lesson.inside)
    kept = in_scope >= scope
    top, weights = leading(chances, queues), _weights(lesson.inside)[kept]
    right = lesson.inside & (queues[top] == queues[np.minimum(lesson.labels, len(queues) - 1)])
    mass = by_queue(chances, queues)[np.arange(len(top)), queues[top]]
    topic = lowest(chances[np.arange(len(top)), top][kept], right[kept], weights, RIGHT_WHEN_ROUTED)
    queue = lowest(mass[kept], right[kept], weights, RIGHT_WHEN_ROUTED)
    return Thresholds(topic, queue, GAP, scope, sure)


def served(fitted: Fitted, sure: float) -> tuple[Floats, Floats]:
    """Topic probabilities and in_scope as served: the n-grams alone where they are sure."""
    if fitted.both is None:
        return fitted.alone.topics, fitted.alone.in_scope
    alone = certainty(fitted.alone) >= sure
    chances = np.where(alone[:, None], fitted.alone.topics, fitted.both.topics)
    return chances, np.where(alone, fitted.alone.in_scope, fitted.both.in_scope)


def _sure(fitted: Fitted, lesson: Lesson) -> float:
    if fitted.both is None:
        return 0.0
    right = lesson.inside & (fitted.alone.topics.argmax(axis=1) == lesson.labels)
    return lowest(certainty(fitted.alone), right, _weights(lesson.inside), RIGHT_WHEN_SURE)


def _weights(inside: AnyArray) -> Floats:
    """A corpus rich in messages out of scope makes nobody more cautious than STRANGERS asks for."""
    strangers = STRANGERS / (1 - STRANGERS) * inside.sum() / max(1, (~inside).sum())
    weights: Floats = np.where(inside, 1.0, min(1.0, strangers))
    return weights


def _scope(in_scope: Floats, inside: AnyArray) -> float:
    """The value with the best balance of both errors, losing at most LOST_IN_TRIAGE of the shop."""
    limit = float(np.quantile(in_scope[inside], LOST_IN_TRIAGE))
    if inside.all():
        return limit
    values = np.unique(in_scope[in_scope <= limit])
    if not len(values):
        return limit
    caught = [(in_scope[~inside] < v).mean() - (in_scope[inside] < v).mean() for v in values]
    return float(values[int(np.argmax(caught))])
