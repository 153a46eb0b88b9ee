"""`python -m benchmarks.word_forms`: how many pairs of forms of one word get one stem."""

from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import combinations

from benchmarks.goods import DATA
from insight.stems import stem

Stem = Callable[[str], str]


def main() -> None:
    """Ours, and Snowball's where `snowballstemmer` is installed."""
    for name, groups in zip(("looked at", "never tuned on"), read_forms(), strict=True):
        print(f"{name}, {len(groups)} words: ours {_told(groups, stem)}")
        try:
            snowball = _snowball()
        except ImportError:
            continue
        print(f"{name}: Snowball {_told(groups, snowball)}")


def read_forms() -> list[list[list[str]]]:
    """The two lists: of each word its forms."""
    found: list[list[list[str]]] = []
    for line in (DATA / "word_forms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            found.append([])
        else:
            found[-1].append(line.split())
    return found


def united(groups: Sequence[Sequence[str]], by: Stem) -> tuple[int, int, int]:
    """Pairs of forms with one stem, all pairs, and words that share a stem with another word."""
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    same = sum(by(one) == by(other) for one, other in pairs)
    owners: dict[str, set[str]] = {}
    for group in groups:
        for form in group:
            owners.setdefault(by(form), set()).add(group[0])
    return same, len(pairs), sum(len(words) > 1 for words in owners.values())


def _told(groups: Sequence[Sequence[str]], by: Stem) -> str:
    same, pairs, wrong = united(groups, by)
    return f"{same} of {pairs} pairs, {wrong} stems of different words"


def _snowball() -> Stem:
    library = import_module("snowballstemmer")
    by_alphabet = library.stemmer("english"), library.stemmer("russian")
    return lambda word: str(by_alphabet[word[0] >= "а"].stemWord(word))


if __name__ == "__main__":
    main()
