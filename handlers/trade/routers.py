"""The routers of selling, in order."""

from aiogram import Router

from handlers.trade import (
    calling_off,
    cart,
    checkout,
    duties,
    feeds,
    following,
    giving_back,
    handling,
    payments,
    shelf,
    taking_back,
)


def of_customers() -> list[Router]:
    """Commands, presses and dialogs of customers; before whatever else they write."""
    return [
        payments.money(),
        shelf.router(),
        cart.router(),
        checkout.router(),
        following.router(),
        giving_back.router(),
    ]


def of_staff() -> list[Router]:
    """Presses and commands of staff, the same in groups and in private."""
    return [
        payments.money(),
        payments.lost_invoices(),
        handling.router(),
        calling_off.router(),
        taking_back.router(),
        duties.router(),
    ]


def of_admins() -> list[Router]:
    """What admins do in private."""
    return [feeds.router()]


def anywhere() -> list[Router]:
    """What belongs to no kind of chat: questions before a payment."""
    return [payments.questions()]
