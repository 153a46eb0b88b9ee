"""What `shop.toml` says of what customers say of the shop.

Raises ValueError with the section and what to write there.
"""

from collections.abc import Mapping
from typing import Any

NAMES: tuple[str, ...] = ()


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    return {}
