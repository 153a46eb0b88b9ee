"""The command line: every command, and errors in plain words."""

import sys

import typer

from bot.cli.plain import PlainError
from bot.cli.wiring import app


def program() -> None:
    """Run a command; an error that the user can mend is one plain sentence, exit code 2."""
    try:
        app(standalone_mode=True)
    except PlainError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
