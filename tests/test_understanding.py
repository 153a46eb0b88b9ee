"""What a message is about, asked of a model that is slow at first."""

from collections.abc import Sequence

from classifier.verdict import Verdict
from services.understanding import Understanding


class Recorded:
    """A model that remembers what it was asked."""

    version = "recorded"

    def __init__(self) -> None:
        self.read: list[str] = []

    def new_words(self, text: str) -> list[str]:
        return []

    def quick(self, text: str) -> Verdict | None:
        return None

    def full(self, texts: Sequence[str]) -> list[Verdict]:
        self.read += texts
        return []


async def test_the_first_slow_reading_is_no_customers() -> None:
    model = Recorded()
    await Understanding(model).warm()
    assert len(model.read) == 1
