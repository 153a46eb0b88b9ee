"""Presses of inline buttons and pre-checkout questions, from the question to the bot's answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from playground.accounts import User
from playground.messages import Message

LIFE = 150


@dataclass(eq=False)
class Query:
    id: str
    user: User
    message: Message
    asked: float
    kind: str = "callback_query"
    answer: dict[str, Any] | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def settle(self, answer: dict[str, Any]) -> None:
        self.answer = answer
        self._done.set()

    async def answered(
        self,
        timeout: float = 60.0,  # noqa: ASYNC109
    ) -> dict[str, Any]:
        """The bot's answer: `text`, `alert`, `url`."""
        async with asyncio.timeout(timeout):
            await self._done.wait()
        return self.answer or {}
