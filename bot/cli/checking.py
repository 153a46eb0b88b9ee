"""`check`: what a start needs, looked at."""

import asyncio

import typer

from bot.checking import findings
from bot.cli.mending import plainly
from bot.settings import read_settings


def check() -> None:
    """Print every finding; exit 1 when one of them stops a start."""
    with plainly():
        settings = read_settings()
    found = asyncio.run(findings(settings))
    for finding in found:
        typer.echo(f"{'ok ' if finding.good else 'NO '} {finding.said}")
    if not all(finding.good for finding in found):
        raise typer.Exit(1)
