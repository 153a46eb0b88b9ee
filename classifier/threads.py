"""Keeps linear algebra on one thread: on these small matrices threads wait more than they work."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Within it BLAS uses one thread; two took ten times as long to train on a busy machine."""
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit
