"""A file that somebody sent, fetched from Telegram: never more of it than is allowed."""

from io import BytesIO
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import Document
from aiohttp import ClientError

from services.errors import Refusal

MOST = 20 * 2**20
PATIENCE = 60


class _TooMuch(Exception):
    """There is more than the sender said."""


class _Bounded(BytesIO):
    def write(self, chunk: Any) -> int:
        if self.tell() + len(chunk) > MOST:
            raise _TooMuch
        return super().write(chunk)


async def fetch(bot: Bot, document: Document) -> bytes:
    """The content of a document; Refusal when it is too large or can't be had."""
    if (document.file_size or 0) > MOST:
        raise Refusal("import-refused-big")
    content = _Bounded()
    try:
        file = await bot.get_file(document.file_id)
        await bot.download_file(file.file_path or "", content, timeout=PATIENCE)
    except (_TooMuch, TelegramBadRequest) as error:
        too_big = isinstance(error, _TooMuch) or "too big" in error.message
        raise Refusal("import-refused-big" if too_big else "import-not-fetched") from None
    except (TimeoutError, TelegramAPIError, ClientError, OSError):
        raise Refusal("import-not-fetched") from None  # its words may hold the token
    return content.getvalue()
