"""Customers fill and correct what is known of them, by buttons and with words."""

from models.memory import knowing
from models.memory.consents import MEMORY
from models.memory.profiles import DECLARED, ProfileEntry
from models.people import Customer
from models.store import Session
from models.trade import baskets
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer, note_phone
from services.errors import Refusal
from services.incoming import Incoming, Sender
from services.profile import fields
from services.profile.contacting import preference_of, show
from services.profile.fields import ABOUT, ADDRESS, BIRTHDAY, INTEREST, MOST, PHONE, SHELF
from services.profile.inferring import infer
from services.profile.zones import known_zone, zone_of
from services.trade.typed import number_of

ZONE, LANGUAGE = "zone", "language"
FREE = (ZONE, LANGUAGE)
PAGES = {PHONE: "contacts", "called": "contacts", "email": "contacts", ADDRESS: "addresses"}
PAGES |= {INTEREST: "interests", BIRTHDAY: "", ZONE: "speech"}


class Filling:
    """The profile's card: pages, what is set by a press, what is asked and typed."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def open(self, turn: Turn, sender: Sender) -> None:
        """`/profile`: the card at the bottom of the chat, with what orders say by now."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await infer(tx, turn.now, customer)
            await show(tx, turn, customer, anew=True)

    async def page(self, turn: Turn, sender: Sender, page: str) -> None:
        """Another page of the card, in place."""
        async with self._context.store.change(turn) as tx:
            await show(tx, turn, await known_customer(tx, turn, sender), page)

    async def ask(self, turn: Turn, sender: Sender, field: str) -> None:
        """The next words are about this; the card asks for them."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._allowed(tx, customer, field)
            if field in MOST and len(await knowing.entries(tx, customer.id, field)) >= MOST[field]:
                raise Refusal(f"profile-{field}-most", most=str(MOST[field]))
            await show(tx, turn, customer, f"ask.{field}")
            if field == PHONE:
                await _below(tx, turn, customer, "phone-ask", "contact")

    async def cancel(self, turn: Turn, sender: Sender, field: str) -> None:
        """Nothing is said after all."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            turn.toast = Toast("toast-never-mind")
            await show(tx, turn, customer, page_of(field))
            if field == PHONE:
                await _below(tx, turn, customer, "phone-done", "bare")

    async def answer(self, turn: Turn, field: str, ref: str, incoming: Incoming) -> None:
        """The words, or one's own contact; `ref`: the entry that they correct, or ""."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, incoming.sender)
            await self._allowed(tx, customer, field)
            if field == ZONE:
                row = await preference_of(tx, turn, customer.id)
                row.time_zone = zone_of(incoming.text, turn.now)
            else:
                value = self._typed(customer, field, incoming)
                await self._keep(tx, turn, customer, field, value, ref)
            if field == PHONE:
                await _below(tx, turn, customer, "phone-done", "bare")
            await show(tx, turn, customer, page_of(field), anew=True)

    async def choose(self, turn: Turn, sender: Sender, field: str, value: str) -> None:
        """What a button says: a day, a shelf, one of the shop's answers, a language, a zone."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._allowed(tx, customer, field)
            turn.toast = Toast("toast-profile-kept")
            if field == LANGUAGE:
                customer.language, customer.language_chosen = _language(value), True
            elif field == ZONE:
                row = await preference_of(tx, turn, customer.id)
                row.time_zone = _zone(value)
            else:
                await self._chosen(tx, turn, customer, field, value)
            page = f"interests.{self._page_with(value)}" if field == INTEREST else page_of(field)
            await show(tx, turn, customer, "speech" if field in FREE else page)

    async def settle(self, turn: Turn, sender: Sender, ref: str, what: str) -> None:
        """An entry is right, is the first of its kind, or is taken out."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            entry = await self._own(tx, customer, ref)
            turn.toast = Toast("toast-profile-kept")
            if what == "out":
                turn.toast = Toast("toast-profile-out")
                await _take_out(tx, turn, customer, entry)
            else:
                entry.source, entry.why, entry.at = DECLARED, {}, turn.now
            await show(tx, turn, customer, page_of(entry.field))

    async def correct(self, turn: Turn, sender: Sender, ref: str) -> str:
        """The next words are what an entry should be; the field that it is of."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            entry = await self._own(tx, customer, ref)
            field = entry.field
            await show(tx, turn, customer, f"ask.{field}")
            if field == PHONE:
                await _below(tx, turn, customer, "phone-ask", "contact")
        return field

    async def _own(self, tx: Session, customer: Customer, ref: str) -> ProfileEntry:
        entry = await knowing.entry(tx, customer.id, ref)
        if entry is None:
            raise Refusal("profile-entry-gone")
        return entry

    async def _allowed(self, tx: Session, customer: Customer, field: str) -> None:
        if field not in FREE and MEMORY not in await knowing.agreed(tx, customer.id):
            raise Refusal("profile-agree-first")

    def _typed(self, customer: Customer, field: str, incoming: Incoming) -> str:
        if field == PHONE:
            note_phone(customer, incoming)
            return number_of(incoming)
        return fields.typed(field, incoming.text, fields.asked_of(self._context.shop.facts))

    async def _keep(
        self, tx: Session, turn: Turn, customer: Customer, field: str, value: str, ref: str
    ) -> None:
        before = await knowing.entry(tx, customer.id, ref) if ref else None
        if before is not None and before.value != value:
            await _take_out(tx, turn, customer, before)
        kept = await knowing.keep(tx, customer.id, field, value, DECLARED, turn.now)
        if field not in MOST:
            await knowing.take_out(tx, customer.id, field, turn.now, but=kept.id)

    async def _chosen(
        self, tx: Session, turn: Turn, customer: Customer, field: str, value: str
    ) -> None:
        if field == INTEREST:
            await self._toggle(tx, turn, customer, value)
        elif field == BIRTHDAY and value == "none":
            await knowing.take_out(tx, customer.id, BIRTHDAY, turn.now)
        elif field == BIRTHDAY:
            await self._keep(tx, turn, customer, field, fields.day_of(value), "")
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
            await _take_out(tx, turn, customer, entry)
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
        await self._keep(tx, turn, customer, field, asked.choices[number]["ru"], "")

    def _page_with(self, value: str) -> int:
        return shelf_page(list(self._context.finder.tree.shelves), value)


