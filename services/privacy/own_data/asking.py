"""Before an erasure: what goes at once, what stays and for how long, and whether one means it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from models import people, queues, tickets
from models.own import erasing
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade import own_orders
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.incoming import Sender
from services.invitations import still_admin
from services.people import Actor
from services.privacy.own_data import terms
from services.privacy.own_data.exporting import person_of
from services.rewording import reword

WAITING = "erasures_waiting"
VALID = timedelta(hours=1)
LONGEST = 18  # digits of a number that a database can hold


async def waiting(tx: Session) -> dict[str, str]:
    """Customers whose erasure waits for an order: by id, when they asked for it."""
    found = await queues.read_setting(tx, WAITING) or {}
    return {str(key): str(value) for key, value in found.items()}


def still_meant(stamp: str, now: datetime) -> None:
    """Raises Refusal when a question was asked too long ago to be answered now."""
    fresh = stamp.isdigit() and timedelta() <= now - _moment(stamp, now) <= VALID
    if not fresh:
        raise Refusal("erase-ask-again")


def _moment(stamp: str, now: datetime) -> datetime:
    seconds = min(int(stamp), 2**33)
    return datetime.fromtimestamp(seconds, now.tzinfo)


class EraseAsking:
    """Asks, and takes the question back; nothing is erased here."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def ask(self, turn: Turn, sender: Sender) -> None:
        """Say what would go and what would stay, with a button to mean it."""
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, sender.tg_id)
            if customer is None:
                raise Refusal("own-nothing")
            await self._say(tx, turn, customer, customer.tg_id, customer.language, "erase")

    async def ask_for(self, turn: Turn, actor: Actor, number: str) -> None:
        """The same for an admin, whom a customer has asked in another way: by a ticket's number."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            if not number.isdecimal():
                raise Refusal("erase-which")
            ticket = await tickets.by_id(tx, int(number)) if len(number) <= LONGEST else None
            if ticket is None:
                raise Refusal("erase-no-ticket", number=number)
            customer = await owner_of(tx, ticket)
            lines = await self._lines(tx, customer)
            await promises.tell(
                tx,
                turn.now,
                actor,
                "erase-ask-for",
                name=customer.name or "—",
                number=str(ticket.id),
                lines=lines,
                keyboard={"name": "erase-for", "ref": ticket.ref, "at": _stamp(turn.now)},
            )

    async def keep(self, turn: Turn, sender: Sender, asked_at: int) -> None:
        """Nothing is erased; an erasure that waits for an order is given up."""
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, sender.tg_id)
            if customer is None:
                raise Refusal("own-nothing")
            said = "erase-none"
            if customer.erased_at is not None:
                said, customer.erased_at = "erase-kept", None
                left = await waiting(tx)
                left.pop(str(customer.id), None)
                await queues.write_setting(tx, WAITING, left)
            await reword(tx, turn.now, sender.tg_id, asked_at, customer.language, said)
            turn.toast = Toast(said)

    async def keep_for(self, turn: Turn, actor: Actor, ref: str, asked_at: int) -> None:
        """An admin leaves a customer's data as it is; Refusal when it is gone already."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await owner_of(tx, await tickets.by_ref(tx, ref))
            await reword(tx, turn.now, actor.tg_id, asked_at, actor.language, "erase-none")
            turn.toast = Toast("erase-none")

    async def _say(
        self, tx: Session, turn: Turn, customer: Customer, chat_id: int, language: str, word: str
    ) -> None:
        lines = await self._lines(tx, customer)
        is_waiting = customer.erased_at is not None
        await promises.say(
            tx,
            turn.now,
            chat_id,
            language,
            "erase-waits" if is_waiting else "erase-ask",
            keyboard={"name": word, "at": _stamp(turn.now), "waits": is_waiting},
            join_key=f"erase:{chat_id}",
            lines=lines,
        )

    async def _lines(self, tx: Session, customer: Customer) -> Mapping[str, Any]:
        person = await person_of(tx, self._context, customer)
        numbers = await erasing.under_way(tx, person)
        facts = self._context.shop.facts
        lines = [_line("erase-stays-consents", years=_years(facts, "consents_years"))]
        if await own_orders.count_of(tx, customer.id):
            lines.insert(0, _line("erase-stays-orders", years=_years(facts, "orders_years")))
        if numbers:
            said = ", ".join(f"№{one}" for one in numbers)
            lines.insert(0, _line("erase-under-way", numbers=said, count=len(numbers)))
        if person.is_staff:
            lines.append(_line("erase-stays-staff"))
        return {"lines": lines}


async def owner_of(tx: Session, ticket: Ticket | None) -> Customer:
    """Whose ticket it is; Refusal when that person is erased already."""
    customer = await tx.get(Customer, ticket.customer_id) if ticket is not None else None
    if customer is None or customer.tg_id < 0:
        raise Refusal("erase-already")
    return customer


def _line(key: str, **args: Any) -> dict[str, Any]:
    return {"key": key, "args": args}


def _years(facts: Mapping[str, Any], name: str) -> int:
    return round((terms.days(facts, name) or 0) / terms.YEAR)


def _stamp(now: datetime) -> str:
    return str(int(now.timestamp()))
