"""The customers' routers, in order."""

from aiogram import Router

from handlers import rooms
from handlers.customer import cancelling, choices, commands, inquiries, opinions
from handlers.trade import routers as trade


def all_of_them() -> list[Router]:
    """Commands and comments first, whatever else is written is an inquiry; then presses."""
    return [
        cancelling.router(),
        *trade.of_customers(),
        *(route for room in rooms.ROOMS for route in room.of_customers()),
        commands.router(),
        opinions.router(),
        inquiries.router(),
        choices.router(),
        choices.unknown(),
    ]
