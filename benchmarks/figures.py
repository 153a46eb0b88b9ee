"""Plain numbers from many measurements, and tables of them."""

from collections.abc import Sequence
from statistics import median


def share(values: Sequence[float], part: float) -> float:
    """The value below which a part of the values lies (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(part * len(ranked)))] if ranked else float("nan")


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Median with least and most, when there is more than one."""
    middle = f"{median(values):.{digits}f}"
    if len(values) < 2:
        return middle
    return f"{middle} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
