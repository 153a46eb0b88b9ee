"""Finds what was meant: as typed, on the other keyboard layout (ghbdtn), or in Latin (privet)."""

import hashlib
import re

from classifier.letters import UNSEEN_BITS, strangeness
from classifier.normalise import clean, normalise

FAMILIAR_BITS = 12.5
MARGIN_BITS = 1.2

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + '{}:"<>~'
_CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюе" + "хъжэбюе"
_TO_CYRILLIC = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)
_TO_LATIN = str.maketrans(_CYRILLIC_KEYS[:32], _LATIN_KEYS[:32])

_SOUNDS = {
    **{"shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш"},
    **{"yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "ia": "ия", "yo": "е", "jo": "е", "ye": "е"},
    **{"ay": "ай", "ey": "ей", "iy": "ий", "oy": "ой", "uy": "уй", "yy": "ый", "yj": "ый"},
    **dict(zip("abvgdezijklmnoprstufhcy'", "абвгдезийклмнопрстуфхцыь", strict=True)),
    **{"x": "х", "w": "в", "q": "к", "4": "ч", "6": "ш"},
}
_SOUND = re.compile(
    "shch|sch|[zksc]h|ts|[yj][uao]|ye|ia|[aeiouy]y(?![aou])|yj|[a-z']|(?<=[a-z])[46]"
)
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[а-я]")
_WORD = re.compile("[a-z]+|[а-я]+")
_LAST_KEY = re.compile("[,.]$")


def read(text: str) -> str:
    """The normalised text in its likeliest reading; linear time, at most MAX_CHARS characters."""
    typed = normalise(clean(text))
    words = _WORD.findall(typed)
    cost = _cost(words)
    if cost <= FAMILIAR_BITS or not words:
        return typed
    best, best_cost = typed, cost - MARGIN_BITS
    for reading in _others(typed):
        cost = _cost(_WORD.findall(reading))
        if cost < best_cost:
            best, best_cost = reading, cost
    return best


def readings(text: str) -> list[str]:
    """As typed, then the same words on the other layout and in the other alphabet.

    Words stay where they are: the n-th word of one reading is the n-th of another.
    """
    typed = normalise(clean(text))
    if _CYRILLIC.search(typed) and _LATIN.search(typed):
        words = [[word, *_others(word)] for word in typed.split(" ")]
        most = max(map(len, words))
        return [" ".join(one[min(at, len(one) - 1)] for one in words) for at in range(most)]
    return [typed, *_others(typed)]


def _others(typed: str) -> list[str]:
    latin, cyrillic = len(_LATIN.findall(typed)), len(_CYRILLIC.findall(typed))
    if cyrillic > latin:
        return [] if latin else [typed.translate(_TO_LATIN)]
    if cyrillic:
        return []
    return [to_cyrillic_layout(typed), transliterate(typed)]


def _cost(words: list[str]) -> float:
    """Mean bits a trigram, each word by the table of its own alphabet."""
    russian = [word for word in words if word[0] >= "а"]
    english = [word for word in words if word[0] < "а"]
    sizes = sum(map(len, russian)), sum(map(len, english))
    if not sum(sizes):
        return UNSEEN_BITS
    return (strangeness(russian, "ru") * sizes[0] + strangeness(english, "en") * sizes[1]) / sum(
        sizes
    )


def to_cyrillic_layout(text: str) -> str:
    """Keys as they lie on a Russian keyboard; a last comma or stop stays if it reads better."""
    return " ".join(map(_cyrillic_keys, text.split(" ")))


def _cyrillic_keys(token: str) -> str:
    whole = token.translate(_TO_CYRILLIC)
    if len(token) < 2 or not _LAST_KEY.search(token):
        return whole
    cut = whole[:-1]
    return whole if strangeness([whole], "ru") < strangeness([cut], "ru") else cut + token[-1]


def transliterate(text: str) -> str:
    """Russian written in Latin letters, by the spellings people use, to Cyrillic."""
    return _SOUND.sub(lambda match: _SOUNDS.get(match[0], match[0]), text)


def checksum(reading: str) -> int:
    """A number of 64 bits that depends on the reading alone."""
    digest = hashlib.blake2b(reading.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
