"""What a person sees, and waiting until it is there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from playground.chats import Chat
from playground.messages import Message
from playground.people.actor import Actor, Where

Wanted = str | Callable[[Message], bool]


class NotSeen(AssertionError):
    """What a person waited for did not come."""


class Watches(Actor):
    def sees(self, *, chat: Where = None, thread: int | None = None) -> list[Message]:
        """The messages before this person's eyes, oldest first; `thread` 0 is General."""
        place = self.known_chat(chat)
        if place is None:
            return []
        live = (message for message in place.messages.values() if not message.deleted)
        return [m for m in live if thread is None or m.topic == thread]

    async def waits_for(
        self,
        wanted: Wanted,
        *,
        chat: Where = None,
        thread: int | None = None,
        timeout: float = 60.0,  # noqa: ASYNC109
        since: int | None = None,
    ) -> Message:
        """A message of others, new or edited after this person's last act, that matches.

        Each version of a message is found once, the oldest first. Without `chat` all chats
        this person sees are watched. `since`: an earlier `mark`, 0 for everything.
        """
        start = self.mark if since is None else since
        try:
            async with asyncio.timeout(timeout):
                while (hit := self._search(wanted, chat, thread, start)) is None:
                    await self.world.hub.alarm(self.id)
        except TimeoutError:
            raise NotSeen(self._complaint(wanted, chat)) from None
        self.found[hit] = hit.version
        return hit

    async def waits_until(
        self,
        condition: Callable[[], bool],
        *,
        timeout: float = 60.0,  # noqa: ASYNC109
    ) -> None:
        """Until something is so; looked at whenever anything changes before this person."""
        try:
            async with asyncio.timeout(timeout):
                while not condition():
                    await self.world.hub.alarm(self.id)
        except TimeoutError:
            raise NotSeen(self._complaint("a condition", None)) from None

    def _search(
        self, wanted: Wanted, where: Where, thread: int | None, since: int
    ) -> Message | None:
        chats = self.chats() if where is None else [self.known_chat(where)]
        hits = [m for chat in chats if chat for m in self._hits(chat, wanted, thread, since)]
        return min(hits, key=lambda message: message.changed, default=None)

    def _hits(self, chat: Chat, wanted: Wanted, thread: int | None, since: int) -> list[Message]:
        hits = []
        for message in reversed(chat.changes):
            if message.changed <= since:
                break
            here = thread in (None, message.topic)
            if here and self._is_news(message) and _matches(message, wanted):
                hits.append(message)
        return hits

    def _is_news(self, message: Message) -> bool:
        if message.deleted or message.sender is self.user:
            return False
        return self.found.get(message, -1) < message.version

    def _complaint(self, wanted: Wanted | str, where: Where) -> str:
        chats = self.chats() if where is None else [self.known_chat(where)]
        lines = [f"{self.user.first_name} waited in vain for {wanted!r}. Last seen:"]
        for chat in chats:
            if chat is not None:
                lines += [f"  {m!r} {m.buttons or ''}" for m in list(chat.messages.values())[-8:]]
        return "\n".join(lines)


def _matches(message: Message, wanted: Wanted) -> bool:
    return wanted in message.text if isinstance(wanted, str) else wanted(message)
