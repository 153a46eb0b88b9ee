"""The only place that asks what time it is."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def ticking() -> float:
    """Seconds that only go forward, whatever the wall clock does."""
    return time.monotonic()
