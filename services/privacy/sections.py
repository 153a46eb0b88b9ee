"""What `shop.toml` says of what people agreed to and what the shop may write to them.

Raises ValueError with the section and what to write there.
"""

from collections.abc import Mapping
from typing import Any

from services.privacy.own_data import terms

NAMES: tuple[str, ...] = (terms.SECTION,)


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    return terms.read(raw)
