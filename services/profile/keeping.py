"""What the profile's stories do to what is known: who may, what is kept, what is taken out."""

from models.memory import knowing
from models.memory.consents import MEMORY
from models.memory.profiles import DECLARED, ProfileEntry
from models.people import Customer
from models.store import Session
from models.trade import baskets
from models.turn import Turn
from services.errors import Refusal
from services.profile.fields import ABOUT, ADDRESS, BIRTHDAY, INTEREST, MOST, PHONE, SHELF

ZONE, LANGUAGE = "zone", "language"
FREE = (ZONE, LANGUAGE)
PAGES = {PHONE: "contacts", "called": "contacts", "email": "contacts", ADDRESS: "addresses"}
PAGES |= {INTEREST: "interests", BIRTHDAY: "", ZONE: "speech"}


SHELVES = 12


def shelf_page(ids: list[int], value: str) -> int:
    """The page of interests on which a shelf stands."""
    shelf = value.removeprefix(SHELF)
    return ids.index(int(shelf)) // SHELVES if shelf.isdecimal() and int(shelf) in ids else 0


def page_of(field: str) -> str:
    """The page on which a field stands."""
    return "about" if field.startswith(ABOUT) else PAGES.get(field, "")


async def own_entry(tx: Session, customer: Customer, ref: str) -> ProfileEntry:
    """A person's own entry; Refusal for another's, or one that is gone."""
    entry = await knowing.entry(tx, customer.id, ref)
    if entry is None:
        raise Refusal("profile-entry-gone")
    return entry


async def allow(tx: Session, customer: Customer, field: str) -> None:
    """Refusal where remembering was not agreed to; language and time need no consent."""
    if field not in FREE and MEMORY not in await knowing.agreed(tx, customer.id):
        raise Refusal("profile-agree-first")


async def keep(
    tx: Session, turn: Turn, customer: Customer, field: str, value: str, ref: str
) -> None:
    """Know what they said; `ref`: the entry that it corrects, or ""."""
    before = await knowing.entry(tx, customer.id, ref) if ref else None
    if before is not None and before.value != value:
        await take_out(tx, turn, customer, before)
    kept = await knowing.keep(tx, customer.id, field, value, DECLARED, turn.now)
    if field not in MOST:
        await knowing.take_out(tx, customer.id, field, turn.now, but=kept.id)


async def take_out(tx: Session, turn: Turn, customer: Customer, entry: ProfileEntry) -> None:
    """An entry goes; what a checkout would fill in of the same goes with it."""
    kept = await baskets.remembered(tx, customer.id)
    if kept is not None and entry.field == ADDRESS and kept.address == entry.value:
        kept.address = ""
    if entry.field == PHONE:
        customer.phone = None if customer.phone == entry.value else customer.phone
        if kept is not None and kept.phone == entry.value:
            kept.phone = ""
    if entry.source == DECLARED and not _could_be_inferred(entry):
        await tx.delete(entry)
    else:
        entry.removed_at = turn.now
    await tx.flush()


def _could_be_inferred(entry: ProfileEntry) -> bool:
    """Whether orders may say the same: what was taken out then must not come back with them."""
    if entry.field == INTEREST:
        return entry.value.startswith(SHELF)
    return entry.field in (PHONE, ADDRESS)
