"""What every test's shop would work out anew and always to the same result, worked out once."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

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


@contextmanager
def shared() -> Iterator[None]:
    """Shops opened within share certificates and compiled statements."""
    statements = Statements(STATEMENTS)

    def engine(*args: Any, **kwargs: Any) -> AsyncEngine:
        made = create_async_engine(*args, **kwargs)
        made.sync_engine._compiled_cache = statements
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        patch.setattr(engines, "create_async_engine", engine)
        yield
