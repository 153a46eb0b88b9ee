"""Keyboards of what is said about orders."""

from typing import Any

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def invoice_unsure(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Nobody knows whether an invoice arrived."""
    there = Button(texts.say(language, "button-invoice-there"), "invoicethere", given["ref"])
    return [*invoice_failed(texts, language, given), [there]]


def invoice_failed(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """An invoice did not arrive."""
    return [[Button(texts.say(language, "button-invoice-again"), "invoiceagain", given["ref"])]]


def contact(texts: Texts, language: str) -> ReplyKeyboardMarkup:
    """Telegram's own button that shares one's number."""
    share = KeyboardButton(text=texts.say(language, "button-share-phone"), request_contact=True)
    return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, one_time_keyboard=True)


def bare(texts: Texts, language: str) -> ReplyKeyboardRemove:
    """No keyboard below the chat any more."""
    return ReplyKeyboardRemove()
