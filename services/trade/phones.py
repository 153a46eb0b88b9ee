"""Phone numbers as people write them."""

import re

SHORTEST, LONGEST = 10, 15
ORNAMENT = re.compile(r"[\s().\-‐–—]")
NUMBER = re.compile(r"\+?\d+")


def phone_of(words: str) -> str | None:
    """A number with its country, such as +79161234567; None for what is no number.

    Ten digits, or eleven after an 8, are a Russian number.
    """
    said = ORNAMENT.sub("", words.strip())
    if len(said) > LONGEST + 1 or not NUMBER.fullmatch(said) or not said.isascii():
        return None
    digits = said.removeprefix("+")
    if not said.startswith("+"):
        if len(digits) == 11 and digits[0] == "8":
            digits = f"7{digits[1:]}"
        elif len(digits) == 10:
            digits = f"7{digits}"
    return f"+{digits}" if SHORTEST < len(digits) <= LONGEST else None
