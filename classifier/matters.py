"""Finds the parts of a message that may be about different matters."""

import re

FEWEST_WORDS = 3
MOST_PARTS = 6
_BREAK = re.compile(
    r"[.!?;]+"
    r"|,? (?:и|а) (?:ещ[её]|также|заодно|кстати) |,? (?:заодно|кроме того|плюс) "
    r"|,? (?:and )?(?:also|by the way),? "
    r"|, (?:и|а|and) ",
    re.IGNORECASE,
)


def clauses(text: str) -> list[str]:
    """Sentences, and what "and also" joins; none of less than FEWEST_WORDS, at most MOST_PARTS.

    Empty where there is only one: then there is nothing to tell apart. Linear in the text.
    """
    flat = " ".join(text.replace("\n", " . ").split())
    parts = [part.strip() for part in _BREAK.split(flat)]
    long = [part for part in parts if len(part.split()) >= FEWEST_WORDS]
    return long[:MOST_PARTS] if len(long) > 1 else []
