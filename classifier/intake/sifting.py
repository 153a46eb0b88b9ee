"""Messages without topics: which of them could be asked about. Linear time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from classifier.intake.survey import Read

FEWEST_WORDS = 2


@dataclass(slots=True)
class Sifted:
    """`kept` can be asked about; `left` counts the others.

    Its reasons: away (a source that is not wanted), short (of one word, or none), known (said or
    asked before), repeats (the same, or the same words, earlier in the file).
    """

    kept: list[Read] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


def sift(rows: Iterable[Read], away: frozenset[str], known: frozenset[str]) -> Sifted:
    """Sort the rows of a file; `known` holds readings and words of what was said or asked."""
    found, taken = Sifted(), set[str]()
    for one in rows:
        why = _why_not(one, away, known, taken)
        if why is None:
            taken |= {one.reading, one.words}
            found.kept.append(one)
        else:
            found.left[why] += 1
    return found


def _why_not(one: Read, away: frozenset[str], known: frozenset[str], taken: set[str]) -> str | None:
    if one.row.label in away:
        return "away"
    if len(_told(one)) < FEWEST_WORDS:
        return "short"
    if one.reading in known or one.words in known:
        return "known"
    return "repeats" if one.reading in taken or one.words in taken else None


def _told(one: Read) -> Sequence[str]:
    return [word for word in one.words.split() if len(word) > 1 and word.isalpha()]
