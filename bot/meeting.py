"""The first words with Telegram, however long it takes to answer."""

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import User

from bot.absence import Absence
from bot.supervisor import Supervisor

ASK_AGAIN = 2.0


async def meet(bot: Bot, supervisor: Supervisor) -> User | None:
    """Who we are, asked until Telegram answers; None when the program ends before."""
    absence = Absence()
    while not supervisor.stopping.is_set():
        try:
            me = await bot.get_me()
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter) as error:
            absence.noticed(error)
            await supervisor.pause(getattr(error, "retry_after", ASK_AGAIN))
            continue
        absence.over()
        return me
    return None
