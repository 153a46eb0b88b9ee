"""What customers say of themselves in words: asked for, checked, kept."""

from datetime import datetime

from models.memory import knowing
from models.people import Customer, customer_by_tg
from models.store import Session
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.customers import known_customer, note_phone
from services.errors import Refusal
from services.incoming import Incoming, Sender
from services.own_cards import show_open
from services.privacy.preferences import changed
from services.profile import fields
from services.profile.contacting import show
from services.profile.fields import MOST, PHONE
from services.profile.keeping import ZONE, allow, keep, own_entry, page_of
from services.profile.zones import zone_of
from services.trade.typed import number_of


class Dialog:
    """A question on the card, and the words that answer it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def ask(self, turn: Turn, sender: Sender, field: str) -> None:
        """The next words are about this; the card asks for them."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await allow(tx, customer, field)
            if field in MOST and len(await knowing.entries(tx, customer.id, field)) >= MOST[field]:
                raise Refusal(f"profile-{field}-most", most=str(MOST[field]))
            await _ask(tx, turn, customer, field)

    async def correct(self, turn: Turn, sender: Sender, ref: str) -> str:
        """The next words are what an entry should be; the field that it is of."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            entry = await own_entry(tx, customer, ref)
            field = entry.field
            await _ask(tx, turn, customer, field)
        return field

    async def cancel(self, turn: Turn, sender: Sender, field: str) -> None:
        """Nothing is said after all."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            turn.toast = Toast("toast-never-mind")
            await show(tx, turn.now, customer, page_of(field))

    async def call_off(self, turn: Turn, sender: Sender, field: str) -> None:
        """The same in words; `field`: what was asked for on the card, or ""."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await _below(tx, turn.now, customer, "toast-never-mind", "bare")
            await prompts.end(tx, turn, customer.tg_id)
            if field and field != PHONE:
                await show(tx, turn.now, customer, page_of(field))

    async def lapse(self, now: datetime, tg_id: int, field: str, *, elsewhere: bool) -> None:
        """Something else was done instead; `elsewhere`: not on the card, which still asks."""
        async with self._context.store.change() as tx:
            customer = await customer_by_tg(tx, tg_id)
            if customer is None:
                return
            if field == PHONE:
                await _below(tx, now, customer, "phone-done", "bare")
            elif elsewhere:
                await show(tx, now, customer, page_of(field))

    async def answer(self, turn: Turn, field: str, ref: str, incoming: Incoming) -> None:
        """The words, or one's own contact; `ref`: the entry that they correct, or ""."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, incoming.sender)
            await allow(tx, customer, field)
            if field == ZONE:
                row = await changed(tx, turn.now, customer.id)
                row.time_zone = zone_of(incoming.text, turn.now)
                await show_open(tx, turn.now, customer)
            else:
                value = self._typed(customer, field, incoming)
                await keep(tx, turn, customer, field, value, ref)
            if field == PHONE:
                await _below(tx, turn.now, customer, "profile-phone-kept", "bare")
            await show(tx, turn.now, customer, page_of(field), anew=True)

    def _typed(self, customer: Customer, field: str, incoming: Incoming) -> str:
        if field == PHONE:
            note_phone(customer, incoming)
            return number_of(incoming)
        return fields.typed(field, incoming.text, fields.asked_of(self._context.shop.facts))


async def _ask(tx: Session, turn: Turn, customer: Customer, field: str) -> None:
    """On the card; a phone in a message of its own, which alone can have Telegram's button."""
    if field == PHONE:
        await _below(tx, turn.now, customer, "profile-ask-phone", "contact")
    else:
        await show(tx, turn.now, customer, f"ask.{field}")


async def _below(tx: Session, now: datetime, customer: Customer, key: str, keyboard: str) -> None:
    to = (tx, now, customer.tg_id, customer.language, key)
    await promises.say(*to, keyboard={"name": keyboard})
