"""The model that serves: loaded, or trained from the starter corpus when there is none."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.settings import make_folder
from classifier import storage
from classifier.corpus import Example, examples
from classifier.encoder import Encoder
from classifier.model import TopicModel
from classifier.progress import Progress, silent
from classifier.training import Trained, train


def load_or_train(
    path: Path,
    queues: Mapping[str, str | None],
    date: str,
    encoder: Encoder | None,
    progress: Progress = silent,
    titles: Mapping[str, Sequence[str]] | None = None,
) -> TopicModel:
    """The model at `path`; trained and stored there first when no file is there.

    Raises ModelRefused when the file can't be loaded: a broken model stops the start.
    """
    if path.exists():
        return storage.load(path, encoder)
    make_folder(path.parent)
    trained = train_on(examples("train"), queues, date, encoder, progress, titles)
    storage.save(trained.model, path)
    return trained.model


def train_on(
    lessons: Sequence[Example],
    queues: Mapping[str, str | None],
    date: str,
    encoder: Encoder | None,
    progress: Progress = silent,
    titles: Mapping[str, Sequence[str]] | None = None,
) -> Trained:
    """Train a model; topics without a queue in `queues` lead to people by triage.

    `titles` say what topics are about: one of the shop's own is known from the first day.
    """
    return train(lessons, encoder, queues, progress, None, date, titles=titles)
