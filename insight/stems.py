"""Word forms brought to one stem, in Russian and English: endings only, never meaning."""

import re
from functools import lru_cache

REMEMBERED = 200_000
LEAST = 3
AGAIN = 4

_RUSSIAN = re.compile(
    "(?:ыми|ими|его|ого|ему|ому|ами|ями|иям|иях|ией|ьями|ьях|ьям|ьев|ьем|ая|яя|ое|ее|ые|ие|ый|ий|"
    "ой|ей|ую|юю|ых|их|ым|им|ом|ем|ах|ях|ов|ев|ам|ям|ою|ею|ия|ию|ии|ья|ье|ью|ьи|"
    "[аяоеиыуюьй])$"
)
_FLEETING = re.compile("(?<=[бвгджзйклмнпрстфхцчшщ])[ое]([клнрц])$")  # седел: седл, сумок: сумк
_VOWEL_BEFORE = re.compile("(?<=[аеиоуыэюя])е(к)$")  # стоек: сток, as стойка
_SOFT = re.compile("[ьй](?=[кц]$)")  # стойка: сток, кольцо: колц
_IRREGULAR = {
    **{"children": "child", "men": "man", "women": "woman", "feet": "foot", "people": "person"},
    **{"дети": "дет", "детей": "дет", "детям": "дет", "людей": "люд"},
}
_ENGLISH = (
    (re.compile("(?<=[a-z]{2})ies$"), "y"),
    (re.compile("(?<=[a-z])(ss|ch|sh|x|z)es$"), r"\1"),
    (re.compile("(?<=[a-z]{2}[^su])s$"), ""),
    (re.compile("(?<=[a-z]{4})(?:ing|ed)$"), ""),
    (re.compile("(?<=[a-z]{2})e$"), ""),
)


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """What the forms of a word have in common; `word` is in lower case, ё as е."""
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) <= LEAST:
        return word
    if "а" <= word[0] <= "я":
        return _russian(word)
    return _english(word) if "a" <= word[0] <= "z" else word


def _russian(word: str) -> str:
    """Twice, so that what looks like an ending in one form is cut in all (альбом, альбомы)."""
    found = _cut(_cut(word, LEAST), AGAIN)
    if len(found) <= LEAST:
        return found
    found = _SOFT.sub("", _VOWEL_BEFORE.sub(r"\1", found))
    return _FLEETING.sub(r"\1", found)


def _cut(word: str, least: int) -> str:
    found = _RUSSIAN.search(word)
    while found is not None and found.start() < least:
        found = _RUSSIAN.search(word, found.start() + 1)
    return word[: found.start()] if found else word


def _english(word: str) -> str:
    for ending, instead in _ENGLISH:
        word = ending.sub(instead, word)
    return word
