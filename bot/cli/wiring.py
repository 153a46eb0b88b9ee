"""The commands under one roof; each imports its work only when it is asked for.

Telegram's types alone take seconds of processor time to build: `--help` must not wait for them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="prilavok",
    help="Prilavok: the shop counter in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@contextmanager
def _unsearched() -> Iterator[None]:
    """What imports build stays: searching it for garbage takes a sixth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@app.command()
def run() -> None:
    """Serve Telegram with the settings in `.env`."""
    with _unsearched():
        from bot.cli import serving
    serving.run()


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Play one whole conversation in the terminal.")
    ] = False,
    scene: Annotated[
        str,
        typer.Argument(help="What --once plays: conversation, order, memory, retrain (minutes)."),
    ] = "conversation",
    port: Annotated[int, typer.Option(help="Where the page is.", min=0, max=65535)] = 8090,
) -> None:
    """Open the playground: bot, demo shop, page in the browser; no token, no server."""
    with _unsearched():
        from bot.cli import opening
    opening.demo(once, scene, port)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema, after a backup."""
    from bot.cli import keeping

    keeping.migrate()


@app.command()
def train(
    data: Annotated[
        list[Path] | None, typer.Option(help="CSV or JSONL files with `text` and `label`.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where the model goes.")] = None,
) -> None:
    """Train a model; without --data: the starter corpus and the labels in the database."""
    from bot.cli import learning

    learning.train(data, out)


@app.command()
def evaluate(
    data: Annotated[Path, typer.Option(help="CSV or JSONL with `text` and `label`.")],
    model: Annotated[Path | None, typer.Option(help="A model file; none: the serving one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Measure a model on labelled messages; `out_of_scope` labels what is none of the topics."""
    from bot.cli import measuring

    measuring.evaluate(data, model, as_json)


@app.command()
def classify(
    text: Annotated[
        str | None, typer.Argument(help="The message; none: lines of standard input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what a message is about, how certainly, and where it would go."""
    from bot.cli import looking

    looking.classify(text, as_json)


@app.command()
def check() -> None:
    """Say in plain words what is wrong with settings, database, model and Telegram access."""
    with _unsearched():
        from bot.cli import checking
    checking.check()


@app.command()
def retention(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would go; nothing is changed.")
    ] = False,
) -> None:
    """Take away what has outlived its term; the running bot does the same by itself."""
    from bot.cli import retention

    retention.retention(dry_run)


catalogue = typer.Typer(help="The catalogue from a file, or into one.", no_args_is_help=True)
app.add_typer(catalogue, name="catalogue")


@catalogue.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="YML (.xml, .yml) or CSV, of any size.")],
    yes: Annotated[bool, typer.Option("--yes", help="Apply without asking.")] = False,
    hide: Annotated[
        bool, typer.Option("--hide", help="Also when over a third of what is sold would be hidden.")
    ] = False,
) -> None:
    """Show what a file would change and apply it, all at one moment; no bot may run beside."""
    from bot.cli import catalogue

    catalogue.bring(file, yes, hide)


@catalogue.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="Where to: .csv, .yml or .xml says in which form.")],
) -> None:
    """Write the catalogue into a file that `import` takes back."""
    from bot.cli import catalogue

    catalogue.give(file)
