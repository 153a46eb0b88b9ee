"""Buttons: a verb and an opaque reference, sealed to the chat they stand in."""

import base64
import hmac
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

SEAL = 8
PREFIX, SEPARATOR = "p", "|"
MOST_BYTES = 64


class Press(CallbackData, prefix=PREFIX, sep=SEPARATOR):
    """What a button carries; `seal` binds verb, reference, argument and chat."""

    verb: str
    ref: str
    arg: str
    seal: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button before it is sealed."""

    text: str
    verb: str
    ref: str = ""
    arg: str = ""
    style: str | None = None


class Sealer:
    """Seals buttons with the shop's own secret, and checks them when pressed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def seal(self, chat_id: int, verb: str, ref: str, arg: str) -> str:
        """The seal of a button in a chat."""
        words = "\x1f".join((str(chat_id), verb, ref, arg)).encode()
        digest = hmac.digest(self._secret, words, "sha256")
        return base64.urlsafe_b64encode(digest)[:SEAL].decode()

    def holds(self, chat_id: int, press: Press) -> bool:
        """Whether a pressed button is one of ours, made for this chat."""
        wanted = self.seal(chat_id, press.verb, press.ref, press.arg)
        return hmac.compare_digest(wanted.encode(), press.seal.encode("utf-8", "replace"))

    def keyboard(self, chat_id: int, rows: list[list[Button]]) -> InlineKeyboardMarkup:
        """An inline keyboard for one chat."""
        return InlineKeyboardMarkup(
            inline_keyboard=[[self._button(chat_id, button) for button in row] for row in rows]
        )

    def _button(self, chat_id: int, button: Button) -> InlineKeyboardButton:
        parts = button.verb, button.ref, button.arg
        return InlineKeyboardButton(
            text=button.text, callback_data=_packed(*parts, self.seal(chat_id, *parts))
        )


def _packed(*parts: str) -> str:
    """What `Press.pack` gives; a keyboard is drawn for every message, so in one step."""
    packed = SEPARATOR.join((PREFIX, *parts))
    if packed.count(SEPARATOR) != len(parts) or len(packed.encode()) > MOST_BYTES:
        raise ValueError(f"a button can't carry {packed!r}")
    return packed
