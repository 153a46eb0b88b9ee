"""The customers' routers, in order."""

from aiogram import Router

from handlers.customer import choices, commands, inquiries, opinions


def all_of_them() -> list[Router]:
    """Commands and presses first; whatever is left is an inquiry."""
    return [
        commands.router(),
        choices.router(),
        opinions.router(),
        choices.unknown(),
        inquiries.router(),
    ]
