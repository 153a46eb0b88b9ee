"""Pressed buttons: unsealed before any handler sees them; an old or forged one is told so."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, TelegramObject

from handlers.buttons import Press, Sealer
from handlers.roles import Handler
from services.errors import Refusal


class Unseal(BaseMiddleware):
    """Hands handlers a `press` whose seal holds in the chat where it was pressed."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, CallbackQuery) or event.message is None:
            raise Refusal("button-old")
        try:
            press = Press.unpack(event.data or "")
        except (TypeError, ValueError) as error:
            raise Refusal("button-old") from error
        if not self._sealer.holds(event.message.chat.id, press):
            raise Refusal("button-old")
        data["press"] = press
        data["verb"] = press.verb
        return await handler(event, data)


def verb(*names: str) -> Any:
    """A filter for buttons with one of these verbs."""

    async def matches(event: TelegramObject, press: Press | None = None) -> bool:
        return press is not None and press.verb in names

    return matches
