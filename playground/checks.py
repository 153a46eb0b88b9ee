"""Checks of a call's parameters, compiled from aiogram's method and type classes."""

from __future__ import annotations

import datetime
import json
import types
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import InputFile
from aiogram.types.base import TelegramObject

from playground.errors import bad
from playground.objects import ObjectCheck, OneOfObjects
from playground.scalars import (
    Check,
    anything,
    boolean,
    integer,
    integer_or_string,
    number,
    one_of,
    string,
)

STRICT = "(Telegram ignores it, the playground does not)"
SCALARS: dict[Any, Check] = {str: string, int: integer, float: number, bool: boolean}
SCALARS |= {datetime.datetime: integer, datetime.timedelta: integer}


def check_for(annotation: Any) -> Check:
    """The check of one annotation: a function of a value and the name it goes by."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return check_for(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _union([member for member in get_args(annotation) if not _absent(member)])
    if origin is list:
        return _array(check_for(get_args(annotation)[0]))
    if origin is Literal:
        return one_of({_plain(value) for value in get_args(annotation)})
    return _simple(annotation)


def _simple(annotation: Any) -> Check:
    if isinstance(annotation, type):
        if issubclass(annotation, TelegramObject) and not issubclass(annotation, InputFile):
            return object_check(annotation)
        if issubclass(annotation, InputFile):
            return string
        if issubclass(annotation, Enum):
            return one_of({member.value for member in annotation})
    return SCALARS.get(annotation, anything)


@cache
def object_check(cls: type[TelegramObject]) -> ObjectCheck:
    return ObjectCheck(cls, check_for)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _absent(member: Any) -> bool:
    """None, aiogram's stand-in for a default, and an uploaded file (which comes as a name)."""
    if member is type(None):
        return True
    return isinstance(member, type) and (
        member.__name__ == "Default" or issubclass(member, InputFile)
    )


def _union(members: list[Any]) -> Check:
    if not members:
        return string
    if len(members) == 1:
        return check_for(members[0])
    if set(members) == {int, str}:
        return integer_or_string
    if int in members and not {str, bool, float} & set(members):
        return integer
    checks = [check_for(member) for member in members]
    return OneOfObjects(
        [check for check in checks if isinstance(check, ObjectCheck)],
        next((check for check in checks if not isinstance(check, ObjectCheck)), None),
    )


def _array(item: Check) -> Check:
    def check(value: Any, name: str) -> Any:
        if not isinstance(value, list):
            raise bad(f"{name} must be of type Array")
        return [item(element, f"{name}[{index}]") for index, element in enumerate(value)]

    return check


def _is_structured(annotation: Any) -> bool:
    if get_origin(annotation) in (Annotated, Union, types.UnionType):
        return any(_is_structured(member) for member in get_args(annotation))
    if get_origin(annotation) is list:
        return True
    return (
        isinstance(annotation, type)
        and issubclass(annotation, TelegramObject)
        and not issubclass(annotation, InputFile)
    )


class MethodCheck:
    """What one method takes."""

    def __init__(self, cls: type[TelegramMethod[Any]]) -> None:
        self.name = cls.__api_method__
        fields = cls.model_fields
        self.checks = {name: check_for(field.annotation) for name, field in fields.items()}
        self.structured = {n for n, field in fields.items() if _is_structured(field.annotation)}
        self.required = [name for name, field in fields.items() if field.is_required()]

    def __call__(self, raw: dict[str, Any]) -> dict[str, Any]:
        clean = {name: self._one(name, value) for name, value in raw.items() if value is not None}
        for name in self.required:
            if name not in clean:
                raise bad(self._missing(name))
        return clean

    def _one(self, name: str, value: Any) -> Any:
        check = self.checks.get(name)
        if check is None:
            raise bad(f"{self.name} has no parameter {name} {STRICT}")
        if name in self.structured and isinstance(value, str):
            value = _decoded(value, name)
        return check(value, name)

    @staticmethod
    def _missing(name: str) -> str:
        if name == "text":
            return "message text is empty"
        return "chat_id is empty" if name == "chat_id" else f"parameter {name} is required"


def _decoded(value: str, name: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None


def _classes() -> dict[str, type[TelegramMethod[Any]]]:
    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    named = ((getattr(cls, "__api_method__", None), cls) for cls in found)
    return {name.lower(): cls for name, cls in named if isinstance(name, str)}


CLASSES = _classes()


@cache
def method_check(name: str) -> MethodCheck | None:
    """The check of a method named in lower case, None when the Bot API has none such."""
    cls = CLASSES.get(name)
    return MethodCheck(cls) if cls else None
