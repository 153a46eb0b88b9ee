"""Parts of the training messages that are predicted by a model that never saw them."""

from collections.abc import Sequence

import numpy as np

from classifier.arrays import Ints

FOLDS = 4


def split(labels: Ints, groups: Sequence[str] | None, seed: int) -> Ints:
    """A fold number for each message.

    Whole groups (voices, the people who wrote the messages) go into one fold where there are at
    least FOLDS of them, so that every prediction is about a stranger's words; messages with an
    empty group, or all of them otherwise, are dealt out evenly within each label.
    """
    random = np.random.default_rng(seed)
    names = np.array(groups if groups is not None else [""] * len(labels))
    result = _dealt(labels, random)
    voices, sizes = np.unique(names[names != ""], return_counts=True)
    if len(voices) < FOLDS:
        return result
    filled = np.zeros(FOLDS, np.intp)
    for number in np.argsort(-sizes, kind="stable"):
        fold = int(filled.argmin())
        result[names == voices[number]] = fold
        filled[fold] += sizes[number]
    return result


def _dealt(labels: Ints, random: np.random.Generator) -> Ints:
    order = random.permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]
    result = np.empty(len(labels), np.intp)
    result[order] = np.arange(len(labels)) % FOLDS
    return result
