"""A picture for every thing that the demo shop sells, by the name of what it is."""

from collections.abc import Callable
from pathlib import Path

from bot.demo.drawn import parts, wear
from bot.demo.drawn.bikes import BUILDS, bike
from bot.demo.drawn.pen import Pen

THINGS: dict[str, Callable[[Pen, str], None]] = {
    "helmet": wear.helmet,
    "jersey": wear.jersey,
    "gloves": wear.gloves,
    "glasses": wear.glasses,
    "backpack": wear.backpack,
    "pannier": wear.pannier,
    "bottle": wear.bottle,
    "child_seat": wear.child_seat,
    "light": parts.light,
    "lock": parts.lock,
    "pump": parts.pump,
    "bell": parts.bell,
    "tyre": parts.tyre,
    "tube": parts.tube,
    "wheel": parts.wheel,
    "chain": parts.chain,
    "pedals": parts.pedals,
    "saddle": parts.saddle,
    "tools": parts.tools,
    "oil": parts.oil,
    "computer": parts.computer,
    "rack": parts.rack,
    "fenders": parts.fenders,
    "stand": parts.stand,
    "grips": parts.grips,
}
GROUNDS = ("#eef3f6", "#f6f1e7", "#eaf4ee", "#f3eef7", "#f7eeee")
COLOURS = {
    "red": "#d9534f",
    "blue": "#2f7fd1",
    "green": "#2fa36b",
    "yellow": "#e8a33d",
    "violet": "#7b5cc4",
    "turquoise": "#20a4a8",
    "black": "#3a4450",
    "white": "#f4f6f8",
    "pink": "#e26f9b",
    "orange": "#e5732f",
    "silver": "#a9b4bf",
    "brown": "#96683f",
}


def draw(thing: str, colour: str) -> bytes:
    """A picture of a thing in a colour, as PNG; raises KeyError for what nobody can draw."""
    ground = GROUNDS[sum(map(ord, thing + colour)) % len(GROUNDS)]
    pen = Pen(ground)
    if thing in BUILDS:
        bike(pen, thing, COLOURS[colour])
    else:
        THINGS[thing](pen, COLOURS[colour])
    return pen.png()


def drawn(folder: Path, thing: str, colour: str) -> Path:
    """The file with a picture; drawn when it is not there yet."""
    path = folder / f"{thing}-{colour}.png"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(draw(thing, colour))
        fresh.replace(path)
    return path
