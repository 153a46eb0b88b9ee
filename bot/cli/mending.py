"""What users can mend in their settings and files, said in plain words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.cli.plain import PlainError
from bot.settings import WrongSetting
from classifier.corpus import CorpusRefused, Example
from classifier.model_file import ModelRefused
from classifier.scorer import REJECTED
from services.shop_file import ShopFileError


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the errors that users can mend into sentences."""
    try:
        yield
    except WrongSetting as error:
        raise PlainError(f"Wrong settings (environment or .env):\n{error}") from error
    except ShopFileError as error:
        raise PlainError(f"The shop's file: {error}") from error
    except ModelRefused as error:
        raise PlainError(
            f"The model file can't be used: {error}\n"
            "Remove it to train the starter model anew, or put a good one in its place."
        ) from error
    except CorpusRefused as error:
        raise PlainError(f"The data can't be read: {error}") from error


def about_topics(examples: Sequence[Example]) -> list[Example]:
    """The messages, when at least one has a topic; CorpusRefused otherwise."""
    if all(example.label == REJECTED for example in examples):
        raise CorpusRefused(f"every message is {REJECTED}, none has a topic")
    return list(examples)
