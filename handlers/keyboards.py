"""Keyboards that sentences bring along, by name."""

from collections.abc import Callable
from typing import Any

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from handlers.admin import keyboards as admin
from handlers.buttons import Button, Sealer
from handlers.customer import keyboards as customer
from handlers.privacy import keyboards as privacy
from handlers.profile import keyboards as profile
from handlers.segments import keyboards as segments
from handlers.staff import keyboards as staff
from handlers.texts import Texts
from handlers.trade import keyboards as trade
from handlers.trade import order_keyboards
from handlers.voice import keyboards as voice

Rows = list[list[Button]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {
    "start": customer.start,
    "language": customer.languages,
    "comment": customer.comment,
    "split": customer.split,
    "never-mind": customer.never_mind,
    "transfer": staff.transfer,
    "callin": staff.callin,
    "topics": staff.topics,
    "move": staff.move,
    "ban": staff.ban,
    "unsure": staff.unsure,
    "reopen": staff.reopen,
    "which": staff.which,
    "whether": staff.whether,
    "as-customer": staff.as_customer,
    "as-staff": staff.as_staff,
    "stats": staff.stats,
    "take": admin.take,
    "give-back": admin.give_back,
    "late": admin.late,
    "duty": admin.duty,
    "name": admin.name,
    "cancel": admin.cancel,
    "topic-queue": admin.topic_queue,
    "export": admin.export,
    **order_keyboards.BY_NAME,
    **privacy.BY_NAME,
    **voice.BY_NAME,
    **profile.BY_NAME,
    **segments.BY_NAME,
    "invoice-unsure": trade.invoice_unsure,
    "invoice-failed": trade.invoice_failed,
}
BELOW: dict[str, Callable[[Texts, str], ReplyKeyboardMarkup | ReplyKeyboardRemove]] = {
    "contact": trade.contact,
    "bare": trade.bare,
}


def build(
    texts: Texts,
    sealer: Sealer,
    chat_id: int,
    language: str,
    given: dict[str, Any] | None,
    under: Rows | None = None,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The keyboard that a row names: under the message, sealed for its chat, or below the chat.

    `under`: rows that come after its own.
    """
    if given is not None and given["name"] in BELOW:
        return BELOW[given["name"]](texts, language)
    drawn = [*rows(texts, language, given), *(under or [])]
    return sealer.keyboard(chat_id, drawn) if drawn or given is not None else None


def rows(texts: Texts, language: str, given: dict[str, Any] | None) -> Rows:
    """The buttons that a row names; none where it names none."""
    return BY_NAME[given["name"]](texts, language, given) if given is not None else []
