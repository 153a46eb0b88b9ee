"""Bicycles: two wheels, a frame by its kind, what hangs on it."""

from dataclasses import dataclass

from bot.demo.drawn.pen import INK, LIGHT, STEEL, Pen, Point, between, shaded, turned

FLOOR = 95.0


@dataclass(frozen=True, slots=True)
class Build:
    """How a kind of bicycle is built: wheel and tyre, where things stand, what hangs on it."""

    wheel: float = 122
    tyre: float = 9
    base: float = 335
    seat: float = 165
    bars: str = "flat"
    step: bool = False
    pedals: bool = True
    fork: bool = False
    rear: bool = False
    racks: bool = False
    basket: bool = False
    stabilisers: bool = False
    battery: bool = False


BUILDS = {
    "mountain": Build(tyre=14, fork=True),
    "full": Build(tyre=15, fork=True, rear=True),
    "city": Build(tyre=8, bars="swept", step=True, racks=True, basket=True, seat=178),
    "touring": Build(tyre=9, racks=True, seat=175),
    "road": Build(tyre=5, bars="drop", seat=185),
    "gravel": Build(tyre=10, bars="drop", seat=178),
    "folding": Build(wheel=82, tyre=8, base=300, seat=225, step=True, racks=True),
    "electric": Build(tyre=11, racks=True, battery=True, seat=175),
    "fat": Build(tyre=30, wheel=118),
    "bmx": Build(wheel=92, tyre=12, base=265, seat=105, bars="high"),
    "kids": Build(wheel=80, tyre=10, base=235, seat=130, bars="swept", stabilisers=True),
    "junior": Build(wheel=100, tyre=11, base=285, seat=145),
    "balance": Build(wheel=68, tyre=11, base=225, seat=105, pedals=False, bars="swept"),
    "cargo": Build(wheel=105, tyre=11, base=400, seat=185, bars="swept", racks=True, basket=True),
}


def bike(pen: Pen, kind: str, colour: str) -> None:
    """A bicycle of a kind, seen from its right side."""
    build = BUILDS[kind]
    axle = FLOOR + build.wheel + build.tyre
    rear, front = (400 - build.base / 2, axle), (400 + build.base / 2, axle)
    pen.shadow((400, FLOOR - 6), (build.base + 260, 34))
    if build.stabilisers:
        pen.line([rear, (rear[0] + 4, FLOOR + 34)], STEEL, 5)
        pen.ring((rear[0] + 4, FLOOR + 30), 26, INK, 8)
    for hub in (rear, front):
        _wheel(pen, hub, build)
    _frame(pen, build, rear, front, colour)


def _wheel(pen: Pen, hub: Point, build: Build) -> None:
    for spoke in range(0, 360, 15 if build.wheel > 90 else 24):
        pen.line([hub, turned(hub, build.wheel - 4, spoke)], "#b4bec8", 0.8)
    pen.ring(hub, build.wheel, INK, build.tyre * 1.15)
    pen.ring(hub, build.wheel - build.tyre * 0.9, STEEL, 2.5)
    pen.disc(hub, 8, INK)


