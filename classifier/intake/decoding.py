"""From bytes to text: what is no text is refused by its content, the encoding is guessed."""

import codecs
from io import BytesIO
from typing import BinaryIO

from classifier.intake.table import MAX_BYTES, IntakeRefused

ARCHIVES = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c"),
    *(b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00", b"(\xb5/\xfd", b"\xd0\xcf\x11\xe0"),
)
PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"OggS", b"RIFF")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOKED_AT = 4000
BLOCK = 2**20
MOSTLY_WHOLE = 20
WIDE = 0.3
CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}


def decoded(content: bytes, most: int = MAX_BYTES) -> str:
    """The text of a file: UTF-8 or UTF-16 with or without a mark, else Windows-1251.

    A few broken characters of UTF-8 become U+FFFD and the others stay what they are.
    Nothing is ever unpacked. Raises IntakeRefused: empty, big, archive, binary.
    """
    if len(content) > most:
        raise IntakeRefused("big")
    _refuse_what_is_no_text(content)
    text = _text(content)
    if not text.strip():
        raise IntakeRefused("empty")
    return text


def encoding_of(file: BinaryIO) -> str:
    """The same guess about a file that is too large to hold, a block at a time.

    Python's name of an encoding that leaves out a mark. Raises IntakeRefused as `decoded` does.
    """
    start = file.read(LOOKED_AT)
    _refuse_what_is_no_text(start)
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else "utf-16"
    wide = _wide(start)
    if wide:
        return wide
    file.seek(0)
    if _is_unicode(file):
        return "utf-8"
    _windows(start)
    return "cp1251"


def _is_unicode(file: BinaryIO) -> bool:
    """UTF-8, even if a few characters of it are broken: of other encodings almost all would be."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    broken = saved = 0
    for block in iter(lambda: file.read(BLOCK), b""):
        if b"\x00" in block:
            raise IntakeRefused("binary")
        text = decoder.decode(block)
        broken += text.count("\ufffd")
        saved += len(block) - len(text)
    return broken * MOSTLY_WHOLE <= saved


def _refuse_what_is_no_text(start: bytes) -> None:
    if not start.strip():
        raise IntakeRefused("empty")
    if start.startswith(ARCHIVES):
        raise IntakeRefused("archive")
    if start.startswith(PICTURES):
        raise IntakeRefused("binary")


def _text(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _read(content[len(mark) :], encoding)
    wide = _wide(content[:LOOKED_AT])
    if wide:
        return _read(content, wide)
    if _is_unicode(BytesIO(content)):
        return content.decode("utf-8", "replace")
    return _windows(content)


def _read(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeRefused("binary") from error


def _wide(start: bytes) -> str | None:
    """UTF-16 without a mark: of plain letters every other byte is NUL or (Cyrillic) 4."""
    half = max(1, len(start) // 2)
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = start[offset::2]
        if b"\x00" in high and (high.count(0) + high.count(4)) / half > 1 - WIDE:
            return encoding
    return None


def _windows(content: bytes) -> str:
    """Windows-1251 takes almost any byte: what holds control characters is no text."""
    if any(byte in CONTROLS for byte in content[:LOOKED_AT]):
        raise IntakeRefused("binary")
    text = _read(content, "cp1251")
    letters = sum(1 for char in text[:LOOKED_AT] if char.isalnum() or char.isspace())
    if letters < len(text[:LOOKED_AT]) / 2:
        raise IntakeRefused("binary")
    return text
