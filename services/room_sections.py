"""What `shop.toml` says of the rooms beyond selling; each room reads its own sections."""

from collections.abc import Mapping
from typing import Any

from services.privacy import sections as privacy
from services.profile import sections as profile
from services.segments import sections as segments
from services.voice import sections as voice

ROOMS = (privacy, voice, profile, segments)


def read(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of all rooms; raises ValueError with the section and what to write there."""
    return {key: value for room in ROOMS for key, value in room.sections(raw).items()}


def names() -> tuple[str, ...]:
    """The facts that the file is the truth of, at every start."""
    return tuple(name for room in ROOMS for name in room.NAMES)
