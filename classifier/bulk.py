"""Very many messages in little memory: each a row of word numbers, some sixty bytes long."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from classifier.arrays import AnyArray, Ints
from classifier.ngrams import tokens

MOST_WORDS = 500_000
UNKNOWN = -1


class Bulk:
    """Takes readings one by one; of words that it meets first after MOST_WORDS others, none."""

    def __init__(self, most_words: int = MOST_WORDS) -> None:
        self.words: dict[str, int] = {}
        self._most = most_words
        self._numbers = array("i")
        self._ends = array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, reading: str) -> None:
        """One more message, the last of the rows."""
        words = self.words
        for word in tokens(reading):
            number = words.get(word, UNKNOWN)
            if number == UNKNOWN and len(words) < self._most:
                number = words[word] = len(words)
            self._numbers.append(number)
        self._ends.append(len(self._numbers))

    def rows(self, chosen: Ints) -> "Rows":
        """The words of some messages, in the order asked for."""
        ends = np.frombuffer(self._ends, np.int64)
        numbers = np.frombuffer(self._numbers, np.int32)
        starts, sizes = ends[chosen], ends[chosen + 1] - ends[chosen]
        borders = np.concatenate([[0], np.cumsum(sizes)])
        places = np.repeat(starts - borders[:-1], sizes) + np.arange(borders[-1])
        return Rows(numbers[places] if len(numbers) else numbers, borders)


@dataclass(frozen=True)
class Rows:
    """Word numbers of several messages; message i has those from borders[i] to borders[i + 1]."""

    numbers: AnyArray
    borders: Ints

    def __len__(self) -> int:
        return len(self.borders) - 1

    @property
    def owners(self) -> Ints:
        """Which message each word stands in."""
        return np.repeat(np.arange(len(self)), np.diff(self.borders))

    def counted(self, words: int) -> csr_matrix:
        """How often each of the `words` stands in each message."""
        known = self.numbers != UNKNOWN
        return one_for_each(self.owners[known], self.numbers[known], (len(self), words))


def one_for_each(rows: AnyArray, columns: AnyArray, shape: Sequence[int]) -> csr_matrix:
    """A matrix of counts: one for each pair of row and column, which may come again."""
    ones = np.ones(len(rows), np.float32)
    return csr_matrix((ones, (rows, columns)), shape=tuple(shape))
