"""A sender between a database and a scripted Telegram."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    TelegramNetworkError,
)
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, Message
from aiohttp import ClientConnectorError
from sqlalchemy import select

from bot.errands import Errands
from bot.pace import Pace
from bot.sender import Sender
from bot.supervisor import Supervisor
from handlers.calls import Call
from handlers.outgoing import Outgoing
from models import outbox
from models.outbox import Outbox
from models.store import Session, Store
from services.delivery import Delivery
from services.outcomes import Outcome, Sent

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
SEND = SendMessage(chat_id=1, text="x")
Fault = Callable[[TelegramMethod[Any]], Exception]


def unreachable(method: TelegramMethod[Any]) -> Exception:
    """Nobody listened: the call was certainly not made."""
    error = TelegramNetworkError(method, "cannot connect")
    key: Any = None
    error.__cause__ = ClientConnectorError(key, OSError(111, "refused"))
    return error


def lost(method: TelegramMethod[Any]) -> Exception:
    """The connection broke: the call may have been made."""
    return TelegramNetworkError(method, "server disconnected")


class Script(BaseSession):
    """Telegram's answers in order; when there are no more, every call succeeds."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = list(faults)
        self.calls: list[int] = []
        self.running = self.most_running = 0
        self.before: Callable[[], Any] | None = None

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> Any:
        chat_id = cast(int, getattr(method, "chat_id", 0))
        self.calls.append(chat_id)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        if self.before is not None:
            await self.before()
        await asyncio.sleep(0)
        self.running -= 1
        if self.faults:
            raise self.faults.pop(0)(method)
        chat = Chat(id=chat_id, type="private")
        return Message(message_id=len(self.calls), date=NOW, chat=chat)

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *given: Any, **named: Any) -> AsyncGenerator[bytes, None]:
        """No files here."""
        yield b""


class Rendering:
    """Edits can be repeated, texts can't."""

    async def call(self, row: Sent, now: datetime) -> Call:
        if row.kind == "card":
            edit = EditMessageText(chat_id=row.chat_id, message_id=5, text="x")
            return Call(edit, repeatable=True)
        return Call(SendMessage(chat_id=row.chat_id, text="x"))


class Settling(Delivery):
    """Stores outcomes without what follows from them in conversations."""

    def __init__(self) -> None:
        self.stale = False
        self.moved: list[tuple[int, int]] = []

    async def settle(self, tx: Session, outcome: Outcome) -> None:
        await self.settle_only(tx, outcome)

    async def migrate(self, tx: Session, old: int, new: int, now: datetime) -> None:
        self.moved.append((old, new))
        await outbox.move_chat(tx, old, new)


class Desk:
    """A sender between a database and a scripted Telegram; its clock runs fast."""

    def __init__(self, store: Store, script: Script) -> None:
        self.store, self.script = store, script
        self.supervisor = Supervisor()
        self.delivery = Settling()
        self.seconds = 100.0
        self.pace = Pace(0)
        bot = Bot("1:TEST", session=script)
        errands = Errands(bot, cast(Outgoing, Rendering()), self.now, self._hold)
        self.sender = Sender(
            store,
            errands,
            self.delivery,
            self.pace,
            self.supervisor,
            self.now,
            lambda: self.seconds,
        )
        store.on_promise = self.sender.wake

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def _hold(self, chat_id: int, seconds: float) -> None:
        self.pace.hold(chat_id, seconds, self.seconds)

    async def promises(self, *chats: int, kind: str = "text") -> None:
        async with self.store.change() as tx:
            for chat_id in chats:
                await outbox.promise(tx, chat_id, kind, {}, NOW)

    async def rows(self) -> list[Outbox]:
        async with self.store.look() as tx:
            return list((await tx.execute(select(Outbox).order_by(Outbox.id))).scalars())

    async def until(self, *states: str) -> list[Outbox]:
        async with asyncio.timeout(60):
            while [row.status for row in await self.rows()] != list(states):
                self.seconds += 1.0
                self.sender.wake()
                await asyncio.sleep(0.005)
        return await self.rows()


@asynccontextmanager
async def running(store: Store, *faults: Fault) -> AsyncIterator[Desk]:
    desk = Desk(store, Script(*faults))
    desk.supervisor.start(desk.sender.run(), "sender")
    try:
        yield desk
    finally:
        await desk.supervisor.stop(30.0)
