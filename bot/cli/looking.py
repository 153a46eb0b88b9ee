"""`classify` and `evaluate`: what the model says, and how good it is."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import clock, starter
from bot.cli import figures
from bot.cli.plain import plainly
from bot.cli.progress import bars
from bot.reports.evaluation import draw
from bot.settings import Settings, read_settings
from classifier import storage
from classifier.corpus import read_examples
from classifier.encoder import load_encoder
from classifier.evaluation import evaluate as measure
from classifier.model import TopicModel
from classifier.verdict import Verdict
from services.shop_file import read_shop_file

TRIAGE = "triage"
CHUNK = 64


def classify(
    text: Annotated[
        str | None, typer.Argument(help="The message; none: lines of standard input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what a message is about, how certainly, and where it would go."""
    with plainly():
        settings = read_settings()
        routes = routes_of(settings)
        model = model_of(settings, routes)
    lines: Iterable[str] = (
        [text] if text is not None else (line.rstrip("\r\n") for line in sys.stdin)
    )
    for chunk in _chunks(lines, 1 if sys.stdin.isatty() else CHUNK):
        for verdict in model.classify_many(chunk):
            typer.echo(_json(verdict, routes) if as_json else _words(verdict, routes))


def evaluate(
    data: Annotated[Path, typer.Option(help="CSV or JSONL with `text` and `label`.")],
    model: Annotated[Path | None, typer.Option(help="A model file; none: the serving one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Measure a model on labelled messages; `out_of_scope` labels what is none of the topics."""
    with plainly():
        settings = read_settings()
        served = (
            storage.load(model, load_encoder())
            if model
            else model_of(settings, routes_of(settings))
        )
        report = measure(served, read_examples(data))
    pictures = draw(report, settings.data_dir / "reports", f"{clock.now():%Y%m%d-%H%M%S}")
    if as_json:
        typer.echo(json.dumps(report.as_dict(), ensure_ascii=False))
        return
    typer.echo(figures.table(report, f"Model {served.version} on {data.name}"))
    for picture in pictures:
        typer.echo(f"  {picture}")


def routes_of(settings: Settings) -> dict[str, str | None]:
    """Queue by topic, from the shop's file."""
    return {topic.key: topic.queue for topic in read_shop_file(settings.shop_file).topics}


def model_of(settings: Settings, routes: Mapping[str, str | None]) -> TopicModel:
    """The serving model; trained first, with a progress bar, when there is none."""
    if settings.model_file.exists():
        return storage.load(settings.model_file, load_encoder())
    with bars("Training the starter model (once)") as progress:
        return starter.load_or_train(settings.model_file, routes, f"{clock.now():%Y%m%d}", progress)


def queue_of(verdict: Verdict, routes: Mapping[str, str | None]) -> str | None:
    """Where a verdict leads; None for small talk."""
    return TRIAGE if verdict.decision == "triage" else routes.get(verdict.topic, TRIAGE)


def _json(verdict: Verdict, routes: Mapping[str, str | None]) -> str:
    said: dict[str, Any] = {
        "text": verdict.text,
        "topic": verdict.topic,
        "probability": round(verdict.probability, 4),
        "queue": queue_of(verdict, routes),
        "decision": verdict.decision,
        "runners_up": [
            {"topic": topic, "probability": round(chance, 4)}
            for topic, chance in verdict.runners_up
        ],
        "in_scope": round(verdict.in_scope, 4),
        "why": list(verdict.why),
    }
    return json.dumps(said, ensure_ascii=False)


def _words(verdict: Verdict, routes: Mapping[str, str | None]) -> str:
    runners = ", ".join(f"{topic} {chance:.2f}" for topic, chance in verdict.runners_up[:2])
    why = ", ".join(verdict.why) or "—"
    queue = queue_of(verdict, routes) or "answered, no ticket"
    chance, in_scope = f"{verdict.probability:.2f}", f"{verdict.in_scope:.2f}"
    return (
        f"{verdict.text}\n"
        f"  {verdict.decision} → {queue}: {verdict.topic} {chance} "
        f"(then {runners}; in scope {in_scope})\n"
        f"  because of: {why}"
    )


def _chunks(lines: Iterable[str], size: int) -> Iterable[list[str]]:
    chunk: list[str] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) >= size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
