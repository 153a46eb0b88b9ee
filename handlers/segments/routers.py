"""The routers of this room, in order."""

from aiogram import Router

from handlers.segments import reports


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return []


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return [reports.router()]


def of_admins() -> list[Router]:
    """What admins do in private."""
    return []
