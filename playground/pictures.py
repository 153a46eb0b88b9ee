"""What Telegram asks of a photo's dimensions, checked where the file tells them."""

from __future__ import annotations

import struct

from playground.errors import bad

PNG = b"\x89PNG\r\n\x1a\n"
SIZE = struct.Struct(">II")
LONGEST = 10_000
STRETCHED = 20


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG; None for what is none."""
    head = data[16 : 16 + SIZE.size]
    if not data.startswith(PNG) or len(head) < SIZE.size:
        return None
    width, height = SIZE.unpack(head)
    return width, height


def check_dimensions(data: bytes) -> None:
    """Both sides together at most 10,000, one at most twenty times the other."""
    size = size_of(data)
    if size is None:
        return
    if not min(size) or sum(size) > LONGEST or max(size) > STRETCHED * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
