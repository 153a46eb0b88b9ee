"""Customers fill and correct what is known of them, by buttons and with words."""

from models.memory import knowing
from models.memory.profiles import DECLARED
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.own_cards import show_open
from services.privacy.preferences import changed
from services.profile import fields
from services.profile.contacting import show
from services.profile.fields import ABOUT, BIRTHDAY, INTEREST, MOST, SHELF
from services.profile.inferring import infer
from services.profile.keeping import (
    FREE,
    LANGUAGE,
    ZONE,
    allow,
    keep,
    own_entry,
    page_of,
    shelf_page,
    take_out,
)
from services.profile.zones import known_zone


class Filling:
    """The profile's card: pages, what is set by a press, what is asked and typed."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def open(self, turn: Turn, sender: Sender) -> None:
        """`/profile`: the card at the bottom of the chat, with what orders say by now."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await infer(tx, turn.now, customer)
            await show(tx, turn.now, customer, anew=True)

    async def page(self, turn: Turn, sender: Sender, page: str, *, anew: bool = False) -> None:
        """Another page of the card, in place; from elsewhere `anew`."""
        async with self._context.store.change(turn) as tx:
            await show(tx, turn.now, await known_customer(tx, turn, sender), page, anew=anew)

    async def choose(self, turn: Turn, sender: Sender, field: str, value: str) -> None:
        """What a button says: a day, a shelf, one of the shop's answers, a language, a zone."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await allow(tx, customer, field)
            turn.toast = Toast("toast-profile-kept")
            if field == LANGUAGE:
                customer.language, customer.language_chosen = _language(value), True
            elif field == ZONE:
                row = await changed(tx, turn.now, customer.id)
                row.time_zone = _zone(value)
            else:
                await self._chosen(tx, turn, customer, field, value)
            if field in FREE:
                await show_open(tx, turn.now, customer)
            page = f"interests.{self._page_with(value)}" if field == INTEREST else page_of(field)
            await show(tx, turn.now, customer, "speech" if field in FREE else page)

    async def settle(self, turn: Turn, sender: Sender, ref: str, what: str) -> None:
        """An entry is right, is the first of its kind, or is taken out."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            entry = await own_entry(tx, customer, ref)
            turn.toast = Toast("toast-profile-kept")
            if what == "out":
                turn.toast = Toast("toast-profile-out")
                await take_out(tx, turn, customer, entry)
            else:
                entry.source, entry.why, entry.at = DECLARED, {}, turn.now
            await show(tx, turn.now, customer, page_of(entry.field))

    async def _chosen(
        self, tx: Session, turn: Turn, customer: Customer, field: str, value: str
    ) -> None:
        if field == INTEREST:
            await self._toggle(tx, turn, customer, value)
        elif field == BIRTHDAY and value == "none":
            await knowing.take_out(tx, customer.id, BIRTHDAY, turn.now)
            turn.toast = Toast("toast-profile-out")
        elif field == BIRTHDAY:
            await keep(tx, turn, customer, field, fields.day_of(value), "")
        elif field.startswith(ABOUT):
            await self._answered(tx, turn, customer, field, value)
        else:
            raise Refusal("button-old")

    async def _toggle(self, tx: Session, turn: Turn, customer: Customer, value: str) -> None:
        shelf = value.removeprefix(SHELF)
        if not shelf.isdecimal() or int(shelf) not in self._context.finder.tree.shelves:
            raise Refusal("shelf-gone")
        known = await knowing.entries(tx, customer.id, INTEREST)
        entry = next((one for one in known if one.value == value), None)
        if entry is not None:
            turn.toast = Toast("toast-profile-out")
            await take_out(tx, turn, customer, entry)
        elif len(known) >= MOST[INTEREST]:
            raise Refusal("profile-interest-most", most=str(MOST[INTEREST]))
        else:
            await knowing.keep(tx, customer.id, INTEREST, value, DECLARED, turn.now)

    async def _answered(
        self, tx: Session, turn: Turn, customer: Customer, field: str, value: str
    ) -> None:
        asked = fields.asked_of(self._context.shop.facts).get(field.removeprefix(ABOUT))
        number = int(value) if value.isdecimal() and len(value) < 3 else -1
        if asked is None or not 0 <= number < len(asked.choices):
            raise Refusal("button-old")
        await keep(tx, turn, customer, field, asked.choices[number]["ru"], "")

    def _page_with(self, value: str) -> int:
        return shelf_page(list(self._context.finder.tree.shelves), value)


def _language(value: str) -> str:
    if value not in ("ru", "en"):
        raise Refusal("button-old")
    return value


def _zone(value: str) -> str:
    if known_zone(value) is None:
        raise Refusal("button-old")
    return value
