"""The faults' switches as the control API shows and turns them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from playground.faults import Next

if TYPE_CHECKING:
    from playground.server import Playground

SHARES = ("share_429", "share_500", "share_lost")
PLAIN = ("retry_after", "latency", "down")


def show_faults(playground: Playground) -> dict[str, Any]:
    faults = playground.faults
    shown = {name: getattr(faults, name) for name in (*SHARES, *PLAIN, "seed")}
    shown["methods"] = sorted(faults.methods) if faults.methods is not None else None
    shown["chats"] = sorted(faults.chats) if faults.chats is not None else None
    shown["next"] = [asdict(fault) for fault in faults.next]
    return {**shown, "limits": playground.limits.on}


def change_faults(playground: Playground, wanted: dict[str, Any]) -> None:
    """Sets what is given, leaves the rest; says what it can't set."""
    _check(wanted, show_faults(playground))
    faults = playground.faults
    for name in wanted.keys() & {*SHARES, *PLAIN}:
        setattr(faults, name, type(getattr(faults, name))(wanted[name]))
    for name in wanted.keys() & {"methods", "chats"}:
        setattr(faults, name, None if wanted[name] is None else set(wanted[name]))
    if "seed" in wanted:
        faults.reseed(int(wanted["seed"]))
    if "next" in wanted:
        faults.next = [Next(**fault) for fault in wanted["next"]]
    playground.limits.on = bool(wanted.get("limits", playground.limits.on))


def _check(wanted: dict[str, Any], known: dict[str, Any]) -> None:
    if unknown := wanted.keys() - known.keys():
        raise ValueError(f"no such switch: {sorted(unknown)[0]}")
    for name in SHARES:
        if not 0 <= float(wanted.get(name, 0)) <= 1:
            raise ValueError(f"{name} is a share of 0 to 1")
