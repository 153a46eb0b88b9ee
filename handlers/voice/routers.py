"""The routers of this room, in order."""

from aiogram import Router

from handlers.voice import complaints, reports, surveys, wish_groups, wishing


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return [complaints.of_customers(), surveys.router()]


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return [complaints.of_staff(), reports.router(), wishing.router(), wish_groups.router()]


def of_admins() -> list[Router]:
    """What admins do in private."""
    return []
