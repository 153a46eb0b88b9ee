"""Buttons under messages and under the input field, polls and invoices."""

from __future__ import annotations

from typing import Any

from playground.accounts import Bot
from playground.chats import Chat, PrivateChat
from playground.errors import Refusal
from playground.messages import Message
from playground.people.actor import Where
from playground.people.sending import Sends
from playground.polls import vote
from playground.queries import Query


class Presses(Sends):
    async def presses(
        self,
        what: Message | str,
        button: str | None = None,
        *,
        data: str | None = None,
        chat: Where = None,
    ) -> Query:
        """Presses an inline button.

        `what`: the button's text or data (in the newest visible message that has it), or a
        message with `button`. `data` presses what the message need not have: a forged button.
        """
        if isinstance(what, str):
            message, found = self._newest(what, chat)
        else:
            message = what
            found = {"callback_data": data} if data is not None else _button(message, button)
        return self.press(message, found)

    def press(self, message: Message, button: dict[str, Any]) -> Query:
        bot = message.sender
        if not isinstance(bot, Bot) or "callback_data" not in button:
            raise Refusal("that button sends nothing to the bot")
        if isinstance(message.chat, PrivateChat) and message.chat.blocked:
            raise Refusal("the bot is blocked")
        query = self._query(message)
        card = {
            "id": query.id,
            "from": self.user.json(),
            "message": message.json(),
            "chat_instance": str(message.chat.id),
            "data": button["callback_data"],
        }
        bot.queries[query.id] = query
        bot.updates.push("callback_query", card, query.asked, self.id)
        self.acted()
        return query

    def _query(self, message: Message, kind: str = "callback_query") -> Query:
        return Query(self.world.serial(), self.user, message, self.world.clock.now(), kind)

    def _newest(self, text: str, where: Where) -> tuple[Message, dict[str, Any]]:
        chats = self.chats() if where is None else [self.chat(where)]
        for exact in (True, False):
            hits = [hit for chat in chats if (hit := _newest_in(chat, text, exact))]
            if hits:
                return max(hits, key=lambda hit: hit[0].changed)
        raise Refusal(f"{self.user.first_name} sees no button {text!r}", 404)

    async def taps(self, text: str, *, chat: Where = None, thread: int | None = None) -> Message:
        """Presses a button of the reply keyboard."""
        place = self.chat(chat)
        keyboard = place.keyboards.get(self.id, {})
        buttons = [b for row in keyboard.get("keyboard", ()) for b in row]
        button = next((b for b in buttons if b["text"] == text), None)
        if button is None:
            raise Refusal(f"no button {text!r} on the keyboard", 404)
        if keyboard.get("one_time_keyboard"):
            place.keyboards.pop(self.id, None)
        if button.get("request_contact"):
            return await self.shares_contact(chat=place, thread=thread)
        if button.get("request_location"):
            return await self.sends("location", chat=place, thread=thread)
        return await self.says(text, chat=place, thread=thread)

    async def pays(self, message: Message) -> Query:
        """Asks to pay an invoice; once the bot agrees the payment is made."""
        invoice, bot = message.content.get("invoice"), message.sender
        if invoice is None or not isinstance(bot, Bot):
            raise Refusal("that is no invoice")
        query = self._query(message, "pre_checkout_query")
        card = {
            "id": query.id,
            "from": self.user.json(),
            "currency": invoice["currency"],
            "total_amount": invoice["total_amount"],
            "invoice_payload": bot.invoices[message.chat.id, message.id],
        }
        bot.queries[query.id] = query
        bot.updates.push("pre_checkout_query", card, query.asked, self.id)
        self.acted()
        return query

    async def votes(self, message: Message, *options: int) -> None:
        vote(self.world, message, self.user, list(options))
        self.acted()


def _button(message: Message, text: str | None) -> dict[str, Any]:
    buttons = [button for row in message.button_rows for button in row]
    if text is None and len(buttons) == 1:
        return buttons[0]
    for button in buttons:
        if text in (button["text"], button.get("callback_data")):
            return button
    for button in buttons:
        if text is not None and text in button["text"]:
            return button
    raise Refusal(f"the message has no button {text!r}", 404)


def _newest_in(chat: Chat, text: str, exact: bool) -> tuple[Message, dict[str, Any]] | None:
    for message in reversed(chat.messages.values()):
        if message.deleted or not message.markup:
            continue
        for row in message.button_rows:
            for button in row:
                same = text in (button["text"], button.get("callback_data"))
                if same or (not exact and text in button["text"]):
                    return message, button
    return None
