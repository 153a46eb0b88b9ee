"""A retraining in pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.lessons import Material
from classifier.curve import Curve
from classifier.trial import Trial


def draw(
    trial: Trial,
    curve: Curve | None,
    material: Material,
    language: str | None,
    folder: Path,
    advance: Callable[[int, int], None],
) -> list[dict[str, Any]]:
    """PNG files for a phone, in the folder: their names and what they are called."""
    return []
