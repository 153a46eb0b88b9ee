"""Where in the life cycle customers stand, and when they are said to have moved."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from insight.counts import Customers
from insight.rhythm import Rhythm

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Truth = NDArray[np.bool_]
NEW, ACTIVE, GROWING, VIP = "new", "active", "growing", "vip"
AT_RISK, LAPSED, RETURNED = "at_risk", "lapsed", "returned"
STAGES = (NEW, ACTIVE, GROWING, VIP, AT_RISK, LAPSED, RETURNED)
NIGHTS = 2
HALF, STILL = 0.5, 0.6  # of the shop's mean chance: lapsed below; and still lapsed
KEEPS = 1.2  # who was a VIP stays one in a share this much larger
LONG, LONGER = 0.9, 3.0
NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop may set: days, a share of customers, orders within twelve months."""

    horizon: float = 90.0
    vip_share: float = 0.1
    vip_orders: int = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """One entry a customer: `stage` as a place in STAGES; `vip` holds beside at risk and lapsed."""

    stage: Ints
    vip: Truth


def place(
    known: Customers,
    rhythm: Rhythm,
    chances: Floats | None,
    rules: Rules,
    was: Ints,
    was_vip: Truth,
) -> Placed:
    """Each customer's stage tonight. `was`: the stage so far as a place in STAGES, -1 for none."""
    vip = _vip(known, rules, was_vip)
    lapsed = _lapsed(known, chances, rules, was == STAGES.index(LAPSED))
    risk = rhythm.behind & (known.age > rules.horizon / 3)
    back = _returned(known, rules)
    fresh = (known.age <= rules.horizon) & (known.orders <= 2)
    choices = (
        (lapsed, LAPSED),
        (risk, AT_RISK),
        (vip, VIP),
        (back, RETURNED),
        (rhythm.ahead, GROWING),
        (fresh, NEW),
    )
    stage = np.select(
        [one for one, _ in choices],
        [STAGES.index(name) for _, name in choices],
        STAGES.index(ACTIVE),
    )
    return Placed(stage.astype(np.int64), vip)


def _vip(known: Customers, rules: Rules, was: Truth) -> Truth:
    """The top share of those who bought within twelve months, by money, with enough orders.

    Equal money is an equal rank, in the middle: where all spend the same, nobody stands out.
    """
    buying = known.year_spent > 0
    if not buying.any():
        return np.zeros(len(known), np.bool_)
    rank = np.zeros(len(known))
    rank[buying] = rankdata(known.year_spent[buying]) / buying.sum()
    enough = known.year_orders >= rules.vip_orders
    share = rules.vip_share * np.where(was, KEEPS, 1.0)
    found: Truth = buying & enough & (rank > 1 - share + NEAR)
    return found


def _lapsed(known: Customers, chances: Floats | None, rules: Rules, was: Truth) -> Truth:
    """Hardly to be expected again; without chances, silent for two horizons and three gaps."""
    older = known.age > rules.horizon
    if chances is None:
        gaps = (known.t_x / np.maximum(known.x, 1))[known.x > 0]
        usual = float(np.median(gaps)) if len(gaps) else 0.0
        return older & (known.idle > max(2 * rules.horizon, 3 * usual))
    level = float(chances.mean()) if len(chances) else 0.0
    unlikely = chances < level * np.where(was, STILL, HALF)
    return older & unlikely & (known.idle > rules.horizon / 2)


def _returned(known: Customers, rules: Rules) -> Truth:
    """Ordered within the horizon, after a silence long for the shop and for the person."""
    gaps = (known.t_x / np.maximum(known.x, 1))[known.x > 0]
    long = max(rules.horizon, float(np.quantile(gaps, LONG)) if len(gaps) else 0.0)
    earlier = (known.t_x - known.gap_before) / np.maximum(known.x - 1, 1)
    own = np.where(known.x > 1, LONGER * earlier, 0.0)
    silent = known.gap_before > np.maximum(long, own)
    return silent & (known.x > 0) & (known.idle <= rules.horizon)


def settle(stage: str, wanted: str, nights: int, found: str) -> tuple[str, str, int]:
    """The stage, what is wanted instead and for how many nights, after a night that found one.

    The first night decides at once; after that only what NIGHTS nights in a row say moves.
    """
    if not stage:
        return found, "", 0
    if found == stage:
        return stage, "", 0
    nights = nights + 1 if found == wanted else 1
    return (found, "", 0) if nights >= NIGHTS else (stage, found, nights)
