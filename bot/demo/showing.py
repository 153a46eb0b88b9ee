"""`demo`: the shop stays open, with its page in the browser."""

import asyncio
import signal
from pathlib import Path

import typer

from bot.demo.opening import opened
from classifier.model import TopicModel
from services.shop_file import ShopSeed


async def show(model: TopicModel, seed: ShopSeed, data_dir: Path, port: int) -> None:
    """Serve the page until Ctrl+C."""
    async with opened(model, seed, port) as shop:
        typer.echo(f"\n  The shop is open:  {shop.playground.url}\n")
        typer.echo("  Write as Anna or John; answer as Boris or Maria; Olga is the admin.")
        typer.echo("  Ctrl+C closes it.\n")
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        await stop.wait()
