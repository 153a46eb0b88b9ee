"""The sentence encoder's own process: the same vectors, and it outlives nothing it should not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from classifier.apart import EncoderApart, EncoderLost, encoder_apart
from classifier.encoder import load_encoder

ROOT = Path(__file__).parent.parent.parent
TEXTS = ["где мой заказ 12345", "how do I return these shoes?", "", "ё" * 20_000, "нет 🙂\n\tтак"]
PATIENCE = 60


@pytest.fixture(scope="module")
def apart() -> Iterator[EncoderApart]:
    with encoder_apart() as encoder:
        if encoder is None:
            pytest.skip("the sentence encoder's package is not installed")
        yield encoder


def test_it_says_what_the_encoder_says(apart: EncoderApart) -> None:
    encoder = load_encoder()
    assert encoder is not None
    assert np.array_equal(apart.encode(TEXTS), encoder.encode(TEXTS))
    assert apart.encode([]).shape == (0, apart.dimensions)
    assert (apart.name, apart.dimensions) == (encoder.name, encoder.dimensions)


def test_threads_get_their_own_answers(apart: EncoderApart) -> None:
    texts = [f"сообщение номер {number}" for number in range(40)]
    alone = [apart.encode([text]) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: apart.encode([text]), texts))
    assert all(map(np.array_equal, alone, together))


def test_a_killed_process_is_started_again(apart: EncoderApart) -> None:
    before, first = apart.encode(TEXTS), apart.pid
    os.kill(first, signal.SIGKILL)
    assert np.array_equal(apart.encode(TEXTS), before)
    assert apart.pid != first


def test_signals_of_the_terminal_are_not_for_it(apart: EncoderApart) -> None:
    before, first = apart.encode(TEXTS), apart.pid
    for name in (signal.SIGINT, signal.SIGTERM):
        os.kill(first, name)
    assert np.array_equal(apart.encode(TEXTS), before)
    assert apart.pid == first


def test_a_refused_text_is_said_and_the_next_is_read(apart: EncoderApart) -> None:
    with pytest.raises(ValueError, match="refused"):
        apart.encode(["\ud83d"])
    assert apart.encode(["привет"]).shape == (1, apart.dimensions)


def test_a_process_that_never_answers_is_a_loss_of_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("classifier.apart.encoder_process.__name__", "this")
    with EncoderApart() as encoder, pytest.raises(EncoderLost):
        encoder.encode(["привет"])


def _runs(process: Path) -> bool:
    try:
        return b"encoder_process" in (process / "cmdline").read_bytes()
    except OSError:
        return False


def test_it_ends_with_the_program_however_that_ends() -> None:
    code = (
        "import time; from classifier.apart import EncoderApart; encoder = EncoderApart();"
        "encoder.encode(['привет']); print(encoder.pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        child = Path(f"/proc/{int(program.stdout.readline())}")
        program.kill()
    deadline = time.monotonic() + PATIENCE
    while _runs(child):
        assert time.monotonic() < deadline, "the encoder's process is still there"
        time.sleep(0.02)


def test_without_its_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("classifier.apart.find_spec", lambda name: None)
    with encoder_apart() as encoder:
        assert encoder is None
