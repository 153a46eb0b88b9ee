"""A product's words and a question's words: cut, numbered, measured, stemmed the same way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from insight.stems import stem

_WORD = re.compile(r"[a-zа-я]+|\d+(?:[.,]\d+)?|[\"″]")
_SPAN = re.compile(r"(?:от\s*)?(\d{1,4})\s*(?:-|–|—|до|to)\s*(\d{1,4})(?=\s*([a-zа-я\"″]+))")
_INCH = re.compile(r"''|”|“|дюйм\w*|\binch(?:es)?\b")
UNITS = {
    **dict.fromkeys(("лет", "год", "года", "годам", "годика", "years", "year", "yo"), "y"),
    **dict.fromkeys(("см", "сантиметров", "cm"), "cm"),
    **dict.fromkeys(("мм", "mm"), "mm"),
    **dict.fromkeys(("кг", "килограмм", "kg"), "kg"),
    **dict.fromkeys(("гр", "г", "грамм", "g"), "g"),
    **dict.fromkeys(("мл", "ml"), "ml"),
    **dict.fromkeys(("л", "литр", "литра", "литров", "l", "liter", "liters"), "l"),
    **dict.fromkeys(("м", "m", "метр", "метра", "метров"), "m"),
    **dict.fromkeys(('"', "″", "in"), "in"),
    **dict.fromkeys(("вт", "w", "ватт"), "w"),
    **dict.fromkeys(("шт", "штук", "pcs"), "pcs"),
}
WIDEST = 40
FOR_WHOM = ("для", "for")
_IDLE = """
а без бы был быть в вам вас во вот все вы где да для до есть еще же за и из или им к как какой
какие ко купить куплю ли лучше меня мне можно мы на надо нам нас нет но ну нужен нужна нужно
нужны о об от очень по под пожалуйста подскажите покажите при с сколько со стоит так там то
только у хочу хотел хотела цена чем что чтобы это я ищу интересует заказать a an and any are at
be buy by can cheap do does find for from have how i im in is it like looking me much my need of
on or please show some the there to want was we what which with you your
"""
IDLE = frozenset(_IDLE.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """One word of a question: as typed, as the index has it; `aside`: it only says for whom."""

    typed: str
    token: str
    aside: bool = False


def tokens(text: str) -> list[str]:
    """Stems, numbers and numbers with their unit (`8y`, `26in`), in order; spans of units whole.

    "от 6 до 9 лет" holds 6y, 7y, 8y and 9y. `text` in lower case, ё as е, or as it was typed.
    """
    text = _INCH.sub('"', text.lower().replace("ё", "е"))
    found = [token for _, token in _cut(text)]
    for low, high, unit in _SPAN.findall(text):
        found += _between(int(low), int(high), UNITS.get(unit))
    return found


def _cut(text: str) -> Iterator[tuple[str, str]]:
    number = ""
    for word in _WORD.findall(text):
        if word[0].isdigit():
            number = word.replace(",", ".")
            yield number, number
        elif number and word in UNITS:
            yield number, number + UNITS[word]
            number = ""
        else:
            number = ""
            if word not in '"″':
                yield word, stem(word)


def _between(low: int, high: int, unit: str | None) -> list[str]:
    if unit is None or not 0 < high - low <= WIDEST:
        return []
    return [f"{one}{unit}" for one in range(low, high + 1)]


def asked(text: str) -> list[Asked]:
    """A question's words worth looking for: a number and its unit are one; idle ones are left out.

    When all are idle they all count. What stands behind "для" says for whom, not what.
    """
    text = _INCH.sub('"', text.lower().replace("ё", "е"))
    chunks = [(chunk, chunk.strip("?!.,:;()")) for chunk in text.split()]
    kept = [chunk for chunk, bare in chunks if bare not in IDLE or bare in FOR_WHOM]
    aside, found = False, list[Asked]()
    for raw, token in _pairs(" ".join(kept)):
        if raw in FOR_WHOM:
            aside = bool(found)
        else:
            found.append(Asked(raw, token, aside))
    if found:
        return found
    return [Asked(raw, token, False) for raw, token in _pairs(text)]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """A question's words as typed and as the index has them; a bare number before its unit goes."""
    before: tuple[str, str] | None = None
    for pair in _cut(text):
        if before is not None and not (_is_measured(pair[1]) and before[0] == pair[0]):
            yield before
        before = pair
    if before is not None:
        yield before


def _is_measured(token: str) -> bool:
    return token[0].isdigit() and token[-1].isalpha()
