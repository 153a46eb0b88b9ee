"""Bots by what they may do: one sends, the one that handlers see can't."""

import json
from http import HTTPStatus
from typing import Any, get_args

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import Response, TelegramMethod
from aiogram.types import Message, MessageId

from bot import older

QUIET = frozenset(
    {
        "answerCallbackQuery",
        "answerPreCheckoutQuery",
        "getChat",
        "getChatAdministrators",
        "getChatMember",
        "getChatMemberCount",
        "getFile",
        "getMe",
        "getUserProfilePhotos",
    }
)


class SendingForbidden(RuntimeError):
    """A handler tried to call Telegram itself; what people see is promised in the outbox."""


class QuietBot(Bot):
    """The bot that handlers see: it asks and answers presses, but shows nothing to anybody."""

    async def __call__(
        self, method: TelegramMethod[Any], request_timeout: int | None = None
    ) -> Any:
        if method.__api_method__ not in QUIET:
            raise SendingForbidden(method.__api_method__)
        return await super().__call__(method, request_timeout)


class Session(AiohttpSession):
    """Reads of a shown message its number alone: whatever else the server tells of it may be new.

    Keeps the types of other answers, which aiogram would otherwise build anew for every call.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._answers: dict[Any, type[Response[Any]]] = {}

    async def close(self) -> None:
        """Let go of the connections; only encrypted ones need the time that aiogram gives them."""
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None and not self._session.closed:
            await self._session.close()

    def check_response(
        self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str
    ) -> Response[Any]:
        """Read an answer; its type stays in memory, as pydantic forgets types nobody holds."""
        returning = method.__returning__
        if Message in (returning, *get_args(returning)):
            sent = _sent(status_code, content)
            if sent is not None:
                return Response.model_construct(ok=True, result=sent)
        if method.__api_method__ in older.ASKED:
            content = older.fill_answer(content)
        if returning not in self._answers:
            self._answers[returning] = Response[returning]  # type: ignore[valid-type]
        return super().check_response(bot, method, status_code, content)


class Shown(MessageId):
    """A message that Telegram has shown, and its own copy of the photo in it."""

    file_id: str | None = None


def _sent(status_code: int, content: str) -> MessageId | None:
    """The number of a message that Telegram has shown; None for any other answer."""
    if status_code != HTTPStatus.OK:
        return None
    try:
        answer = json.loads(content)
    except ValueError:
        return None
    result = answer.get("result") if isinstance(answer, dict) and answer.get("ok") else None
    number = result.get("message_id") if isinstance(result, dict) else None
    if type(number) is not int:
        return None
    if isinstance(result, dict) and "photo" in result:
        return Shown.model_construct(message_id=number, file_id=_largest(result["photo"]))
    return MessageId.model_construct(message_id=number)


def _largest(sizes: Any) -> str | None:
    """The file of a photo in its largest size; None where the answer can't be read."""
    last = sizes[-1] if isinstance(sizes, list) and sizes else None
    file_id = last.get("file_id") if isinstance(last, dict) else None
    return file_id if isinstance(file_id, str) else None


def session(api_url: str) -> Session:
    """A connection to Telegram, or to another Bot API server."""
    return Session(api=TelegramAPIServer.from_base(api_url), limit=32)


def sending_bot(token: str, api: AiohttpSession) -> Bot:
    """The bot of poller and sender; it must never drop what customers wrote."""
    return Bot(token, session=api, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


def quiet_bot(token: str, api: AiohttpSession) -> QuietBot:
    """The bot of handlers."""
    return QuietBot(token, session=api)
