"""The learner on a tiny corpus with a stub for the encoder: as a program, in a second or two.

LEARNER_DISK makes the disk full when something is written: the embeddings ("cache"), the model
or the trial. LEARNER_LARGE is the number of labels above which they are many.
"""

import errno
import os
import sys
from typing import Any

import bot.learner
import bot.lessons
import bot.trying
import classifier.encoder
import classifier.model_file
from bot.learner import main
from classifier.corpus import Example
from tests.classifier.messages import shop_messages
from tests.classifier.stub import StubEncoder

EVERY = 4


def examples(part: str) -> list[Example]:
    """Every fourth message is held out."""
    messages = list(enumerate(shop_messages()))
    return [one for number, one in messages if (number % EVERY == 0) == (part == "heldout")]


def full_disk(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, "no space left on device")


def fill_disk(at: str) -> None:
    """Let one kind of writing fail, in the middle where it has one."""
    edges: dict[str, tuple[Any, str]] = {
        "cache": (classifier.encoder.np, "savez"),
        "model": (classifier.model_file.os, "fsync"),
        "trial": (bot.trying.Path, "write_text"),
    }
    setattr(*edges[at], full_disk)


if __name__ == "__main__":
    bot.learner.NICE = 0  # whoever waits for it is a test
    bot.lessons.examples = examples  # type: ignore[assignment]
    bot.trying.load_encoder = StubEncoder  # type: ignore[assignment]
    bot.lessons.LARGE = int(os.environ.get("LEARNER_LARGE", bot.lessons.LARGE))
    if at := os.environ.get("LEARNER_DISK"):
        fill_disk(at)
    sys.exit(main())
