"""`classify`: what the model says of a message."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import typer

from bot.cli.mending import plainly
from bot.cli.served import model_of, routes_of
from bot.settings import read_settings
from classifier.encoder import load_encoder
from classifier.verdict import Verdict

TRIAGE = "triage"
CHUNK = 64


def classify(text: str | None, as_json: bool) -> None:
    """Print a verdict on the text, or on each line of standard input."""
    with plainly():
        settings = read_settings()
        routes = routes_of(settings)
        model = model_of(settings, routes, load_encoder())
    lines: Iterable[str] = (
        [text] if text is not None else (line.rstrip("\r\n") for line in sys.stdin)
    )
    for chunk in _chunks(lines, 1 if sys.stdin.isatty() else CHUNK):
        for verdict in model.classify_many(chunk):
            typer.echo(_json(verdict, routes) if as_json else _words(verdict, routes))


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
