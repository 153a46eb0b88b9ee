"""The learner on a tiny corpus with a stub for the encoder: as a program, in a second or two.

LEARNER_DISK=full makes the disk full when the model is written.
"""

import errno
import os
import sys

import bot.learner
import bot.lessons
import bot.trying
from bot.learner import main
from classifier import model_file
from classifier.corpus import Example
from tests.classifier.messages import shop_messages
from tests.classifier.stub import StubEncoder

EVERY = 4


def examples(part: str) -> list[Example]:
    """Every fourth message is held out."""
    messages = list(enumerate(shop_messages()))
    return [one for number, one in messages if (number % EVERY == 0) == (part == "heldout")]


def full_disk(handle: int) -> None:
    raise OSError(errno.ENOSPC, "no space left on device")


if __name__ == "__main__":
    bot.learner.NICE = 0  # whoever waits for it is a test
    bot.lessons.examples = examples  # type: ignore[assignment]
    bot.trying.load_encoder = StubEncoder  # type: ignore[assignment]
    if os.environ.get("LEARNER_DISK") == "full":
        model_file.os.fsync = full_disk  # type: ignore[assignment]
    sys.exit(main())
