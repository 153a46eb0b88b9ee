"""Delivery of updates to a bot's own web address, repeated and ordered as Telegram does."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from playground.accounts import Bot
from playground.clock import Clock
from playground.updates import Event

TIMEOUT = aiohttp.ClientTimeout(total=60)
LONGEST_WAIT = 3600
GATHERING = 0.05
Execute = Callable[[Bot, dict[str, Any]], None]


@dataclass(eq=False)
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0
    _cap: float = field(default_factory=lambda: random.uniform(60, 120))

    def next_delay(self, delay: float) -> float:
        return min(delay * 2, self._cap)


class Courier:
    """Posts a bot's updates: in order within a chat, chats side by side."""

    def __init__(self, bot: Bot, webhook: Webhook, clock: Clock, execute: Execute) -> None:
        self.bot = bot
        self.webhook = webhook
        self.clock = clock
        self.execute = execute
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        tasks = [self._task, *self._lanes.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        queue = self.bot.updates
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            while True:
                for event in list(queue.events):
                    self._start_lane(session, event.lane)
                queue.arrived.clear()
                await self._stir()

    async def _stir(self) -> None:
        """Until something arrives; now and then, for lanes that just ended, anyway."""
        try:
            await asyncio.wait_for(self.bot.updates.arrived.wait(), GATHERING)
        except TimeoutError:
            return

    def _start_lane(self, session: aiohttp.ClientSession, lane: str) -> None:
        running = self._lanes.get(lane)
        if running is not None and not running.done():
            return
        busy = sum(not task.done() for task in self._lanes.values())
        if busy < self.webhook.max_connections:
            self._lanes[lane] = asyncio.create_task(self._drive(session, lane))

    async def _drive(self, session: aiohttp.ClientSession, lane: str) -> None:
        while event := self._head(lane):
            await self._deliver(session, event)
            self.bot.updates.remove(event)

    def _head(self, lane: str) -> Event | None:
        return next((event for event in self.bot.updates.events if event.lane == lane), None)

    async def _deliver(self, session: aiohttp.ClientSession, event: Event) -> None:
        """Until the address says 2xx or the update is too old."""
        delay = 1.0
        while event.expires > self.clock.now():
            wait = await self._post(session, event)
            if wait is None:
                return
            await self.clock.sleep(wait or delay)
            delay = self.webhook.next_delay(delay)

    async def _post(self, session: aiohttp.ClientSession, event: Event) -> float | None:
        """None when delivered, else the seconds the address asks to wait (0: none named)."""
        headers = {"Content-Type": "application/json"}
        if self.webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook.secret
        try:
            async with session.post(
                self.webhook.url, data=event.text.encode(), headers=headers
            ) as answer:
                if 200 <= answer.status < 300:
                    self._carry_out(await answer.read())
                    return None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                asked = answer.headers.get("Retry-After", "0")
                return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else 0.0
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {error}")
            return 0.0

    def _note(self, text: str) -> None:
        self.webhook.last_error = text
        self.webhook.last_error_date = int(self.clock.now())

    def _carry_out(self, body: bytes) -> None:
        """A method in the answer is executed; nobody hears how it went."""
        try:
            wanted = json.loads(body or b"{}")
        except ValueError:
            return
        if isinstance(wanted, dict) and "method" in wanted:
            self.execute(self.bot, wanted)