SHELVES = 12


def shelf_page(ids: list[int], value: str) -> int:
    """The page of interests on which a shelf stands."""
    shelf = value.removeprefix(SHELF)
    return ids.index(int(shelf)) // SHELVES if shelf.isdecimal() and int(shelf) in ids else 0


def page_of(field: str) -> str:
    """The page on which a field stands."""
    return "about" if field.startswith(ABOUT) else PAGES.get(field, "")


async def _take_out(tx: Session, turn: Turn, customer: Customer, entry: ProfileEntry) -> None:
    """An entry goes; what a checkout would fill in of the same goes with it."""
    kept = await baskets.remembered(tx, customer.id)
    if kept is not None and entry.field == ADDRESS and kept.address == entry.value:
        kept.address = ""
    if entry.field == PHONE:
        customer.phone = None if customer.phone == entry.value else customer.phone
        if kept is not None and kept.phone == entry.value:
            kept.phone = ""
    if entry.source == DECLARED:
        await tx.delete(entry)
    else:
        entry.removed_at = turn.now
    await tx.flush()


async def _below(tx: Session, turn: Turn, customer: Customer, key: str, keyboard: str) -> None:
    to = (tx, turn.now, customer.tg_id, customer.language, key)
    await promises.say(*to, keyboard={"name": keyboard})


def _language(value: str) -> str:
    if value not in ("ru", "en"):
        raise Refusal("button-old")
    return value


def _zone(value: str) -> str:
    if known_zone(value) is None:
        raise Refusal("button-old")
    return value
