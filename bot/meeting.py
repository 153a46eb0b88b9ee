"""The first words with Telegram, however long it takes to answer."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import User

from bot.supervisor import Supervisor

log = structlog.get_logger()
ASK_AGAIN = 2.0


async def meet(bot: Bot, supervisor: Supervisor) -> User | None:
    """Who we are, asked until Telegram answers; None when the program ends before."""
    while not supervisor.stopping.is_set():
        try:
            return await bot.get_me()
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter) as error:
            log.warning("telegram_unreachable", error=type(error).__name__)
            await supervisor.pause(getattr(error, "retry_after", ASK_AGAIN))
    return None
