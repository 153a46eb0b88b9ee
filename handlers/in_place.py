"""Filters without a wait are checked where they stand, not in a thread of their own.

aiogram hands every filter that is no coroutine to a thread, `F.text` as well: seven hops for a
customer's message, each dearer than all the filters together.
"""

from collections.abc import Callable, Iterator
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject


def check_in_place(root: Router) -> None:
    """Make every filter of a router and of those below it a coroutine."""
    for router in root.chain_tail:
        for checked in _filters(router):
            if not checked.awaitable:
                checked.callback = _coroutine(checked.callback)
                checked.awaitable = True


def _filters(router: Router) -> Iterator[FilterObject]:
    for observer in router.observers.values():
        for holder in (observer._handler, *observer.handlers):
            yield from holder.filters or ()


def _coroutine(decide: Callable[..., Any]) -> Callable[..., Any]:
    async def check(*event: Any, **known: Any) -> Any:
        return decide(*event, **known)

    return check
