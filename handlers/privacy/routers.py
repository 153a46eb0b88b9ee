"""The routers of this room, in order.

Verbs: `fewer`, `stopkind`, `lessundo` (ref: a notice) under what the shop starts.
"""

from aiogram import Router

from handlers.privacy import lessening, own_data


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return [own_data.of_customers(), lessening.router()]


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return []


def of_admins() -> list[Router]:
    """What admins do in private."""
    return [own_data.of_admins()]
