"""`train`: a model from the starter corpus, the shop's labels, or files."""

import asyncio
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
from classifier.training import train as learn


def train(data: list[Path] | None, out: Path | None) -> None:
    """Train, store, and print how good the model is on voices it had not seen."""
    with plainly_stored():
        settings = read_settings()
        target = out or settings.model_file
        material = asyncio.run(gather(settings.database, settings.shop_file))
        lessons = _files(data) if data else material.teaching.train
        encoder = load_encoder()
        date, cache = f"{clock.now():%Y%m%d}", settings.data_dir / "cache"
        with bars(f"Training on {len(lessons)} messages") as progress:
            said = None if data else material.said
            trained = learn(lessons, encoder, material.queues, progress, cache, date, titles=said)
        storage.save(trained.model, target)
    if encoder is None:
        typer.echo(
            "The sentence encoder is not installed: word and letter patterns alone.", err=True
        )
    typer.echo(figures.table(trained.report, "On voices left out of training"))
    typer.echo(f"Model {trained.model.version} → {target}")


def _files(data: list[Path]) -> list[Example]:
    return about_topics([example for path in data for example in read_examples(path)])
