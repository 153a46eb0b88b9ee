"""From bytes to text: what is no text is refused by its content, the encoding is guessed."""

import codecs

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
WIDE = 0.3
CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}


def decoded(content: bytes, most: int = MAX_BYTES) -> str:
    """The text of a file: UTF-8 or UTF-16 with or without a mark, else Windows-1251.

    Nothing is ever unpacked. Raises IntakeRefused: empty, big, archive, binary.
    """
    if len(content) > most:
        raise IntakeRefused("big")
    if not content.strip():
        raise IntakeRefused("empty")
    if content.startswith(ARCHIVES):
        raise IntakeRefused("archive")
    if content.startswith(PICTURES):
        raise IntakeRefused("binary")
    text = _text(content)
    if not text.strip():
        raise IntakeRefused("empty")
    return text


def _text(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _read(content[len(mark) :], encoding)
    wide = _wide(content[:LOOKED_AT])
    if wide:
        return _read(content, wide)
    if b"\x00" in content:
        raise IntakeRefused("binary")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
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
