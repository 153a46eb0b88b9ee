"""What a message is about: n-grams at once, the sentence encoder in a thread, in small batches."""

import asyncio
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from classifier.arrays import Floats
from classifier.encoder import Encoder
from classifier.normalise import clean, normalise
from classifier.verdict import Verdict

ANGRY = frozenset("😠😡🤬👿👎💩🤮😤😭😢🖕")
BATCH = 16
GATHER = 0.15
FIRST_WORDS = "здравствуйте"


class Model(Protocol):
    """A served topic model."""

    @property
    def version(self) -> str:
        """What this model is called in tickets and reports."""
        ...

    def quick(self, text: str) -> Verdict | None:
        """The verdict when the n-grams alone are sure."""
        ...

    def full(self, texts: Sequence[str]) -> list[Verdict]:
        """Verdicts with the encoder; slow, so never on the event loop."""
        ...

    def new_words(self, text: str) -> list[str]:
        """The words of a text that this model has never met."""
        ...


class Understanding:
    """Reads messages with the model that serves now."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.crowded: Callable[[], bool] = lambda: False
        self.merged: Callable[[], Mapping[str, str]] = dict
        self._waiting: list[tuple[str, asyncio.Future[Verdict]]] = []
        self._turn = asyncio.Lock()

    async def warm(self) -> None:
        """The encoder's first reading takes seconds: not while a customer waits."""
        await asyncio.to_thread(self.model.full, [FIRST_WORDS])

    async def read(self, text: str) -> Verdict | None:
        """The verdict on a text, in the shop's present topics.

        None when the text holds neither words nor friendly emoji.
        """
        if not _says_something(text):
            return None
        return in_present_topics(await self._ask(text), self.merged())

    async def vectors(self, texts: Sequence[str]) -> Floats | None:
        """Unit rows of shape (len(texts), dimensions); None where no sentence encoder is.

        Read in the encoder's thread. Raises ConnectionError when the encoder was lost.
        """
        encoder: Encoder | None = getattr(self.model, "encoder", None)
        if encoder is None:
            return None
        readings = [normalise(clean(text)) for text in texts]
        return await asyncio.to_thread(encoder.encode, readings)

    async def _ask(self, text: str) -> Verdict:
        quick = self.model.quick(text)
        if quick is not None:
            return quick
        answer: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._waiting.append((text, answer))
        async with self._turn:
            if not answer.done():
                await self._company()
                batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
                await self._read_batch(batch)
        return await answer

    async def _company(self) -> None:
        """Eight texts read together cost a third of eight read alone: in a crowd, wait for more."""
        if self.crowded() and len(self._waiting) < BATCH:
            await asyncio.sleep(GATHER)

    async def _read_batch(self, batch: list[tuple[str, asyncio.Future[Verdict]]]) -> None:
        try:
            verdicts = await asyncio.to_thread(self.model.full, [text for text, _ in batch])
        except BaseException as error:
            for _, answer in batch:
                if not answer.done():
                    answer.set_exception(error if isinstance(error, Exception) else RuntimeError())
                    answer.exception()
            if not isinstance(error, Exception):
                raise
            return
        for (_, answer), verdict in zip(batch, verdicts, strict=True):
            if not answer.done():
                answer.set_result(verdict)


def in_present_topics(verdict: Verdict, merged: Mapping[str, str]) -> Verdict:
    """What a model says that learned before topics were merged: their chances added up."""
    if not merged:
        return verdict
    chances: dict[str, float] = {}
    for key, chance in ((verdict.topic, verdict.probability), *verdict.runners_up):
        present = merged.get(key, key)
        chances[present] = chances.get(present, 0.0) + chance
    ranked = sorted(chances.items(), key=lambda one: -one[1])
    topic, probability = ranked[0]
    return replace(verdict, topic=topic, probability=probability, runners_up=tuple(ranked[1:]))


def _says_something(text: str) -> bool:
    if any(char.isalnum() for char in text):
        return True
    emoji = {char for char in text if unicodedata.category(char) == "So"}
    return bool(emoji) and not is_angry(text)


def is_angry(emoji: str) -> bool:
    """Whether one of these signs tells of trouble."""
    return bool(ANGRY & set(emoji))
