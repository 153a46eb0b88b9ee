"""The playground: one object with the world, its bots, its faults and its HTTP server."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from playground import methods
from playground.accounts import Bot
from playground.calls import Calls
from playground.clock import Clock
from playground.control import Control
from playground.errors import Refusal
from playground.faults import Faults
from playground.gateway import Gateway
from playground.groups import Group
from playground.limits import Limits
from playground.listener import Listener
from playground.people import Person
from playground.polling import Poller
from playground.webhooks import Courier, Webhook
from playground.world import World

TOKEN = re.compile(r"\d+:\S+")
__all__ = ["Playground", "methods"]


class Playground:
    """A Bot API server on 127.0.0.1 with everything that lives behind it."""

    def __init__(
        self,
        token: str = "100:TEST",
        bot_username: str = "prilavok_bot",
        bot_name: str = "Prilavok",
    ) -> None:
        self.world = World()
        self.faults = Faults()
        self.limits = Limits(self.world.clock)
        self.calls = Calls()
        self.people: dict[int, Person] = {}
        self._pollers: dict[int, Poller] = {}
        self._couriers: dict[int, Courier] = {}
        self._gateway = Gateway(self)
        self._listener = Listener(self._gateway, Control(self))
        self.bot = self.add_bot(token, bot_username, bot_name)

    @property
    def clock(self) -> Clock:
        return self.world.clock

    @property
    def url(self) -> str:
        return self._listener.url

    def add_bot(self, token: str, username: str, name: str = "Bot") -> Bot:
        if not TOKEN.fullmatch(token):
            raise ValueError("a token looks like 123:ABC")
        return self.world.add_bot(token, username, name)

    async def start(self, port: int = 0) -> None:
        await self._listener.start(port)

    async def stop(self) -> None:
        await self._listener.close_door()
        for poller in self._pollers.values():
            poller.end("the playground stops")
        for bot in self.world.bots.values():
            await self.deliver(bot, None)
        self.world.hub.tell_everybody({"type": "bye"})
        await self._listener.stop()

    async def refuse_connections(self) -> None:
        """Nobody listens any more, as if the machine were gone."""
        await self._listener.close_door()

    async def accept_connections(self) -> None:
        await self._listener.open_door()

    def poller(self, bot: Bot) -> Poller:
        if bot.id not in self._pollers:
            self._pollers[bot.id] = Poller(bot, self.world.clock)
        return self._pollers[bot.id]

    async def deliver(self, bot: Bot, webhook: Webhook | None) -> None:
        """Delivers the bot's updates to this address from now on, or leaves them to polling."""
        courier = self._couriers.pop(bot.id, None)
        if courier is not None:
            await courier.stop()
        bot.webhook = webhook
        if webhook is not None:
            self.poller(bot).end("terminated by setWebhook request")
            execute = self._gateway.execute
            self._couriers[bot.id] = Courier(bot, webhook, self.world.clock, execute)

    def user(self, name: str, language: str | None = None, **card: Any) -> Person:
        """A new person: `last_name`, `username`, `id`, `phone`, `premium`, `hides_forwards`."""
        user = self.world.add_user(
            card.pop("id", None), first_name=name, language_code=language, **card
        )
        person = self.people[user.id] = Person(self, user)
        return person

    def person(self, user_id: int) -> Person:
        if user_id not in self.people:
            raise Refusal("no such person", 404)
        return self.people[user_id]

    def group(
        self,
        title: str,
        *,
        forum: bool = False,
        supergroup: bool = False,
        members: Iterable[Person] = (),
    ) -> Group:
        """A new group; the first member is its creator. Bots are added by `add_bot`."""
        chat = self.world.add_group(title, supergroup=supergroup, forum=forum)
        return Group(self, chat).founded_by([person.user for person in members])

    def push(self, update: dict[str, Any], bot: Bot | None = None) -> int:
        """A forged update, of any shape; returns its id."""
        return (bot or self.bot).updates.push_raw(update, self.world.clock.now())

    def commands_changed(self, bot: Bot) -> None:
        """Open pages show the bot's new menu."""
        for chat in bot.chats.values():
            person = self.people.get(chat.user.id)
            if person:
                person.chat_changed(chat)

    def reset(self) -> None:
        """Empties the world, the calls and the faults; bots stay registered."""
        self.world.hub.tell_everybody({"type": "reset"})
        self.world.clear()
        self.people.clear()
        self.faults.clear()
        self.limits.clear()
        self.calls.clear()
