"""The cache of embeddings: spares work, forgets what it is told to, leaves nothing half written."""

from pathlib import Path

import numpy as np
import pytest

from classifier import encoder as cached
from classifier.encoder import embed, keep_only
from tests.classifier.stub import StubEncoder


class Counting(StubEncoder):
    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: object) -> object:  # type: ignore[override]
        self.read += list(texts)  # type: ignore[call-overload]
        return super().encode(texts)  # type: ignore[arg-type]


def test_what_was_erased_leaves_the_cache(tmp_path: Path) -> None:
    encoder = Counting()
    embed(encoder, ["деньги", "заказ", "насос"], tmp_path)
    keep_only(["деньги", "насос"], encoder, tmp_path)
    embed(encoder, ["деньги", "заказ", "насос"], tmp_path)
    assert encoder.read == ["деньги", "заказ", "насос", "заказ"]
    keep_only([], encoder, tmp_path)
    assert len(embed(encoder, ["насос"], tmp_path)) == 1
    assert encoder.read[-1] == "насос"


def test_a_cache_that_can_not_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = Counting()
    embed(encoder, ["деньги"], tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(cached.np, "savez", full)
        with pytest.raises(OSError, match="no space"):
            embed(encoder, ["заказ"], tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".npz"]
    again = embed(encoder, ["деньги"], tmp_path)
    assert encoder.read == ["деньги", "заказ"]
    assert np.allclose(again, StubEncoder().encode(["деньги"]), atol=1e-3)
