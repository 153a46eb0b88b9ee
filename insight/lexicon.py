"""What a typed word may stand for: the same word, a form, a synonym, its beginning, a misprint."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from insight.postings import Postings
from insight.words import IDLE, UNITS, Asked, asked, tokens

EXACT, SAME, BEGUN, LONGER, UNMEASURED = 1.0, 0.9, 0.75, 0.6, 0.5
ELSE = 0.9
PER_ERROR, AT_LEAST = 0.2, 0.1
LIKELY = 6
BEGINNINGS = 40
LEAST_BEGUN = 2
MORE, LEAST_KNOWN = 4, 5
SYNONYMS = (
    ("велик", "велосипед", "байк", "bicycle", "bike"),
    ("каска", "шлем"),
    ("ребенок", "детский", "kid", "child"),
    ("мобильник", "телефон", "смартфон"),
    ("ноут", "ноутбук"),
    ("покрышка", "шина"),
    ("фонарик", "фонарь"),
    ("tyre", "tire"),
)

Choice = tuple[int, float]


class Lexicon:
    """The words of an index, asked by what people type."""

    def __init__(self, postings: Postings, synonyms: Iterable[Sequence[str]] = ()) -> None:
        self._in = postings
        self._alike = _alike((*SYNONYMS, *synonyms))

    def reading(self, readings: Sequence[str]) -> str:
        """The reading of one word that the index knows best, as typed if it knows none."""
        best, best_sure = readings[0], 0.0
        for reading in readings:
            sure = self._sure(reading) * (1.0 if reading == readings[0] else ELSE)
            if sure > best_sure:
                best, best_sure = reading, sure
        return best

    def _sure(self, reading: str) -> float:
        bare = reading.strip("?!.,:;()")
        if bare in IDLE or bare in UNITS:
            return EXACT
        meant = (self.meant(word) for word in asked(reading))
        return min((found[0][1] if found else 0.0 for found in meant), default=0.0)

    def meant(self, word: Asked) -> list[Choice]:
        """Words of the index by number, with how surely each is meant, the surest first."""
        for guesses in (self._same(word), self._parts(word), self._misprinted(word)):
            found: dict[int, float] = {}
            for token, sure in guesses:
                number = self._in.number.get(token)
                if number is not None:
                    found[number] = max(sure, found.get(number, 0.0))
            if found:
                return sorted(found.items(), key=lambda one: -one[1])
        return []

    def _same(self, word: Asked) -> Iterator[tuple[str, float]]:
        for token in (word.token, *_spelled(word.token)):
            yield token, EXACT
            for other in self._alike.get(token, ()):
                yield other, SAME
        if word.token[0].isdigit():
            yield word.typed, UNMEASURED

    def _parts(self, word: Asked) -> Iterator[tuple[str, float]]:
        """Words that begin with it, and words that it begins with."""
        for begun in (*self._begun(word.typed), *self._begun(word.token)):
            yield begun, BEGUN
        for end in range(1, MORE + 1):
            if len(word.token) - end >= LEAST_KNOWN:
                yield word.token[:-end], LONGER

    def _begun(self, word: str) -> list[str]:
        if len(word) < LEAST_BEGUN or word[0].isdigit():
            return []
        ordered = self._in.ordered
        at = bisect_left(ordered, word)
        near = ordered[at : at + BEGINNINGS]
        return [one for one in near if one.startswith(word)]

    def _misprinted(self, word: Asked) -> Iterator[tuple[str, float]]:
        for token, errors in self._in.misprints.near(word.token)[:LIKELY]:
            yield token, EXACT - AT_LEAST - PER_ERROR * errors


def _spelled(token: str) -> tuple[str, ...]:
    """Written in Latin, ц and тс look the same."""
    return (token.replace("ц", "тс"),) if "ц" in token else ()


def _alike(groups: Iterable[Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        stems = {one for word in group for one in tokens(word)[:1]}
        for one in stems:
            found.setdefault(one, set()).update(stems - {one})
    return {one: tuple(sorted(others)) for one, others in found.items()}
