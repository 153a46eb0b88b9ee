"""Small built-in media: a picture, a second of silence, and the like."""

from __future__ import annotations

import io
import struct
import wave
import zlib
from functools import cache
from typing import NamedTuple

WIDTH, HEIGHT = 320, 240
SILENCE = b"\xf8\xff\xfe"
PACKETS = 50
PACKET_SAMPLES = 960


class Sample(NamedTuple):
    name: str
    mime: str
    data: bytes


@cache
def sample(kind: str) -> Sample:
    makers = {
        "photo": lambda: Sample("photo.png", "image/png", _picture()),
        "sticker": lambda: Sample("sticker.png", "image/png", _picture()),
        "voice": lambda: Sample("voice.ogg", "audio/ogg", _silence()),
        "audio": lambda: Sample("sound.wav", "audio/x-wav", _tone()),
        "animation": lambda: Sample("animation.gif", "image/gif", _animation()),
        "video": lambda: Sample("video.mp4", "video/mp4", _film()),
        "video_note": lambda: Sample("note.mp4", "video/mp4", _film()),
    }
    text = Sample("note.txt", "text/plain", "Образец / sample\n".encode())
    return makers.get(kind, lambda: text)()


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _picture() -> bytes:
    rows = b"".join(
        b"\0"
        + b"".join(
            bytes((40 + x * 160 // WIDTH, 120, 90 + y * 140 // HEIGHT)) for x in range(WIDTH)
        )
        for y in range(HEIGHT)
    )
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _silence() -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 10) + b"playground" + struct.pack("<I", 0)
    pages = [_ogg_page(0, 2, 0, [head]), _ogg_page(1, 0, 0, [tags])]
    return b"".join([*pages, _ogg_page(2, 4, PACKETS * PACKET_SAMPLES, [SILENCE] * PACKETS)])


def _ogg_page(number: int, flags: int, position: int, packets: list[bytes]) -> bytes:
    sizes = bytes(len(packet) for packet in packets)
    head = b"OggS" + struct.pack("<BBqIII", 0, flags, position, 1, number, 0)
    page = head + bytes([len(packets)]) + sizes + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]


def _ogg_checksum(page: bytes) -> int:
    register = 0
    for byte in page:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1) ^ (0x04C11DB7 if register & 0x80000000 else 0)
            register &= 0xFFFFFFFF
    return register


def _tone() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(bytes(128 + (40 if index // 10 % 2 else -40) for index in range(8_000)))
    return buffer.getvalue()


def _animation() -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\x28\x78\x5a\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame + b"\x3b"


def _film() -> bytes:
    return struct.pack(">I", 20) + b"ftypisom" + struct.pack(">I", 512) + b"mp41"
