"""The staff's routers, in order."""

from aiogram import Router

from handlers.staff import (
    figures,
    finding,
    helping,
    moving,
    notes,
    reactions,
    replies,
    settling,
    taking,
    unsending,
)


def commands() -> list[Router]:
    """Presses and commands, the same in groups and in private."""
    return [
        taking.router(),
        finding.router(),
        figures.router(),
        settling.router(),
        moving.router(),
        notes.router(),
        unsending.router(),
    ]


def anywhere() -> list[Router]:
    """What belongs to no kind of chat alone."""
    return [reactions.router()]


def in_groups() -> list[Router]:
    """In a staff chat: presses, commands, then what is said in a ticket's topic."""
    return [*commands(), helping.in_groups(), replies.in_topics()]


def in_private() -> list[Router]:
    """In private: presses, commands, then replies to a ticket's messages."""
    return [*commands(), helping.in_private(), replies.in_private()]


def as_customers() -> list[Router]:
    """In private while one writes as a customer."""
    return [helping.as_customer()]
