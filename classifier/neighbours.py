"""The training messages nearest in meaning: they vote, they explain, they show what is strange."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from classifier.arrays import AnyArray, Floats, Ints

SIZE = 128
NEAREST = 3
AT_ONCE = 500
SHARPNESS = 20.0
_FLOOR = 1e-6
_SCALE = 127.0


@dataclass(frozen=True)
class Near:
    """For n messages: log votes (n, columns), closeness to messages in and out of scope (n, 2)."""

    votes: Floats
    closeness: Floats


@dataclass(frozen=True)
class Neighbours:
    """Projected unit vectors (messages, SIZE) as int8, their label numbers and texts.

    Label numbers from `topics` on are out of scope. `centre` (SIZE,) is where the training
    messages lie on average: cosines from there tell messages of one shop better apart.
    """

    projection: Floats
    centre: Floats
    vectors: AnyArray
    labels: AnyArray
    texts: tuple[str, ...]

    def similarities(self, embeddings: Floats) -> Floats:
        """Cosines to every training message, shape (len(embeddings), messages)."""
        result: Floats = project(embeddings, self.projection, self.centre) @ self._unpacked.T
        return result

    @cached_property
    def _unpacked(self) -> Floats:
        return unpack(self.vectors)

    def near(self, similarities: Floats, topics: int) -> Near:
        """What these cosines (n, messages) say: votes for each label, and closeness."""
        return near(similarities, self._numbers, int(self._numbers.max()) + 1, topics)

    @cached_property
    def _numbers(self) -> Ints:
        return self.labels.astype(np.intp)


def unpack(vectors: AnyArray) -> Floats:
    """Vectors of small integers as unit vectors."""
    return vectors.astype(np.float32) / _SCALE


def near(similarities: Floats, labels: Ints, columns: int, topics: int) -> Near:
    """Votes for `columns` labels, and closeness, from cosines (n, messages)."""
    inside = labels < topics
    if inside.all():
        close = [_mean_of_nearest(similarities), np.zeros(len(similarities), np.float32)]
    else:
        close = [_mean_of_nearest(similarities[:, part]) for part in (inside, ~inside)]
    return Near(votes(similarities, labels, columns), np.stack(close, axis=1))


def votes(similarities: Floats, labels: Ints, columns: int) -> Floats:
    """Logarithm of each label's share of exp(SHARPNESS * cosine), summed over the messages."""
    weights = np.exp(SHARPNESS * (similarities - similarities.max(axis=1, keepdims=True)))
    shares = np.array([np.bincount(labels, row, columns) for row in weights], np.float32)
    result: Floats = np.log(shares / shares.sum(axis=1, keepdims=True) + _FLOOR)
    return result


def _mean_of_nearest(similarities: Floats) -> Floats:
    many = similarities.shape[1]
    if not many:
        return np.zeros(len(similarities), np.float32)
    count = min(NEAREST, many)
    top: Floats = np.partition(similarities, many - count, axis=1)[:, many - count :]
    mean: Floats = top.mean(axis=1)
    return mean


def project(embeddings: Floats, projection: Floats, centre: Floats) -> Floats:
    """Unit vectors in the smaller space, seen from its centre."""
    small = embeddings @ projection - centre
    norms = np.linalg.norm(small, axis=1, keepdims=True)
    result: Floats = small / np.maximum(norms, 1e-6)
    return result


def learn_neighbours(embeddings: Floats, labels: Ints, texts: Sequence[str]) -> Neighbours:
    """Keep the directions in which the training embeddings vary most (principal axes)."""
    mean = embeddings.mean(axis=0)
    aside = embeddings - mean
    _, axes = np.linalg.eigh((aside.T @ aside).astype(np.float64))
    projection = axes[:, ::-1][:, :SIZE].astype(np.float32)
    centre: Floats = mean @ projection
    packed = np.rint(project(embeddings, projection, centre) * _SCALE).astype(np.int8)
    return Neighbours(projection, centre, packed, labels.astype(np.int16), tuple(texts))


def held_out_near(neighbours: Neighbours, folds: Ints, columns: int, topics: int) -> Near:
    """What the messages of the other folds, and the titles behind them, say of every message."""
    vectors, labels = unpack(neighbours.vectors), neighbours.labels.astype(np.intp)
    said = np.zeros((len(folds), columns), np.float32)
    close = np.zeros((len(folds), 2), np.float32)
    titles = np.ones(len(labels) - len(folds), bool)
    for fold in np.unique(folds):
        tested, known = folds == fold, np.concatenate([folds != fold, titles])
        if known.any():
            others, of_others = vectors[known], labels[known]
            for rows in _at_once(np.flatnonzero(tested)):
                part = near(vectors[rows] @ others.T, of_others, columns, topics)
                said[rows], close[rows] = part.votes, part.closeness
    return Near(said, close)


def _at_once(rows: Ints) -> Iterator[Ints]:
    """Some rows at a time: all cosines of a fold would take a gigabyte."""
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
