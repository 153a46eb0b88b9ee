"""`train`: a model from the starter corpus, the shop's labels, or files."""

import asyncio
from pathlib import Path

import typer

from bot import clock
from bot.cli import figures
from bot.cli.mending_stored import plainly_stored
from bot.cli.progress import bars
from bot.settings import Settings, read_settings
from bot.starter import train_on
from classifier import storage
from classifier.corpus import Example, examples, read_examples
from classifier.encoder import load_encoder
from models.lessons import labels_in
from services.shop_file import read_shop_file


def train(data: list[Path] | None, out: Path | None) -> None:
    """Train, store, and print how good the model is on voices it had not seen."""
    with plainly_stored():
        settings = read_settings()
        target = out or settings.model_file
        lessons = _lessons(settings, data)
        routes = {topic.key: topic.queue for topic in read_shop_file(settings.shop_file).topics}
        encoder = load_encoder()
        with bars(f"Training on {len(lessons)} messages") as progress:
            trained = train_on(lessons, routes, f"{clock.now():%Y%m%d}", encoder, progress)
        storage.save(trained.model, target)
    if encoder is None:
        typer.echo(
            "The sentence encoder is not installed: word and letter patterns alone.", err=True
        )
    typer.echo(figures.table(trained.report, "On voices left out of training"))
    typer.echo(f"Model {trained.model.version} → {target}")


def _lessons(settings: Settings, data: list[Path] | None) -> list[Example]:
    if data:
        return [example for path in data for example in read_examples(path)]
    labels = asyncio.run(labels_in(settings.database))
    return [*examples("train"), *(Example(text, topic, "", "shop") for text, topic in labels)]
