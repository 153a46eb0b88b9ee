"""`migrate`: the database at the newest schema."""

import asyncio

import typer

from bot import clock
from bot.cli.mending_stored import plainly_stored
from bot.instance import file_lock
from bot.settings import read_settings
from models.schema import prepare


def migrate() -> None:
    """Back up and upgrade; says where the backup is."""
    with plainly_stored():
        settings = read_settings()
        lock = file_lock(settings)
        if lock is not None:
            lock.take()
        backup = asyncio.run(prepare(settings.database, f"{clock.now():%Y%m%d-%H%M%S}"))
    typer.echo("The database stands at the newest schema.")
    if backup:
        typer.echo(f"Backup made before: {backup}")
