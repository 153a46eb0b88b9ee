"""Which card of this room shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Texts
from services.voice.room import VoiceViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class VoiceScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: VoiceViews) -> None:
        self._texts = texts
        self._views = views
        self.by_name: dict[str, Drawn] = {}
