"""`evaluate`: how good a model is."""

import json
from dataclasses import asdict
from pathlib import Path

import typer

from bot import clock
from bot.cli import figures
from bot.cli.mending import about_topics, plainly
from bot.cli.served import model_of, routes_of
from bot.reports.evaluation import draw
from bot.settings import read_settings
from classifier import storage
from classifier.corpus import read_examples
from classifier.encoder import load_encoder
from classifier.evaluation import evaluate as measure
from classifier.intervals import bounds


def evaluate(data: Path, model: Path | None, as_json: bool) -> None:
    """Print a model's figures on labelled messages and draw them."""
    with plainly():
        settings = read_settings()
        messages = about_topics(read_examples(data))
        served = (
            storage.load(model, load_encoder())
            if model
            else model_of(settings, routes_of(settings), load_encoder())
        )
        report = measure(served, messages)
    pictures = draw(report, settings.data_dir / "reports", f"{clock.now():%Y%m%d-%H%M%S}")
    if as_json:
        within = {"intervals": asdict(bounds(report))}
        typer.echo(json.dumps(report.as_dict() | within, ensure_ascii=False))
        return
    typer.echo(figures.table(report, f"Model {served.version} on {data.name}"))
    for picture in pictures:
        typer.echo(f"  {picture}")
