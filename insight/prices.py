"""Words about the price in a question: "до 20 000", "дешевле 5 тысяч", "under 200"."""

import re
from dataclasses import dataclass

LEAST_ALONE = 100
_NUMBER = r"(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,9})\s*(тыс\w*\.?|т\.?р\.?|к|k)?\b"
_MONEY = r"\s*(руб\w*\.?|р\.?(?!\w)|₽|rub\w*|\$|€)?"
_NOT = r"(?!\s*(?:лет|год|см|мм|кг|г\b|м\b|л\b|дюйм|years|cm|mm|kg|\"|x|х|\d))"
_BELOW = re.compile(
    r"(?<!\w)(?:не\s+дороже|не\s+больше|не\s+более|дешевле|до|в\s+пределах|under|below|up\s+to|"
    r"cheaper\s+than|less\s+than)\s+[$€]?" + _NUMBER + _MONEY + _NOT
)
_ABOVE = re.compile(
    r"(?<!\w)(?:не\s+дешевле|дороже|от|over|above|more\s+than|from)\s+[$€]?"
    + _NUMBER
    + _MONEY
    + _NOT
)


@dataclass(frozen=True, slots=True)
class Prices:
    """Bounds in minor units, both included; None is no bound."""

    least: int | None = None
    most: int | None = None


ANY_PRICE = Prices()


def price_words(text: str, digits: int = 2) -> tuple[str, Prices]:
    """The question without its words about the price, and what they say.

    A number below a hundred without a word for money or thousands is no price.
    `digits`: how many digits a currency's minor unit has.
    """
    text, most = _taken(_BELOW, text, digits)
    text, least = _taken(_ABOVE, text, digits)
    return text, Prices(least, most)


def _taken(words: re.Pattern[str], text: str, digits: int) -> tuple[str, int | None]:
    found = words.search(text.lower())
    if found is None:
        return text, None
    number, thousands, money = found.groups()
    amount = int(re.sub(r"\D", "", number)) * (1000 if thousands else 1)
    if amount < LEAST_ALONE and not money and "$" not in found[0] and "€" not in found[0]:
        return text, None
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), amount * 10**digits
