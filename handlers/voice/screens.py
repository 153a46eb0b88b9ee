"""Which card of this room shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Texts
from handlers.voice.cards.better import better
from handlers.voice.cards.comments import asked_comments, comments
from handlers.voice.cards.complaint import complaint
from handlers.voice.cards.feedback import feedback
from handlers.voice.cards.service import service
from handlers.voice.cards.survey import survey
from handlers.voice.cards.wish_group import wish_group
from handlers.voice.cards.wishes import asked_wishes, wish_list
from services.voice.room import VoiceViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class VoiceScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: VoiceViews) -> None:
        self._texts = texts
        self._views = views
        self.by_name: dict[str, Drawn] = {
            "complaint": self._complaint,
            "better": self._better,
            "feedback": self._feedback,
            "service": self._service,
            "nps": self._survey,
            "ces": self._survey,
            "wishes": self._wishes,
        }

    async def _complaint(
        self, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        view = await self._views.complaint(subject)
        language = self._views.language_at(chat_id)
        return complaint(self._texts, view, page, language, now) if view else None

    async def _better(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.better(subject)
        return better(self._texts, view) if view else None

    async def _feedback(
        self, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        language, found = self._views.language_at(chat_id), await self._views.feedback(now)
        if not page.startswith("said."):
            return feedback(self._texts, found, page, language)
        asked = asked_comments(page)
        said, more = await self._views.comments(*asked, now)
        return comments(self._texts, found, asked, said, more, language, now)

    async def _service(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        found = await self._views.service(now)
        return service(self._texts, found, page, self._views.language_at(chat_id))

    async def _survey(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.survey(subject)
        return survey(self._texts, view) if view else None

    async def _wishes(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        name, ref, number = asked_wishes(page)
        language, decides = self._views.language_at(chat_id), self._views.decides(chat_id)
        if name != "list":
            merging = name == "merge"
            view = await self._views.wish_group(ref, number, now, merging=merging)
            if view is not None:
                return wish_group(self._texts, view, name, language, now, decides=decides)
            ref, number = "open", 0
        found = await self._views.wishes(ref, number, now)
        return wish_list(self._texts, found, language)
