"""Paper and pens for pictures that are looked at on a phone: 1080 pixels wide, large letters."""

import html
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.layout_engine import ConstrainedLayoutEngine

from handlers.texts import Texts

WIDTH, DOTS = 6.0, 180
INK, PALE, OLD, BAD, GRID = "#1f4e8c", "#9db7d9", "#e07b00", "#c0392b", "#e3e6ea"
TITLE, PLAIN, SMALL = 17, 14, 12
LINE = 60


class Words:
    """Sentences and topic titles in one language."""

    def __init__(self, language: str, titles: Mapping[str, str]) -> None:
        self._texts = Texts()
        self.language = language
        self._titles = titles

    def say(self, key: str, **args: Any) -> str:
        """A sentence for paper: nothing in it is HTML."""
        return html.unescape(self._texts.say(self.language, key, **args))

    def title(self, topic: str, width: int) -> str:
        """A topic's name, cut to `width` letters; a dollar sign in it is just that."""
        name = " ".join(_drawable(self._titles.get(topic, topic)).split()) or topic
        short = name if len(name) <= width else f"{name[: width - 1].rstrip()}…"
        return short.replace("$", r"\$")

    def day(self, day: date) -> str:
        """A day of a year that goes without saying: 14.09, or 14 Sep."""
        if self.language == "ru":
            return f"{day:%d.%m}"
        return f"{day.day} {self.say(f'month-{day.month}')[:3]}"

    def percent(self, share: float, places: int = 1) -> str:
        """A share as a percentage without its sign."""
        return self.number(100 * share, places)

    def number(self, value: float, places: int = 1) -> str:
        """A number as people write it in this language."""
        said = f"{value:.{places}f}"
        return said.replace(".", ",") if self.language == "ru" else said


def _drawable(text: str) -> str:
    """Without what the font has no picture of, such as emoji."""
    font = get_font(findfont("DejaVu Sans"))
    return "".join(char for char in text if font.get_char_index(ord(char)) or char.isspace())


def sheet(height: float, title: str, *hints: str, foot: float = 0.0) -> tuple[Figure, Axes]:
    """A figure with a title, lines of explanation below it, one pair of axes, and room below."""
    lines = [line for hint in hints for line in textwrap.wrap(hint, LINE)]
    head = 0.55 + 0.25 * len(lines)
    total = height + head
    room = (0.01, 0.01 + foot / total, 0.97, 1 - (head + foot) / total - 0.01)
    engine = ConstrainedLayoutEngine(rect=room)
    figure = Figure(figsize=(WIDTH, total), dpi=DOTS, layout=engine)
    figure.text(0.03, 1 - 0.12 / total, title, size=TITLE, weight="bold", va="top")
    figure.text(
        0.03,
        1 - 0.48 / total,
        "\n".join(lines),
        size=SMALL,
        va="top",
        color="#444",
        linespacing=1.3,
    )
    axes = figure.subplots()
    axes.tick_params(labelsize=SMALL, length=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def store(figure: Figure, path: Path) -> None:
    """Write the PNG."""
    figure.savefig(path, dpi=DOTS)