def _frame(pen: Pen, build: Build, rear: Point, front: Point, colour: str) -> None:
    crank = (rear[0] + build.base * 0.42, rear[1] - build.wheel * 0.12)
    saddle = turned(crank, build.seat + build.wheel * 0.42, 106)
    top = between(crank, saddle, 0.78)
    head = (front[0] - build.base * 0.17, front[1] + build.wheel * 0.42 + build.seat * 0.62)
    fork = (head[0] + 12, head[1] - 40)
    dark = shaded(colour, -0.25)
    if build.racks:
        _rack(pen, rear, build, top)
    pen.line([fork, front], STEEL if build.fork else dark, 9 if build.fork else 7)
    if build.fork:
        pen.line([fork, between(fork, front, 0.5)], INK, 14)
    pen.line([rear, crank], dark, 7)
    pen.line([rear, between(crank, saddle, 0.62)], dark, 6)
    pen.line([between(crank, saddle, 0.6), saddle], STEEL, 6)
    pen.line([crank, top], colour, 11)
    if build.step:
        middle = between(crank, fork, 0.5)
        low = (middle[0] - 10, middle[1] - 22)
        pen.line([crank, low, fork], colour, 13)
    else:
        pen.line([crank, fork], colour, 14)
        pen.line([between(crank, top, 0.92), head], colour, 11)
    pen.line([head, fork], shaded(colour, -0.12), 14)
    if build.rear:
        pen.line([between(crank, top, 0.55), between(rear, top, 0.42)], INK, 9)
    if build.battery:
        pen.line([between(crank, fork, 0.22), between(crank, fork, 0.72)], INK, 22)
        pen.line([between(crank, fork, 0.28), between(crank, fork, 0.36)], "#63d297", 6)
        pen.disc(rear, 22, INK)
    _seat(pen, saddle)
    _bars(pen, head, build)
    if build.basket:
        _basket(pen, head)
    if build.pedals:
        _drive(pen, rear, crank)


def _seat(pen: Pen, at: Point) -> None:
    x, y = at
    pen.shape([(x - 46, y + 12), (x + 44, y + 6), (x + 40, y - 4), (x - 38, y - 8)], INK, 9)


def _bars(pen: Pen, head: Point, build: Build) -> None:
    x, y = head
    if build.bars == "drop":
        pen.line([head, (x - 4, y + 34), (x + 40, y + 40)], STEEL, 7)
        pen.arc((x + 38, y + 10), (62, 62), (-110, 90), INK, 8)
    elif build.bars == "swept":
        pen.line([head, (x - 8, y + 56)], STEEL, 7)
        pen.line([(x - 8, y + 56), (x - 62, y + 62)], INK, 10)
    elif build.bars == "high":
        pen.line([head, (x - 6, y + 96)], STEEL, 7)
        pen.line([(x - 6, y + 96), (x - 44, y + 104)], INK, 11)
    else:
        pen.line([head, (x - 6, y + 34)], STEEL, 7)
        pen.line([(x - 16, y + 40), (x + 16, y + 36)], INK, 12)


def _rack(pen: Pen, rear: Point, build: Build, top: Point) -> None:
    level = rear[1] + build.wheel + build.tyre + 16
    pen.line([(top[0] - 8, level), (rear[0] - build.wheel * 0.85, level)], INK, 6)
    pen.line([(rear[0] - build.wheel * 0.55, level), rear], STEEL, 4)
    pen.arc(
        rear, (2 * build.wheel + 40, 2 * build.wheel + 40), (60, 185), shaded("#27313d", 0.25), 5
    )


def _basket(pen: Pen, head: Point) -> None:
    x, y = head[0] + 4, head[1] + 8
    pen.line([(x - 10, y - 14), (x + 60, y - 26)], STEEL, 5)
    pen.shape([(x + 10, y + 48), (x + 106, y + 48), (x + 92, y - 24), (x + 22, y - 24)], "#c99a5b")
    for row in range(4):
        pen.line([(x + 16, y + 42 - row * 18), (x + 100, y + 42 - row * 18)], "#a87a3f", 2)


def _drive(pen: Pen, rear: Point, crank: Point) -> None:
    pen.line([(rear[0], rear[1] + 12), (crank[0], crank[1] + 24)], INK, 2)
    pen.line([(rear[0], rear[1] - 12), (crank[0], crank[1] - 24)], INK, 2)
    pen.disc(crank, 27, STEEL)
    pen.disc(crank, 18, LIGHT)
    pen.disc(crank, 7, INK)
    for angle in (-52, 128):
        end = turned(crank, 52, angle)
        pen.line([crank, end], INK, 7)
        pen.line([(end[0] - 17, end[1]), (end[0] + 17, end[1])], INK, 9)
