"""Buttons: a verb and an opaque reference, sealed to the chat they stand in."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

SEAL = 8


class Press(CallbackData, prefix="p", sep="|"):
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
        digest = hmac.new(self._secret, words, hashlib.sha256).digest()
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
        press = Press(
            verb=button.verb,
            ref=button.ref,
            arg=button.arg,
            seal=self.seal(chat_id, button.verb, button.ref, button.arg),
        )
        return InlineKeyboardButton(text=button.text, callback_data=press.pack())
