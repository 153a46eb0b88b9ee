"""Brings a message to the form the classifier reads: clean, lower case, bounded in length."""

import re
import unicodedata

MAX_CHARS = 2000

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")
_REPEATED_MARK = re.compile(r"([^\w\s])\1+")
_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}")


def clean(text: str) -> str:
    """Cut to MAX_CHARS and drop what no person typed: NUL, lone surrogates, invisible marks."""
    text = _SURROGATE.sub(" ", text[:MAX_CHARS])
    text = unicodedata.normalize("NFKC", text)[:MAX_CHARS]
    return " ".join(_CONTROL.sub("", text.replace("\x00", " ")).split())


def normalise(text: str) -> str:
    """A cleaned text in lower case, ё as е, "ооочень" as "очень", "!!!" as "!", links as a word."""
    text = _LINK.sub("ссылка", text.lower()).replace("ё", "е")
    return _REPEATED_MARK.sub(r"\1", _ELONGATED.sub(r"\1", text))
