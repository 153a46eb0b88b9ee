"""What runs by the clock writes to customers through the gate, or is listed here, and why."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from types import ModuleType
from typing import Any

from bot.ticks import jobs_of
from tests.desk import Shop

DOORS = {"say", "show", "show_mine", "promise", "guess"}
TO_CUSTOMERS = ("customer.tg_id", "customer_tg_id", "person.tg_id")
# Each ends or completes what the person asked: decision 21 says why these are no notices.
ANSWERS = {
    "Watch.guess": "what their question is taken for, on the card that stands already",
    "Upkeep.close_silent": "their own request is closed",
    "Releasing.release": "the gate itself",
    "Erasing.finish": "the end of an erasure that they asked for",
}


def calls(work: Callable[..., Any]) -> list[str]:
    """Promises to customers in a job: in its method, and in what of its module that calls."""
    owner, module = type(work.__self__), inspect.getmodule(work)  # type: ignore[attr-defined]
    assert module is not None
    found: list[str] = []
    waiting, seen = [work.__name__], set[str]()
    while waiting:
        name = waiting.pop()
        body = source_of(owner, module, name)
        if name in seen or body is None:
            continue
        seen.add(name)
        for node in ast.walk(body):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                called = node.func.id if isinstance(node.func, ast.Name) else called
                waiting.append(called)
                said = [ast.unparse(one) for one in node.args]
                if called in DOORS and any(one.endswith(TO_CUSTOMERS) for one in said):
                    found.append(ast.unparse(node))
    return found


def source_of(owner: type[Any], module: ModuleType, name: str) -> ast.AST | None:
    found = getattr(owner, name, None) or getattr(module, name, None)
    if not inspect.isfunction(found) or found.__module__ != module.__name__:
        return None
    return ast.parse(textwrap.dedent(inspect.getsource(found)))


async def test_no_job_writes_to_customers_outside_the_gate(shop: Shop) -> None:
    found = {job.work.__qualname__: calls(job.work) for job in jobs_of(shop.app.desk)}  # type: ignore[attr-defined]
    outside = {name: said for name, said in found.items() if said and name not in ANSWERS}
    assert outside == {}
    assert {name for name in ANSWERS if found.get(name)} == set(ANSWERS), "each is needed"
