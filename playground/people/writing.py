"""Texts, edits, reactions, deletions, and the doors of a private chat."""

from __future__ import annotations

import re

from playground.accounts import ANONYMOUS_ADMIN
from playground.chats import PrivateChat
from playground.entities import TEXT_LIMIT, finished
from playground.errors import Refusal
from playground.messages import Message
from playground.people.actor import Reply, Where
from playground.people.presence import Presence
from playground.reactions import ALLOWED, react
from playground.units import utf16

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Writes(Presence):
    async def says(
        self,
        text: str,
        *,
        chat: Where = None,
        thread: int | None = None,
        reply_to: Reply = None,
        anonymous: bool = False,
    ) -> Message:
        """A text message; `anonymous`: as the group's anonymous administrator."""
        plain, entities = finished(text, [])
        if not plain:
            raise Refusal("the text is empty")
        if utf16(plain) > TEXT_LIMIT:
            raise Refusal("the text is too long")
        content = {"text": plain, "entities": entities} if entities else {"text": plain}
        if not anonymous:
            return self.post("text", content, chat, thread, reply_to)
        extra = {"sender_chat": self.chat(chat).json()}
        return self.post(
            "text", content, chat, thread, reply_to, sender=ANONYMOUS_ADMIN, extra=extra
        )

    async def starts(self, payload: str = "", *, chat: Where = None) -> Message:
        """Presses Start in a private chat, unblocking the bot if need be."""
        if not PAYLOAD.fullmatch(payload):
            raise Refusal("a start payload is up to 64 letters, digits, _ and -", 400)
        place = self.chat(chat)
        if isinstance(place, PrivateChat) and place.blocked:
            await self.unblocks(chat=place)
        return await self.says(f"/start {payload}".strip(), chat=place)

    async def edits(self, message: Message | int, text: str, *, chat: Where = None) -> Message:
        """Edits an own message's text or caption."""
        found = self.own(message, chat)
        plain, entities = finished(text, [])
        part = "text" if found.kind == "text" else "caption"
        marks = "entities" if part == "text" else "caption_entities"
        content = {k: v for k, v in found.content.items() if k not in (part, marks)}
        content[part] = plain
        if entities:
            content[marks] = entities
        found.content = content
        self.world.edited(found, self.user)
        self.acted()
        return found

    async def deletes(self, message: Message | int, *, chat: Where = None) -> None:
        """Deletes a message; bots are told nothing."""
        place = message.chat if isinstance(message, Message) else self.chat(chat)
        self.world.delete(self.message(place, message))

    async def reacts(
        self, message: Message | int, emoji: str = "", *, chat: Where = None
    ) -> Message:
        """Sets the reaction; an empty one takes it back."""
        place = message.chat if isinstance(message, Message) else self.chat(chat)
        found = self.message(place, message)
        emoji = emoji.replace("\ufe0f", "")
        if emoji and emoji not in ALLOWED:
            raise Refusal(f"Telegram has no reaction {emoji}", 400)
        react(self.world, found, self.user, emoji)
        self.acted()
        return found

    async def blocks(self, *, chat: Where = None) -> None:
        self._block(self._private(chat), True)

    async def unblocks(self, *, chat: Where = None) -> None:
        self._block(self._private(chat), False)

    def _private(self, where: Where) -> PrivateChat:
        chat = self.chat(where)
        if not isinstance(chat, PrivateChat):
            raise Refusal("only a bot in a private chat can be blocked")
        return chat

    def _block(self, chat: PrivateChat, blocked: bool) -> None:
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        states = ("member", "kicked") if blocked else ("kicked", "member")
        bot = chat.bot
        change = {
            "chat": chat.json(),
            "from": self.user.json(),
            "date": self.world.now(),
            "old_chat_member": _bot_state(bot.json(), states[0]),
            "new_chat_member": _bot_state(bot.json(), states[1]),
        }
        bot.updates.push("my_chat_member", change, self.world.clock.now(), chat.id)
        self.chat_changed(chat)


def _bot_state(bot: dict[str, object], status: str) -> dict[str, object]:
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
