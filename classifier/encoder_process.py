"""What runs in the sentence encoder's own process: requests from standard input, until it closes.

A request is a length (4 bytes, little-endian) and a JSON list of texts; an answer is a length, one
byte that says whether all went well, and float32 rows or the reason as text. Signals of the
terminal or the service manager are for the program that asks: it ends this one by closing the pipe.
"""

import json
import os
import signal
import struct
import sys
from collections.abc import Callable

from classifier.encoder import Encoder, SentenceEncoder

Read = Callable[[int], bytes]
LENGTH = struct.Struct("<I")
WELL, ILL = b"\x01", b"\x00"


def main() -> None:
    """Answer until there is nobody to ask."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    requests = sys.stdin.buffer
    encoder = SentenceEncoder()
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        (size,) = LENGTH.unpack(head)
        answer, well = _read(encoder, requests.read(size))
        answers.write(LENGTH.pack(len(answer)) + well + answer)
        answers.flush()


def _read(encoder: Encoder, request: bytes) -> tuple[bytes, bytes]:
    try:
        return encoder.encode(json.loads(request)).astype("<f4").tobytes(), WELL
    except ValueError as error:
        return str(error).encode(), ILL


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.exit(0)
