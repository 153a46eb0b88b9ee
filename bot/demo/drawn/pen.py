"""A sheet in the flat style of the demo shop, and the pen that draws on it."""

import io
import math
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Arc, Circle, Ellipse, FancyBboxPatch, Polygon
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

Point = tuple[float, float]
INK = "#27313d"
STEEL = "#8d99a6"
LIGHT = "#dfe5ea"
WIDTH, HEIGHT, DPI = 8.0, 6.0, 100


class Pen:
    """Draws on a sheet of 800 × 600 points; the origin is below on the left, lengths in points."""

    def __init__(self, ground: str) -> None:
        self._figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI)
        FigureCanvasAgg(self._figure)
        self._figure.set_facecolor(ground)
        self._order = 1.0

    def png(self) -> bytes:
        """The sheet as a PNG."""
        out = io.BytesIO()
        self._figure.savefig(out, format="png", dpi=DPI, facecolor=self._figure.get_facecolor())
        return out.getvalue()

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line through points with round ends."""
        xs, ys = zip(*points, strict=True)
        self._put(
            Line2D(
                xs,
                ys,
                color=colour,
                linewidth=width,
                solid_capstyle="round",
                solid_joinstyle="round",
            )
        )

    def disc(self, at: Point, radius: float, colour: str) -> None:
        """A filled circle."""
        self._put(Circle(at, radius, color=colour, linewidth=0))

    def ring(self, at: Point, radius: float, colour: str, width: float) -> None:
        """A circle's line."""
        self._put(Circle(at, radius, fill=False, edgecolor=colour, linewidth=width))

    def oval(self, at: Point, size: Point, colour: str, angle: float = 0.0) -> None:
        """A filled ellipse, turned by degrees."""
        self._put(Ellipse(at, *size, angle=angle, color=colour, linewidth=0))

    def shape(self, points: Sequence[Point], colour: str, edge: float = 0.0) -> None:
        """A filled polygon; `edge` rounds its corners with a line of that width."""
        self._put(
            Polygon(
                points,
                closed=True,
                facecolor=colour,
                edgecolor=colour,
                linewidth=edge,
                joinstyle="round",
            )
        )

    def box(self, at: Point, size: Point, colour: str, corner: float = 12.0) -> None:
        """A filled box with round corners; `at` is its lower left corner."""
        (x, y), (width, height) = at, size
        corner = min(corner, width / 2, height / 2)
        self._put(
            FancyBboxPatch(
                (x + corner, y + corner),
                width - 2 * corner,
                height - 2 * corner,
                boxstyle=f"round,pad={corner}",
                facecolor=colour,
                linewidth=0,
            )
        )

    def arc(self, at: Point, size: Point, ends: Point, colour: str, width: float) -> None:
        """A piece of an ellipse's line, between two angles in degrees."""
        self._put(
            Arc(
                at,
                *size,
                theta1=ends[0],
                theta2=ends[1],
                edgecolor=colour,
                linewidth=width,
                capstyle="round",
            )
        )

    def shadow(self, at: Point, size: Point) -> None:
        """What a thing leaves on the floor."""
        for share, tone in ((1.0, "#00000010"), (0.8, "#00000012"), (0.55, "#00000014")):
            self.oval(at, (size[0] * share, size[1] * share), tone)

    def word(self, text: str, at: Point, size: float, colour: str) -> None:
        """A word in the middle of a place."""
        self._put(
            Text(*at, text, fontsize=size, color=colour, ha="center", va="center", weight="bold")
        )

    def _put(self, artist: Artist) -> None:
        """Straight onto the sheet, without axes: four times as fast."""
        self._order += 1.0
        artist.set_zorder(self._order)
        artist.set_transform(IdentityTransform())
        self._figure.add_artist(artist)


def turned(at: Point, length: float, degrees: float) -> Point:
    """The point so far from another in a direction."""
    angle = math.radians(degrees)
    return at[0] + length * math.cos(angle), at[1] + length * math.sin(angle)


def between(one: Point, other: Point, share: float) -> Point:
    """A point on the way from one to the other."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def shaded(colour: str, by: float) -> str:
    """A colour made darker (by < 0) or lighter (by > 0), by a share of the way."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    goal = 255 if by > 0 else 0
    mixed = [round(part + (goal - part) * abs(by)) for part in parts]
    return "#" + "".join(f"{part:02x}" for part in mixed)
