"""The customers' routers, in order."""

from aiogram import Router

from handlers.customer import choices, commands, inquiries, opinions


def all_of_them() -> list[Router]:
    """Commands and comments first, whatever else is written is an inquiry; then presses."""
    return [
        commands.router(),
        opinions.router(),
        inquiries.router(),
        choices.router(),
        choices.unknown(),
    ]
