"""What runs by the clock writes to customers through the gate, or is listed here, and why."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from types import FunctionType, MethodType
from typing import Any

from bot.ticks import jobs_of
from models import outbox
from services import promises
from tests.desk import Shop

TO_CUSTOMERS = ("customer.tg_id", "customer_tg_id", "person.tg_id")
# Each ends or completes what the person asked: decision 21 says why these are no notices.
ANSWERS = {
    "Watch.guess": {"services.guessing.guess"},  # what their question is taken for, on its card
    "Upkeep.close_silent": {"services.upkeep.Upkeep._close"},  # an edit of a card that stands
    "Reminding.drop_old": {"services.trade.drafts.show"},  # an edit of a summary that stands
    "Releasing.release": {"services.privacy.releasing._promise"},  # the gate itself
    "Erasing.finish": {  # they asked for it; a question loses its buttons
        "services.privacy.own_data.erasing.Erasing._all",
        "services.privacy.own_data.erasing.Erasing._tell",
    },
}


def outside(work: Callable[..., Any]) -> set[str]:
    """Functions of ours that a job comes to and that promise something to customers."""
    found, seen, waiting = set[str](), set[object](), [work]
    while waiting:
        one = waiting.pop()
        me = one.__self__ if isinstance(one, MethodType) else None
        plain = inspect.unwrap(getattr(one, "__func__", one))
        if plain in seen or not isinstance(plain, FunctionType) or not ours(plain):
            continue
        seen.add(plain)
        for node, called in calls(plain, me):
            if is_door(called):
                said = [ast.unparse(given) for given in (*node.args, *values(node))]
                if any(given.endswith(TO_CUSTOMERS) for given in said):
                    found.add(f"{plain.__module__}.{plain.__qualname__}")
            else:
                waiting.append(called)
    return found


def calls(plain: FunctionType, me: object) -> Iterator[tuple[ast.Call, Any]]:
    """Every call in a function, and what is called as far as that can be told."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(plain)))):
        if isinstance(node, ast.Call):
            called = meant(node.func, plain, me)
            if called is not None:
                yield node, called


def meant(node: ast.expr, plain: FunctionType, me: object) -> Any:
    """What a name or a dotted path is: of the module, of what it imports, of the job itself."""
    if isinstance(node, ast.Name):
        return me if node.id == "self" else plain.__globals__.get(node.id)
    if isinstance(node, ast.Attribute):
        holder = meant(node.value, plain, me)
        return None if holder is None else getattr(holder, node.attr, None)
    return None


def values(node: ast.Call) -> Iterator[ast.expr]:
    return (one.value for one in node.keywords)


def ours(plain: FunctionType) -> bool:
    return plain.__module__.startswith("services.")


def is_door(called: Any) -> bool:
    return called is outbox.promise or getattr(called, "__module__", "") == promises.__name__


async def test_no_job_writes_to_customers_outside_the_gate(shop: Shop) -> None:
    jobs = [job.work for job in jobs_of(shop.app.desk)]
    found = {job.__qualname__: outside(job) for job in jobs}  # type: ignore[attr-defined]
    assert {name: said for name, said in found.items() if said} == ANSWERS


async def test_a_promise_is_found_wherever_a_job_comes_to_it(shop: Shop) -> None:
    class Odd:
        def __init__(self) -> None:
            self.desk = shop.app.desk

        async def far(self) -> None:
            await self.desk.trade.reminding.drop_old(shop.clock())

    Odd.far.__module__ = "services.odd"
    assert outside(Odd().far) == ANSWERS["Reminding.drop_old"]
