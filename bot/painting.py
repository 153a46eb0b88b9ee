"""Who draws for the running bot: what draws is loaded with the first picture, in its thread."""

from collections.abc import Mapping
from pathlib import Path

from services.weeks import Weeks


def paint(found: Weeks, titles: Mapping[str, str], language: str, folder: Path) -> None:
    """The model's work by week, as files in a folder; raises OSError."""
    from bot.reports.quality import draw

    draw(found, titles, language, folder)
