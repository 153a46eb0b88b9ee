"""Everything but text that a person sends: media, albums, places, contacts, polls."""

from __future__ import annotations

from typing import Any

from playground.content import MEDIA, file_content, media_group, plain_content
from playground.errors import Refusal
from playground.messages import Message
from playground.people.actor import Reply, Where
from playground.people.writing import Writes
from playground.samples import sample

ALBUMS = {"photo", "video", "document", "audio"}


class Sends(Writes):
    async def sends(
        self,
        kind: str,
        *,
        caption: str = "",
        chat: Where = None,
        thread: int | None = None,
        reply_to: Reply = None,
        data: bytes | None = None,
        file_name: str | None = None,
        mime_type: str | None = None,
        **details: Any,
    ) -> Message:
        """A photo, voice, video, video_note, document, audio, animation, sticker, location,
        venue, contact, poll or dice; without `data` a built-in sample."""
        if kind in MEDIA:
            content = self._media(kind, caption, data, file_name, mime_type)
        else:
            content = plain_content(self.world, self.user, kind, details)
        return self.post(kind, content, chat, thread, reply_to)

    async def sends_album(
        self,
        kind: str = "photo",
        count: int = 3,
        *,
        caption: str = "",
        chat: Where = None,
        thread: int | None = None,
    ) -> list[Message]:
        """Several of one kind as an album; the caption stands under the first."""
        if kind not in ALBUMS or not 2 <= count <= 10:
            raise Refusal("an album is 2 to 10 photos, videos, documents or audios", 400)
        group = media_group(self.world)
        return [
            self.post(
                kind,
                self._media(kind, "" if index else caption, None, None, None),
                chat,
                thread,
                None,
                extra={"media_group_id": group},
            )
            for index in range(count)
        ]

    async def shares_contact(self, *, chat: Where = None, thread: int | None = None) -> Message:
        """The own phone number."""
        return await self.sends("contact", chat=chat, thread=thread)

    def _media(
        self, kind: str, caption: str, data: bytes | None, name: str | None, mime: str | None
    ) -> dict[str, Any]:
        base = sample(kind)
        file = self.world.files.add(
            kind, base.data if data is None else data, name or base.name, mime or base.mime
        )
        content = file_content(self.world, file, {})
        return {**content, "caption": caption} if caption else content
