"""How much processor time a message takes."""

import time
from collections.abc import Sequence
from statistics import fmean

from classifier.model import TopicModel

ROUNDS = 3


def milliseconds(models: Sequence[TopicModel], texts: Sequence[str]) -> list[float]:
    """The mean for each model, of each message's quickest round.

    The models take turns at every message, so that whatever else the machine does is shared.
    """
    quickest = [[float("inf")] * len(texts) for _ in models]
    for _ in range(ROUNDS):
        for number, text in enumerate(texts):
            for model, times in zip(models, quickest, strict=True):
                times[number] = min(times[number], _spent(model, text))
    return [fmean(times) * 1000 if times else 0.0 for times in quickest]


def _spent(model: TopicModel, text: str) -> float:
    start = time.thread_time()
    model.classify(text)
    return time.thread_time() - start
