"""Customers: who they are, which language they read, what they ask of the bot itself."""

from datetime import datetime
from typing import Any

from models import inquiries, people
from models.memory.knowing import said_name
from models.people import Customer
from models.store import Session
from models.turn import Turn
from services import contacts, promises
from services.context import Context
from services.incoming import Incoming, Sender
from services.own_cards import show_open
from services.people import language_of
from services.privacy.first import meet, will_ask

NAME = 200
SHORT_NAME = 64
COMMANDS = (
    *("start", "help", "catalog", "cart", "orders"),
    *("profile", "operator", "language", "privacy"),
)
SELLING = ("catalog", "cart", "orders")


async def known_customer(tx: Session, turn: Turn, sender: Sender) -> Customer:
    """The customer behind an account, made at the first message and kept up to date."""
    customer = await people.customer_by_tg(tx, sender.tg_id)
    is_new = customer is None
    if customer is None:
        customer = Customer(
            tg_id=sender.tg_id,
            language=language_of(sender.language_code),
            created_at=turn.now,
            banned=False,
            language_chosen=False,
        )
    elif sender.language_code and not customer.language_chosen:
        customer.language = language_of(sender.language_code)
    customer.name = sender.name[:NAME]
    customer.username = sender.username
    customer.reachable = True
    customer.seen_at = turn.now
    if is_new:
        await people.CUSTOMERS.put(tx, customer)
        turn.newcomer = True
    return customer


def note_phone(customer: Customer, incoming: Incoming) -> None:
    """Keep a customer's number when the shared contact is their own."""
    if incoming.kind == "contact" and incoming.extra.get("owner") == customer.tg_id:
        customer.phone = str(incoming.extra.get("phone", ""))[:32] or None


async def reached(tx: Session, now: datetime, customer: Customer, reachable: bool) -> None:
    """A customer blocked or unblocked the bot: staff see it, the customer hears nothing."""
    customer.reachable = reachable
    for ticket in await inquiries.live_of_customer(tx, customer.id):
        await promises.show_ticket(tx, now, ticket)


class Customers:
    """What customers ask of the bot itself; each story answers with one message."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def greet(self, turn: Turn, sender: Sender) -> None:
        """Say hello by name: what the bot does, what is stored."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._say(
                tx,
                turn,
                customer,
                "start-short" if await will_ask(tx, self._context, customer) else "start",
                keyboard="start",
                name=(await said_name(tx, customer.id) or sender.first_name or sender.name)[
                    :SHORT_NAME
                ],
                shop=contacts.name_of(self._context.shop, customer.language),
            )
            await meet(tx, self._context, turn, customer)

    async def help(self, turn: Turn, sender: Sender) -> None:
        """Say what can be done."""
        await self._tell(turn, sender, "help", "start", commands=command_lines(self._sells))

    async def puzzle(self, turn: Turn, sender: Sender) -> None:
        """An unknown command: say what can be done, and that words are enough."""
        lines = command_lines(self._sells)
        await self._tell(turn, sender, "unknown-command", "start", commands=lines)

    async def tell_contacts(self, turn: Turn, sender: Sender) -> None:
        """Say how to find the shop, and whether it is open."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            lines = contacts.lines(self._context.shop, customer.language, turn.now)
            await self._say(tx, turn, customer, "contacts", lines=lines)

    async def ask_language(self, turn: Turn, sender: Sender) -> None:
        """Offer the languages."""
        await self._tell(turn, sender, "language-ask", "language")

    async def choose_language(self, turn: Turn, sender: Sender, language: str) -> None:
        """Speak this language from now on; open cards follow."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            customer.language, customer.language_chosen = language, True
            await self._say(tx, turn, customer, "language-chosen")
            await show_open(tx, turn.now, customer)

    @property
    def _sells(self) -> bool:
        return not self._context.finder.tree.is_empty

    async def _tell(
        self, turn: Turn, sender: Sender, key: str, keyboard: str | None, **args: Any
    ) -> None:
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._say(tx, turn, customer, key, keyboard=keyboard, **args)

    async def _say(
        self,
        tx: Session,
        turn: Turn,
        customer: Customer,
        key: str,
        keyboard: str | None = None,
        **args: Any,
    ) -> None:
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            key,
            join_key=f"{key}:{customer.tg_id}",
            keyboard={"name": keyboard, "sells": self._sells} if keyboard else None,
            **args,
        )


def command_lines(sells: bool) -> dict[str, Any]:
    """The customers' commands, one a line, as an argument of a sentence.

    `sells`: whether the shop has a catalogue; without one nothing is said of buying.
    """
    return {
        "lines": [
            {
                "key": "command-line",
                "args": {"command": f"/{name}", "does": {"key": f"command-{name}"}},
            }
            for name in COMMANDS
            if sells or name not in SELLING
        ]
    }
