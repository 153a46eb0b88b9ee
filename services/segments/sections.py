"""What `shop.toml` says of where customers stand by their orders.

Raises ValueError with the section and what to write there.
"""

from collections.abc import Mapping
from typing import Any

NAMES: tuple[str, ...] = ()


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    return {}
