"""`run`: the counter is open."""

import asyncio
import signal
from pathlib import Path

import structlog
from aiogram.exceptions import TelegramUnauthorizedError

from bot import clock, logs
from bot.app import App
from bot.cli.mending_stored import plainly_stored
from bot.cli.plain import PlainError
from bot.cli.served import routes_of, starting_with
from bot.instance import file_lock, leadership
from bot.settings import Settings, read_settings
from bot.tuning import tune
from classifier.apart import encoder_apart
from classifier.encoder import Encoder
from models.lock import Lock
from models.schema import prepare
from services.shop_file import ShopSeed, read_shop_file

log = structlog.get_logger()
LEAD_CHECK = 5.0


def run() -> None:
    """Serve Telegram with the settings in `.env`."""
    with plainly_stored():
        settings = read_settings()
        logs.set_up(settings.log_level)
        if not settings.bot_token:
            raise PlainError(
                "BOT_TOKEN is not set. Get a token from @BotFather and put it into .env "
                "(see .env.example); `make demo` needs none."
            )
        seed = read_shop_file(settings.shop_file)
        lock = file_lock(settings)
        if lock is not None:
            lock.take()
        try:
            with encoder_apart() as encoder:
                asyncio.run(_serve(settings, seed, encoder))
        except TelegramUnauthorizedError as error:
            raise PlainError(
                "Telegram does not know this BOT_TOKEN. Copy it anew from @BotFather into .env."
            ) from error


async def _serve(settings: Settings, seed: ShopSeed, encoder: Encoder | None) -> None:
    lock = await leadership(settings)
    await _prepare(settings)
    start = await asyncio.to_thread(starting_with, settings, routes_of(settings), encoder)
    app = App(settings, start, seed)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, app.supervisor.stopping.set)
    try:
        await app.start()
        tune()
        log.info("serving", bot=app.desk.bot_username, database=app.store.url.get_backend_name())
        if lock is not None:
            app.supervisor.keep(lambda: _lead(app, lock), "leadership")
        await app.supervisor.stopping.wait()
    finally:
        await app.stop()
        if lock is not None:
            await lock.release()
        log.info("stopped")


async def _lead(app: App, lock: Lock) -> None:
    """Stop at once when another program may have become the leader."""
    while not app.supervisor.stopping.is_set():
        await app.supervisor.pause(LEAD_CHECK)
        if not await lock.still_held():
            log.error("leadership_lost", advice="the database connection that leads is gone")
            app.supervisor.stopping.set()


async def _prepare(settings: Settings) -> None:
    backup: Path | None = await prepare(settings.database, f"{clock.now():%Y%m%d-%H%M%S}")
    if backup is not None:
        log.info("upgraded", backup=backup.name)
