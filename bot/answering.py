"""Pressed buttons are answered after the commit, with the story's toast."""

import re
from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any

import structlog
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery

from handlers.texts import Texts
from services.turn import Turn

log = structlog.get_logger()
ROOM = 200


class Answers:
    """Tells Telegram that a press was heard, in the person's language."""

    def __init__(
        self, bot: Bot, texts: Texts, language: Callable[[int, str | None], Awaitable[str]]
    ) -> None:
        self._bot = bot
        self._texts = texts
        self._language = language

    async def answer(self, press: dict[str, Any], turn: Turn) -> None:
        """Answer one press; an old one can't be answered any more."""
        toast = turn.toast
        who = press.get("from") or {}
        language = await self._language(int(who["id"]), who.get("language_code"))
        text = self._texts.say(language, toast.key, **toast.args) if toast else None
        answer = AnswerCallbackQuery(
            callback_query_id=str(press["id"]),
            text=_plain(text)[:ROOM] if text else None,
            show_alert=bool(toast and toast.alert),
        )
        try:
            await self._bot(answer)
        except Exception as error:  # noqa: BLE001 - an old press can't be answered any more
            log.info("press_not_answered", error=type(error).__name__)


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))
