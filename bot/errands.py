"""One call to Telegram: made, and its answer or silence understood."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import ForumTopic, Message, MessageId
from aiohttp import ClientConnectorError

from bot.said import CHAT_LOST, EDIT_LOST, PHOTO_LOST, SAME, THREAD_LOST, says
from handlers.calls import Call, NoPicture, NothingToSend, NotYet
from handlers.outgoing import Outgoing
from models.outbox import DEAD, NEW, SENT, UNDELIVERABLE, UNSURE
from services.outcomes import Outcome, Sent

log = structlog.get_logger()

TIMEOUT = 60
NOT_YET = timedelta(seconds=1)
MAX_TRIES = 12

Rendered = Call | Outcome


@dataclass(frozen=True, slots=True)
class Migration:
    """A group became a supergroup."""

    old: int
    new: int


class Errands:
    """Runs rows; every answer becomes an outcome, none becomes an exception."""

    def __init__(
        self,
        bot: Bot,
        outgoing: Outgoing,
        clock: Callable[[], datetime],
        hold: Callable[[int, float], None],
    ) -> None:
        self._bot = bot
        self._outgoing = outgoing
        self._clock = clock
        self._hold = hold
        self.migrations: list[Migration] = []

    async def render(self, row: Sent) -> Rendered:
        """The call that keeps a promise, or what becomes of the row without one."""
        try:
            return await self._outgoing.call(row, self._clock())
        except NothingToSend:
            return Outcome(row, SENT, self._clock(), spent=False)
        except NotYet as error:
            later = error.until or self._clock() + NOT_YET
            return Outcome(row, NEW, self._clock(), not_before=later, spent=False)
        except NoPicture as error:
            return Outcome(row, NEW, self._clock(), spent=False, refused_photo=error.photo_id)
        except Exception as error:
            log.error("row_not_rendered", row=row.id, kind=row.kind, exc_info=True)
            return self._again(row, f"render: {type(error).__name__}", tried=True)

    async def run(self, row: Sent, call: Rendered) -> Outcome:
        """Make a row's call and understand the answer."""
        if isinstance(call, Outcome):
            return call
        try:
            answer = await self._bot(call.method, request_timeout=TIMEOUT)
        except TelegramAPIError as error:
            return self._understand(row, call, error)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - an answer that can't be read is a lost answer
            log.error("answer_not_read", row=row.id, error=type(error).__name__)
            return self._silence(row, call, type(error).__name__)
        return self._success(row, call, answer)

    def _success(self, row: Sent, call: Call, answer: Any) -> Outcome:
        tg_ids: tuple[int, ...] = ()
        thread = call.thread_id
        if isinstance(answer, Message | MessageId):
            tg_ids = (answer.message_id,)
        elif isinstance(answer, list):
            tg_ids = tuple(one.message_id for one in answer)
        elif isinstance(answer, ForumTopic):
            thread = answer.message_thread_id
        return Outcome(
            row,
            SENT,
            self._clock(),
            tg_ids=() if call.card_key and call.repeatable else tg_ids,
            message_ids=call.message_ids,
            thread_id=thread,
            card_key=call.card_key,
            digest=call.digest,
            form=call.form,
            photo_id=call.photo_id,
            file_id=getattr(answer, "file_id", None),
            replaces=call.replaces,
        )

    def _understand(self, row: Sent, call: Call, error: TelegramAPIError) -> Outcome:
        said = error.message
        if isinstance(error, TelegramRetryAfter):
            self._hold(row.chat_id, float(error.retry_after))
            return Outcome(row, NEW, self._clock())
        if isinstance(error, TelegramMigrateToChat):
            self.migrations.append(Migration(row.chat_id, error.migrate_to_chat_id))
            return Outcome(row, NEW, self._clock(), tried=True)
        too_large = isinstance(error, TelegramEntityTooLarge)
        if isinstance(error, TelegramNetworkError) and not too_large:
            if isinstance(error.__cause__, ClientConnectorError):
                return self._later(row, said)
            return self._silence(row, call, said)
        if isinstance(error, TelegramServerError):
            return replace(self._later(row, said), doubted=call.card_key)
        copies = hasattr(call.method, "from_chat_id")  # then the lost chat may be the original's
        if isinstance(error, TelegramForbiddenError) or (says(said, CHAT_LOST) and not copies):
            return Outcome(row, UNDELIVERABLE, self._clock(), error=said)
        if too_large or isinstance(error, TelegramBadRequest | TelegramNotFound):
            return self._refused(row, call, said)
        return self._again(row, said, tried=True)

    def _refused(self, row: Sent, call: Call, said: str) -> Outcome:
        gone = row.kind in ("unbutton", "reword") and says(said, EDIT_LOST)
        if gone or says(said, SAME) or (row.kind == "delete" and row.message_id is None):
            return self._success(row, call, None)
        if call.photo_id is not None and says(said, PHOTO_LOST):
            return Outcome(row, NEW, self._clock(), error=said, refused_photo=call.photo_id)
        if says(said, THREAD_LOST):
            return Outcome(
                row, DEAD, self._clock(), error=said, gone=True, thread_id=call.thread_id
            )
        if says(said, EDIT_LOST) and call.card_key is not None:
            return Outcome(row, NEW, self._clock(), tried=True, error=said, lost_card=call.card_key)
        log.error("row_refused", row=row.id, kind=row.kind, error=said[:200])
        return Outcome(row, DEAD, self._clock(), error=said, message_ids=call.message_ids)

    def _silence(self, row: Sent, call: Call, said: str) -> Outcome:
        if call.repeatable or call.patient:
            return replace(self._later(row, said), doubted=call.card_key)
        if row.lost >= 1 or call.once:
            return Outcome(
                row, UNSURE, self._clock(), error=said, lost=True, message_ids=call.message_ids
            )
        return Outcome(row, NEW, self._clock(), error=said, lost=True)

    def _later(self, row: Sent, said: str) -> Outcome:
        """The fault is Telegram's or the network's: try as long as it takes."""
        wait = min(0.5 * 2 ** min(row.tries, 7), 60.0)
        return Outcome(
            row,
            NEW,
            self._clock(),
            error=said,
            tried=True,
            not_before=self._clock() + timedelta(seconds=wait),
        )

    def _again(self, row: Sent, said: str, *, tried: bool) -> Outcome:
        if row.tries + 1 >= MAX_TRIES:
            return Outcome(row, DEAD, self._clock(), error=said, tried=tried)
        return self._later(row, said)
