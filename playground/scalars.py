"""Checks of plain values; numbers and booleans may come as text, as in a form."""

from collections.abc import Callable
from typing import Any

from playground.errors import bad

Check = Callable[[Any, str], Any]
TRUE = {"true", "1", "yes"}
FALSE = {"false", "0", "no", ""}


def string(value: Any, name: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise bad(f"{name} must be of type String")


def integer(value: Any, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            pass
    raise bad(f"{name} must be of type Integer")


def number(value: Any, name: str) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise bad(f"{name} must be of type Float") from None


def boolean(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).lower()
    if text in TRUE:
        return True
    if text in FALSE:
        return False
    raise bad(f"{name} must be of type Boolean")


def integer_or_string(value: Any, name: str) -> int | str:
    text = string(value, name)
    return int(text) if text.lstrip("-").isdecimal() else text


def one_of(allowed: set[Any]) -> Check:
    def check(value: Any, name: str) -> Any:
        if value not in allowed:
            raise bad(f"{name} must be one of {', '.join(sorted(map(str, allowed)))}")
        return value

    return check


def anything(value: Any, name: str) -> Any:
    return value
