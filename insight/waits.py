"""How long people waited: open minutes between moments, medians and ninetieth percentiles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Opening:
    """When a queue is open: seconds since 1970, sorted, not touching; empty for round the clock."""

    starts: Whole
    ends: Whole

    def minutes(self, since: Whole, until: Whole) -> Real:
        """Open minutes between moments; shape (n,) each. Outside the spans it is closed."""
        if not len(self.starts):
            clock: Real = np.maximum(until - since, 0) / 60.0
            return clock
        edges = np.column_stack((self.starts, self.ends)).ravel().astype(float)
        spent = np.cumsum(np.diff(edges, prepend=edges[0]) * (np.arange(len(edges)) % 2))
        passed = np.interp(until, edges, spent) - np.interp(since, edges, spent)
        open_minutes: Real = np.maximum(passed, 0.0) / 60.0
        return open_minutes


@dataclass(frozen=True, slots=True)
class Waits:
    """Tickets as columns of shape (n,): moments in seconds, waits in minutes.

    `first` and `resolved` in open hours, `_clock` by the clock; they mean something only where
    `answered` or `settled`. `due`: a first answer was owed by now; `met`: it came within target.
    """

    opened: Whole
    queue: Whole
    topic: Whole
    agent: Whole
    answered: Flags
    settled: Flags
    first: Real
    first_clock: Real
    resolved: Real
    resolved_clock: Real
    due: Flags
    met: Flags


def waits_of(
    columns: Sequence[Whole], now: int, opening: Mapping[int, tuple[Opening, int]]
) -> Waits:
    """`columns`: opened, first answered, resolved (0 for never), queue, topic, agent; shape (n,).

    `opening`: by queue its open spans and its target in open minutes. A ticket that was resolved
    without an answer owed none; one that waits owes it as soon as the target has passed.
    """
    opened, first_at, resolved_at, queue, topic, agent = columns
    answered, settled = first_at > 0, resolved_at > 0
    waited = np.where(answered, first_at, now)
    lasted = np.where(settled, resolved_at, now)
    first, resolved = np.zeros(len(opened)), np.zeros(len(opened))
    target = np.full(len(opened), np.inf)
    for key, places in groups(queue):
        if key in opening:
            hours, minutes = opening[key]
            first[places] = hours.minutes(opened[places], waited[places])
            resolved[places] = hours.minutes(opened[places], lasted[places])
            target[places] = minutes
    met = answered & (first <= target)
    return Waits(
        *(opened, queue, topic, agent, answered, settled),
        *(first, (waited - opened) / 60.0, resolved, (lasted - opened) / 60.0),
        *(met | (answered | ~settled) & (first > target), met),
    )


def middle_and_tail(values: Real) -> tuple[float, float] | None:
    """The median and the ninetieth percentile; None of nothing."""
    if not len(values):
        return None
    middle, tail = np.quantile(values, (0.5, 0.9))
    return float(middle), float(tail)


def groups(keys: Whole) -> Iterator[tuple[int, Whole]]:
    """Each key with the places where it stands, in the keys' order; shape of keys (n,)."""
    if not len(keys):
        return
    order = np.argsort(keys, kind="stable")
    found, firsts = np.unique(keys[order], return_index=True)
    for key, places in zip(found, np.split(order, firsts[1:]), strict=True):
        yield int(key), places
