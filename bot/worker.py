"""One stored update: dispatched, tried again, or set aside with its reason."""

from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot import clock
from bot.lanes import Item
from bot.older import fill_update
from bot.supervisor import Supervisor
from handlers.turns import current_turn
from models import inbox
from models.store import AlreadyHandled, Session, Store, StoreFault
from models.turn import Turn

log = structlog.get_logger()

TRIES = 5
FIRST_PAUSE = 0.2
SLOW_PAUSE = 2.0

Answer = Callable[[dict[str, Any], Turn], Coroutine[Any, Any, None]]
TellAside = Callable[[Session, dict[str, Any], Turn, str], Awaitable[None]]


class Worker:
    """Handles one inbox row after another; a fault never loses it."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        store: Store,
        supervisor: Supervisor,
        answer: Answer,
        tell_aside: TellAside,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._store = store
        self._supervisor = supervisor
        self._answer = answer
        self._tell_aside = tell_aside
        self._now = now

    async def handle(self, item: Item) -> None:
        """See an update through to its end: done or set aside."""
        row_id, _, body = item
        tries = 0
        while not self._supervisor.stopping.is_set():
            turn = Turn(bot_id=self._bot.id, now=self._now(), inbox_id=row_id)
            try:
                await self._dispatch(body, turn)
                return
            except (StoreFault, OSError) as error:
                log.error("update_waits", inbox=row_id, error=type(error).__name__)
                await self._supervisor.pause(SLOW_PAUSE)
            except ValidationError as error:
                await self._set_aside(body, turn, f"undecodable: {error.error_count()}")
                return
            except UpdateTypeLookupError:
                await self._set_aside(body, turn, "unknown-kind")
                return
            except Exception as error:
                tries += 1
                log.error("update_failed", inbox=row_id, tries=tries, exc_info=True)
                if turn.done:
                    return
                if tries >= TRIES:
                    await self._set_aside(body, turn, f"{type(error).__name__}: {error}")
                    return
                await self._note(row_id, tries, error)
                await self._supervisor.pause(FIRST_PAUSE * 2**tries)

    async def _note(self, row_id: int, tries: int, error: Exception) -> None:
        """Leave word in the row for whoever looks why a chat waits."""
        with suppress(StoreFault, OSError):
            async with self._store.change() as tx:
                await inbox.note_try(tx, row_id, tries, type(error).__name__)

    async def _dispatch(self, body: Any, turn: Turn) -> None:
        update = Update.model_validate(fill_update(body), context={"bot": self._bot})
        assert update.event_type  # aiogram would print an update of unknown kind as it is
        with suppress(AlreadyHandled):
            await self._tell(update, turn)
        asked = body.get("callback_query") or body.get("pre_checkout_query")
        if asked is not None:
            self._supervisor.start(self._answer(asked, turn), "answer a press")

    async def _tell(self, update: Update, turn: Turn) -> None:
        token = current_turn.set(turn)
        try:
            await self._dispatcher.feed_update(self._bot, update, turn=turn)
        finally:
            current_turn.reset(token)
        if not turn.done:
            async with self._store.change(turn):
                pass

    async def _set_aside(self, body: Any, turn: Turn, reason: str) -> None:
        reason = reason.encode(errors="replace").decode().replace("\x00", "")
        log.error("update_set_aside", inbox=turn.inbox_id, reason=reason.partition(":")[0][:80])
        told = body if isinstance(body, dict) else {}
        while not self._supervisor.stopping.is_set():
            try:
                await self._bury(told, turn, reason)
                return
            except (StoreFault, OSError):
                await self._supervisor.pause(SLOW_PAUSE)
            except Exception:
                log.error("person_not_told", inbox=turn.inbox_id, exc_info=True)
                told = {}
                await self._supervisor.pause(SLOW_PAUSE)

    async def _bury(self, body: dict[str, Any], turn: Turn, reason: str) -> None:
        async with self._store.change() as tx:
            if turn.inbox_id is not None:
                await inbox.set_aside(tx, turn.inbox_id, reason, turn.now)
            await self._tell_aside(tx, body, turn, reason)
