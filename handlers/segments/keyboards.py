"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]
BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {}
