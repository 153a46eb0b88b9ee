"""Prices as people write them, read exactly: minor units, never fractions.

Sources are decimal numbers or texts in major units ("12 990,50"); a binary fraction is refused.
"""

import re
from decimal import Decimal
from typing import Any

WITHOUT_HUNDREDTHS = ("JPY", "KRW", "VND")
PLAIN = re.compile(r"[0-9]{1,10}(\.[0-9]{1,4})?")


def minor(value: Any, currency: str) -> int:
    """A price in minor units; raises ValueError for what is no price of this currency."""
    digits = 0 if currency in WITHOUT_HUNDREDTHS else 2
    scaled = _exact(value).scaleb(digits)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"«{value}» is no price in {currency}")
    return int(scaled)


def _exact(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError(f"«{value}» is no price")
    said = str(value).replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not PLAIN.fullmatch(said):
        raise ValueError(f"«{value}» is no price")
    return Decimal(said)
