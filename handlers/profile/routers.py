"""The routers of this room, in order."""

from aiogram import Router

from handlers.profile import filling, guiding, subscribing


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return [filling.router(), subscribing.router()]


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return []


def of_admins() -> list[Router]:
    """What admins do in private."""
    return [guiding.router()]
