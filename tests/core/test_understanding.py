"""Messages read in small batches, each answered as soon as its own batch is."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from classifier.verdict import Verdict
from services.understanding import BATCH, Understanding


def verdict(text: str) -> Verdict:
    return Verdict(
        text=text,
        topic="delivery",
        probability=0.9,
        runners_up=(),
        decision="route",
        in_scope=1.0,
        why=(),
        nearest=None,
        branch="both",
    )


class Slow:
    """A model that is sure of short texts and notes its batches."""

    version = "test"

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.open = threading.Event()
        self.open.set()
        self.fails = False

    def new_words(self, text: str) -> list[str]:
        return []

    def quick(self, text: str) -> Verdict | None:
        return verdict(text) if len(text) < 3 else None

    def full(self, texts: Sequence[str]) -> list[Verdict]:
        self.batches.append(list(texts))
        self.open.wait(60)
        if self.fails:
            raise ValueError("broken")
        return [verdict(text) for text in texts]


async def test_sure_ones_and_wordless_ones_never_reach_the_encoder() -> None:
    model = Slow()
    reads = Understanding(model).read
    assert await reads("…!") is None
    found = await reads("ok")
    assert found is not None
    assert not model.batches


async def test_everybody_gets_their_own_verdict_in_batches() -> None:
    model = Slow()
    understanding = Understanding(model)
    texts = [f"text {number}" for number in range(100)]
    found = await asyncio.gather(*(understanding.read(text) for text in texts))
    assert [one.text for one in found if one] == texts
    assert max(map(len, model.batches)) <= BATCH
    assert len(model.batches) < 20


async def test_in_a_crowd_the_first_waits_for_company() -> None:
    model = Slow()
    understanding = Understanding(model)
    understanding.crowded = lambda: True
    texts = [f"text {number}" for number in range(5)]
    await asyncio.gather(*(understanding.read(text) for text in texts))
    assert model.batches == [texts]


async def test_the_first_does_not_wait_for_those_who_came_later() -> None:
    model = Slow()
    understanding = Understanding(model)
    model.open.clear()
    first = asyncio.create_task(understanding.read("first text"))
    await asyncio.sleep(0)
    later = [asyncio.create_task(understanding.read(f"later {n}")) for n in range(40)]
    await asyncio.sleep(0.01)
    model.open.set()
    await first
    assert not all(task.done() for task in later)
    await asyncio.gather(*later)


async def test_a_broken_reading_fails_its_batch_and_the_next_works() -> None:
    model = Slow()
    understanding = Understanding(model)
    model.fails = True
    with pytest.raises(ValueError, match="broken"):
        await understanding.read("one text")
    model.fails = False
    assert await understanding.read("another text") is not None


async def test_a_reader_who_gives_up_does_not_take_the_others_with_him() -> None:
    model = Slow()
    understanding = Understanding(model)
    model.open.clear()
    first = asyncio.create_task(understanding.read("first text"))
    await asyncio.sleep(0)
    others = [asyncio.create_task(understanding.read(f"other {n}")) for n in range(3)]
    await asyncio.sleep(0.01)
    first.cancel()
    model.open.set()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert all(await asyncio.gather(*others))
