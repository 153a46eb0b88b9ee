"""`demo`: the playground with a shop in it."""

import asyncio

import typer

from bot import logs
from bot.cli.mending import plainly
from bot.cli.plain import PlainError
from bot.cli.served import model_of, routes_of
from bot.demo import play, show
from bot.settings import read_settings
from services.shop_file import read_shop_file


def demo(once: bool, port: int) -> None:
    """Play one conversation, or keep the page open until Ctrl+C."""
    with plainly():
        settings = read_settings()
        logs.set_up("WARNING")
        model = model_of(settings, routes_of(settings))
        seed = read_shop_file(settings.shop_file)
    if once:
        raise typer.Exit(asyncio.run(play(model, seed, settings.data_dir)))
    try:
        asyncio.run(show(model, seed, settings.data_dir, port))
    except OSError as error:
        raise PlainError(
            f"Port {port} can't be opened ({error.strerror}). Choose another: --port 8091"
        ) from error
