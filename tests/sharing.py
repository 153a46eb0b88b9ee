"""What every test's shop would work out anew and always to the same result, worked out once."""

import inspect
import shutil
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from aiogram.dispatcher.event import handler
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

from bot.demo import opening
from bot.demo.goods import Goods, draw_all
from models import engines

STATEMENTS = 5_000


class Statements(LRUCache[Any, Any]):
    """Compiled statements of all engines: the dialect alone decides what SQL they are."""

    def get(self, key: Any, default: Any = None) -> Any:
        """The statement, for whatever engine of this dialect it was compiled."""
        return super().get(_shared(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_shared(key), value)


def _shared(key: Any) -> Any:
    return (type(key[0]), *key[1:])


class Signatures:
    """The module `inspect` to aiogram, which asks for the signature of every handler of a shop.

    It wants names and kinds of parameters alone: those are of the code, whatever closes over it.
    """

    def __init__(self) -> None:
        self._known: dict[CodeType, inspect.Signature] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(inspect, name)

    def signature(self, callback: Any) -> inspect.Signature:
        """Of a method or a filter that of its function: aiogram passes nothing named `self`."""
        function = getattr(callback, "__func__", callback)
        if not inspect.isfunction(function):
            function = type(callback).__call__
        if not inspect.isfunction(function):
            return inspect.signature(callback)
        known = self._known.get(function.__code__)
        if known is None:
            known = self._known[function.__code__] = inspect.signature(function)
        return known


class Drawings:
    """The pictures of the demo shop's goods: three seconds for each shop, else."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept

    def draw(self, goods: Goods, folder: Path) -> None:
        """Draw them, or copy what was drawn before."""
        if not self._kept.exists():
            draw_all(goods, self._kept)
        shutil.copytree(self._kept, folder, dirs_exist_ok=True)


@contextmanager
def shared(folder: Path) -> Iterator[None]:
    """Shops opened within share certificates, statements, signatures, and pictures in a folder."""
    statements = Statements(STATEMENTS)

    def engine(*args: Any, **kwargs: Any) -> AsyncEngine:
        made = create_async_engine(*args, **kwargs)
        made.sync_engine._compiled_cache = statements
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        patch.setattr(handler, "inspect", Signatures())
        patch.setattr(opening, "draw_all", Drawings(folder / "drawn").draw)
        patch.setattr(engines, "create_async_engine", engine)
        yield
