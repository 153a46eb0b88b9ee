"""The routers of this room, in order.

Verbs: `privacy` opens the card at the bottom of the chat, from anywhere; `pvpage` turns its pages;
`consent` (ref: a purpose, arg: `yes.privacy`, `no.first`, …) is a switch. Under what the shop
starts (ref: a notice): `fewer`, `stopkind`, `lessundo`, `stopnews`, `newsback`. `contactme` opens
the profile's page of when and about what to write, at the bottom of the chat.
"""

from aiogram import Router

from handlers.privacy import choosing, lessening, own_data


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return [own_data.of_customers(), lessening.router(), choosing.router()]


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return []


def of_admins() -> list[Router]:
    """What admins do in private."""
    return [own_data.of_admins()]
