"""The commands under one roof."""

import typer

from bot.cli import learning, looking, serving

app = typer.Typer(
    name="prilavok",
    help="Prilavok: the shop counter in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(serving.run)
app.command()(serving.demo)
app.command()(serving.migrate)
app.command()(learning.train)
app.command()(looking.evaluate)
app.command()(looking.classify)
app.command()(serving.check)
