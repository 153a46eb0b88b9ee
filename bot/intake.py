"""Asking Telegram for updates and storing them before it is told so."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod

from bot import clock
from bot.absence import Absence
from bot.supervisor import Supervisor
from models import inbox
from models.inbox import Arrival
from models.store import Store, StoreFault

log = structlog.get_logger()

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "pre_checkout_query",
    "message_reaction",
    "my_chat_member",
    "chat_member",
]
Accepted = tuple[int, int, Any]
LARGEST = 2**63 - 1
LONG_POLL = 25
FIRST_YIELD, LONGEST_YIELD = 5.0, 300.0


class GetUpdatesRaw(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates whose answer is left undecoded: one broken update must not stop a batch."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = LONG_POLL
    allowed_updates: list[str] = ALLOWED_UPDATES


class Poller:
    """One poller per bot: fetches, stores, hands over, and only then asks for the next."""

    def __init__(
        self,
        bot: Bot,
        store: Store,
        supervisor: Supervisor,
        hand_over: Callable[[Sequence[Accepted]], None],
        heard: Callable[[datetime, float], Awaitable[None]],
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._bot = bot
        self._store = store
        self._supervisor = supervisor
        self._hand_over = hand_over
        self._heard = heard
        self._now = now
        self._offset: int | None = None
        self._wait = 0  # the first answer comes at once: it tells of the time nobody listened
        self._yield = FIRST_YIELD
        self._conflict_at = 0.0
        self._absence = Absence()

    async def run(self) -> None:
        """Poll until the program ends."""
        while not self._supervisor.stopping.is_set():
            try:
                raw = await self._fetch()
            except TelegramRetryAfter as error:
                await self._supervisor.pause(error.retry_after)
                continue
            except TelegramConflictError:
                await self._give_way()
                continue
            except (TelegramNetworkError, TelegramAPIError, ClientDecodeError) as error:
                self._absence.noticed(error)
                await self._supervisor.pause(1)
                continue
            if not self._supervisor.stopping.is_set():
                self._absence.over()
            if raw:
                await self.store(raw)
            await self._note()

    async def _note(self) -> None:
        try:
            await self._heard(self._now(), clock.ticking())
        except Exception as error:
            log.error("gap_not_noted", error=type(error).__name__, exc_info=True)

    async def _give_way(self) -> None:
        """Telegram hears one poller per token: idle ever longer rather than fight for it."""
        at = clock.ticking()
        if at - self._conflict_at > 2 * LONGEST_YIELD:
            self._yield = FIRST_YIELD
        log.error(
            "second_poller",
            advice="another program polls with this bot's token: stop one of the two",
            idle_seconds=self._yield,
        )
        await self._supervisor.pause(self._yield)
        self._conflict_at = clock.ticking()
        self._yield = min(self._yield * 2, LONGEST_YIELD)

    async def _fetch(self) -> list[dict[str, Any]]:
        ask = GetUpdatesRaw(offset=self._offset, timeout=self._wait)
        found = await self._supervisor.until_stop(self._bot(ask, request_timeout=40))
        self._wait = LONG_POLL
        return found or []

    async def store(self, raw: Sequence[Any]) -> None:
        """Store a batch, as often as it takes; only then move the offset."""
        arrivals = [arrival for update in raw if (arrival := arrival_of(update)) is not None]
        while not self._supervisor.stopping.is_set():
            try:
                async with self._store.change(urgent=True) as tx:
                    fresh = await inbox.accept(tx, self._bot.id, arrivals, clock.now())
            except StoreFault as error:
                log.error("inbox_not_written", error=str(error))
                await self._supervisor.pause(1)
                continue
            self._hand_over(fresh)
            if arrivals:
                self._offset = arrivals[-1].update_id + 1
            return


def arrival_of(update: Any) -> Arrival | None:
    """Find an update's id and the chat whose order it keeps, without trusting its shape."""
    if not isinstance(update, dict) or not _fits(update.get("update_id")):
        log.error("update_without_id")
        return None
    return Arrival(update["update_id"], _lane(update), update)


def _lane(update: dict[str, Any]) -> int:
    for part in update.values():
        if not isinstance(part, dict):
            continue
        for place in (part, part.get("message"), part.get("from"), part.get("user")):
            if not isinstance(place, dict):
                continue
            chat = place.get("chat", place)
            if isinstance(chat, dict) and _fits(chat.get("id")):
                return int(chat["id"])
    return 0


def _fits(number: Any) -> bool:
    return isinstance(number, int) and abs(number) <= LARGEST
