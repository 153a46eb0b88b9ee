"""`demo`: the playground with a shop in it."""

import asyncio
from pathlib import Path

import typer

from bot import logs
from bot.cli.mending import plainly
from bot.cli.plain import PlainError
from bot.cli.served import model_of, routes_of
from bot.demo import play, play_memory, play_order, play_retraining, show
from bot.settings import read_settings
from classifier.apart import encoder_apart
from classifier.model import TopicModel
from services.shop_file import ShopSeed, read_shop_file

SCENES = {
    "conversation": play,
    "retrain": play_retraining,
    "order": play_order,
    "memory": play_memory,
}


def demo(once: bool, scene: str, port: int) -> None:
    """Play one scene, or keep the page open until Ctrl+C."""
    if scene not in SCENES:
        raise PlainError(f"There is no scene {scene}; there are: {', '.join(SCENES)}.")
    with plainly():
        settings = read_settings()
        logs.set_up("WARNING")
        seed = read_shop_file(settings.shop_file)
    with encoder_apart() as encoder:
        with plainly():
            model = model_of(settings, routes_of(settings), encoder)
        if once:
            raise typer.Exit(asyncio.run(SCENES[scene](model, seed, settings.data_dir)))
        _show(model, seed, settings.data_dir, port)


def _show(model: TopicModel, seed: ShopSeed, folder: Path, port: int) -> None:
    try:
        asyncio.run(show(model, seed, folder, port))
    except OSError as error:
        raise PlainError(
            f"Port {port} can't be opened ({error.strerror}). Choose another: --port 8091"
        ) from error
