"""Telegram is away: said at once, then ever more rarely, and once more when it is back."""

from collections.abc import Callable

import structlog

from bot import clock

log = structlog.get_logger()
FIRST_SILENCE, LONGEST_SILENCE = 5.0, 300.0


class Absence:
    """How long Telegram has not answered; a log that nobody wants to read is kept short."""

    def __init__(self, ticking: Callable[[], float] = clock.ticking) -> None:
        self._ticking = ticking
        self._since: float | None = None
        self._say_at = 0.0
        self._silence = FIRST_SILENCE

    def noticed(self, error: Exception) -> None:
        """A call found nobody."""
        at = self._ticking()
        if self._since is None:
            self._since = self._say_at = at
            self._silence = FIRST_SILENCE
        if at < self._say_at:
            return
        away = round(at - self._since)
        log.warning("telegram_unreachable", error=type(error).__name__, away_seconds=away)
        self._say_at = at + self._silence
        self._silence = min(self._silence * 2, LONGEST_SILENCE)

    def over(self) -> None:
        """A call was answered."""
        if self._since is not None:
            log.warning("telegram_back", away_seconds=round(self._ticking() - self._since))
            self._since = None
