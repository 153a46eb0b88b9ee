"""Checks of the Bot API's objects inside parameters."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal, get_origin

from aiogram.types.base import TelegramObject

from playground.errors import ApiError, bad
from playground.scalars import Check


class ObjectCheck:
    """One type: its fields, the required ones, the ones with a fixed value."""

    def __init__(self, cls: type[TelegramObject], check_for: Callable[[Any], Check]) -> None:
        self.cls = cls
        self._check_for = check_for

    @cached_property
    def fields(self) -> dict[str, Check]:
        fields = self.cls.model_fields
        return {f.alias or name: self._check_for(f.annotation) for name, f in fields.items()}

    @cached_property
    def required(self) -> set[str]:
        fields = self.cls.model_fields
        return {
            f.alias or name
            for name, f in fields.items()
            if f.is_required() or get_origin(f.annotation) is Literal
        }

    @cached_property
    def fixed(self) -> dict[str, Check]:
        fields = self.cls.model_fields
        return {
            name: self._check_for(f.annotation)
            for name, f in fields.items()
            if get_origin(f.annotation) is Literal
        }

    def __call__(self, value: Any, name: str) -> dict[str, Any]:
        kind = self.cls.__name__
        if not isinstance(value, dict):
            raise bad(f"{name} must be a JSON object {kind}")
        if missing := self.required - value.keys():
            raise bad(f"can't find field {sorted(missing)[0]!r} of {kind} in {name}")
        if unknown := value.keys() - self.fields.keys():
            raise bad(f"{kind} in {name} has no field {sorted(unknown)[0]!r}")
        fields = self.fields
        return {
            key: fields[key](item, f"{name}.{key}")
            for key, item in value.items()
            if item is not None
        }

    def likeness(self, value: dict[str, Any]) -> tuple[bool, int, int]:
        """How well a value looks like this type, to tell the members of a union apart."""
        same_kind = all(self._is(value.get(key), check) for key, check in self.fixed.items())
        known = len(value.keys() & self.fields.keys())
        return same_kind, -len(self.required - value.keys()), known

    @staticmethod
    def _is(value: Any, check: Check) -> bool:
        try:
            check(value, "")
        except ApiError:
            return False
        return True


class OneOfObjects:
    """A union: the member that looks most like the value decides."""

    def __init__(self, objects: list[ObjectCheck], other: Check | None) -> None:
        self.objects = objects
        self.other = other

    def __call__(self, value: Any, name: str) -> Any:
        if isinstance(value, dict) and self.objects:
            return max(self.objects, key=lambda check: check.likeness(value))(value, name)
        if self.other is not None:
            return self.other(value, name)
        raise bad(f"{name} must be a JSON object")
