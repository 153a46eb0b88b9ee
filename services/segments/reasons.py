"""Why a customer stands where they stand, as sentences."""

from dataclasses import dataclass
from typing import Any

from insight.stages import AT_RISK, GROWING, LAPSED, NEW, RETURNED, VIP

WEEKS, MONTHS = 21, 84  # from so many days on, people speak of weeks; of months
MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of one person; days, counts of orders, and where sums fell within so many
    days, what an order was about and had been before, minor units."""

    orders: int
    year_orders: int
    age: float
    idle: float
    gap: float
    silence: float
    late: bool
    window: float
    got: float
    due: float
    vip: bool
    fell: float
    paid: int
    usual: int
    currency: str


def why(stage: str, found: Figures, again: float | None) -> list[dict[str, Any]]:
    """Sentences: the reason of the stage, and that a VIP stands elsewhere."""
    said = [_of(stage, found, again)]
    if found.vip and stage in (AT_RISK, LAPSED):
        said.append({"key": "segment-why-was-vip", "args": {}})
    return said


def _of(stage: str, found: Figures, again: float | None) -> dict[str, Any]:
    passed, every = span(found.idle), _every(found.gap)
    if stage == NEW:
        return {"key": "segment-why-new", "args": {"passed": span(found.age)}}
    if stage == VIP:
        return {"key": "segment-why-vip", "args": {"count": found.year_orders}}
    if stage == RETURNED:
        args = {"silence": span(found.silence), "passed": passed}
        return {"key": "segment-why-returned", "args": args}
    if stage in (GROWING, AT_RISK) and not found.late and found.window > 0:
        counts = {"got": int(found.got), "due": round(found.due), "window": int(found.window)}
        return {"key": f"segment-why-{'more' if stage == GROWING else 'less'}", "args": counts}
    if stage == AT_RISK and not found.late and found.fell > 0:
        return {"key": "segment-why-cheaper", "args": _sums(found)}
    if stage == LAPSED and again is not None:
        told = {"passed": passed, "percent": round(100 * again)}
        return {"key": "segment-why-lapsed", "args": told}
    return _rhythm(found, passed, every)


def _sums(found: Figures) -> dict[str, Any]:
    told = {"paid": found.paid, "usual": found.usual}
    money = {
        name: {"money": _about(sum_), "currency": found.currency} for name, sum_ in told.items()
    }
    return {"window": int(found.fell), **money}


def _about(sum_: int) -> int:
    """To two figures: a mean told to the kopeck would say more than is known."""
    return round(sum_, 2 - len(str(sum_)))


def _rhythm(found: Figures, passed: dict[str, Any], every: dict[str, Any]) -> dict[str, Any]:
    if found.gap < 1:
        return {"key": "segment-why-once", "args": {"passed": passed}}
    return {"key": "segment-why-rhythm", "args": {"every": every, "passed": passed}}


def span(days: float) -> dict[str, Any]:
    """So long, in the unit that people would take."""
    unit, count = _unit(days)
    return {"key": f"segment-span-{unit}", "args": {"count": count}}


def _every(days: float) -> dict[str, Any]:
    unit, count = _unit(days)
    return {"key": f"segment-every-{unit}", "args": {"count": count}}


def _unit(days: float) -> tuple[str, int]:
    if days < WEEKS - 3:
        return "days", max(round(days), 1)
    if days < MONTHS:
        return "weeks", round(days / 7)
    return "months", round(days / MONTH)
