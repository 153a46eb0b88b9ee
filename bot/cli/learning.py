"""`train`: a model from the starter corpus, the shop's labels, or files."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import typer

from bot import clock
from bot.cli import figures
from bot.cli.mending import about_topics
from bot.cli.mending_stored import plainly_stored
from bot.cli.progress import bars
from bot.lessons import gather
from bot.settings import read_settings
from classifier import storage
from classifier.corpus import Example, read_examples
from classifier.encoder import load_encoder
from classifier.mass import Mass, massed
from classifier.teaching import Teaching
from classifier.training import train as learn
from classifier.wordless import only_words_of


def train(data: list[Path] | None, out: Path | None) -> None:
    """Train, store, and print how good the model is on voices it had not seen."""
    with plainly_stored():
        settings = read_settings()
        target = out or settings.model_file
        material = asyncio.run(gather(settings.database, settings.shop_file))
        lessons, mass = massed(_files(data)) if data else _taught(material.teaching)
        encoder = load_encoder()
        date, cache = f"{clock.now():%Y%m%d}", settings.data_dir / "cache"
        count = len(mass.rows) if mass else len(lessons)
        with bars(f"Training on {count} messages") as progress:
            said, queues = None if data else material.said, material.queues
            trained = learn(lessons, encoder, queues, progress, cache, date, 0, said, mass)
        stored = trained.model if data else only_words_of(trained.model, material.nobodys)
        storage.save(stored, target)
    if encoder is None:
        typer.echo(
            "The sentence encoder is not installed: word and letter patterns alone.", err=True
        )
    typer.echo(figures.table(trained.report, "On voices left out of training"))
    typer.echo(f"Model {trained.model.version} → {target}")


def _taught(teaching: Teaching) -> tuple[Sequence[Example], Mass | None]:
    return teaching.train, teaching.mass


def _files(data: list[Path]) -> list[Example]:
    return about_topics([example for path in data for example in read_examples(path)])
