"""What a message is about: n-grams at once, the sentence encoder in a thread, in small batches."""

import asyncio
import unicodedata
from collections.abc import Callable, Sequence
from typing import Protocol

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


class Understanding:
    """Reads messages with the model that serves now."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.crowded: Callable[[], bool] = lambda: False
        self._waiting: list[tuple[str, asyncio.Future[Verdict]]] = []
        self._turn = asyncio.Lock()

    async def warm(self) -> None:
        """The encoder's first reading takes seconds: not while a customer waits."""
        await asyncio.to_thread(self.model.full, [FIRST_WORDS])

    async def read(self, text: str) -> Verdict | None:
        """The verdict on a text; None when it holds neither words nor friendly emoji."""
        if not _says_something(text):
            return None
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


def _says_something(text: str) -> bool:
    if any(char.isalnum() for char in text):
        return True
    emoji = {char for char in text if unicodedata.category(char) == "So"}
    return bool(emoji) and not emoji & ANGRY
