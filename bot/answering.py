"""Presses and questions before payments are answered after the commit, with the story's words."""

import re
from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any

import structlog
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, AnswerPreCheckoutQuery

from handlers.texts import Texts
from services.turn import Toast, Turn

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
        """Answer one press, or one question before a payment; an old one can't be any more."""
        toast = turn.toast
        pays = "invoice_payload" in press
        if pays and toast is None:
            toast = None if turn.agreed else Toast("pay-later")
        who = press.get("from") or {}
        language = await self._language(int(who["id"]), who.get("language_code"))
        text = self._texts.say(language, toast.key, **toast.args) if toast else None
        said = _plain(text)[:ROOM] if text else None
        answer = _to_payment(press, said) if pays else _to_press(press, said, toast)
        try:
            await self._bot(answer)
        except Exception as error:  # noqa: BLE001 - an old press can't be answered any more
            log.info("press_not_answered", error=type(error).__name__)


def _to_press(press: dict[str, Any], said: str | None, toast: Toast | None) -> AnswerCallbackQuery:
    alert = bool(toast and toast.alert)
    return AnswerCallbackQuery(callback_query_id=str(press["id"]), text=said, show_alert=alert)


def _to_payment(asked: dict[str, Any], said: str | None) -> AnswerPreCheckoutQuery:
    return AnswerPreCheckoutQuery(
        pre_checkout_query_id=str(asked["id"]), ok=said is None, error_message=said
    )


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))
