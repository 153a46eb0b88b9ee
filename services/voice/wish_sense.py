"""Reads sentences for wishes: what examples taught is learned once, when it is first needed."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from insight import grouping, wishes
from insight.grouping import Vectors
from services.understanding import Understanding

EXAMPLES = Path(__file__).parent / "wish_examples.tsv"
LIMIT = 0.25
MOST_TOLD = 1000


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and whether it wishes."""

    is_wish: bool
    text: str


def read_examples(path: Path = EXAMPLES) -> list[Example]:
    """Lines of a label, 1 or 0, and a sentence."""
    rows = (line.split("\t", 1) for line in path.read_text("utf-8").splitlines() if line)
    return [Example(label == "1", text) for label, text in rows]


class Sense:
    """Finds wishes in texts, and what they are for."""

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding
        self._learned: wishes.WishSense | None = None

    async def wishes_in(self, texts: Sequence[str]) -> list[str]:
        """The wishes of each text as one string, "" where there is none; signs are looked at first.

        Raises ConnectionError when the sentence encoder was lost.
        """
        found = [wishes.candidates(text) for text in texts]
        sentences = [one for each in found for one in each]
        meant = set(await self._meant(sentences)) if sentences else set()
        return [" ".join(one for one in each if one in meant)[:MOST_TOLD] for each in found]

    async def vectors(self, texts: Sequence[str]) -> Vectors:
        """What wishes are for, as unit rows; shape (len(texts), dimensions)."""
        subjects = [grouping.subject_of(text) for text in texts]
        meanings = await self._understanding.vectors(subjects)
        return grouping.together(meanings, grouping.letters_of(subjects))

    async def _meant(self, sentences: Sequence[str]) -> list[str]:
        vectors = await self._understanding.vectors(sentences)
        if vectors is None:
            return [one for one in sentences if wishes.is_plain(one)]
        sense = await self._sense()
        says = sense.says(wishes.hinted(vectors, sentences))
        return [one for one, wish in zip(sentences, says, strict=True) if wish]

    async def _sense(self) -> wishes.WishSense:
        if self._learned is None:
            examples = await asyncio.to_thread(read_examples)
            texts = [one.text for one in examples]
            vectors = await self._understanding.vectors(texts)
            if vectors is None:
                raise ConnectionError("the sentence encoder was taken away")
            given = wishes.hinted(vectors, texts)
            labels = [one.is_wish for one in examples]
            self._learned = await asyncio.to_thread(wishes.learn, given, labels, LIMIT)
        return self._learned


def packed(vector: Vectors) -> bytes:
    """A vector as it is stored: float16."""
    return vector.astype("<f2").tobytes()


def unpacked(stored: bytes) -> Vectors:
    """What was stored, float32."""
    return np.frombuffer(stored, "<f2").astype(np.float32)
