"""How often, when and about what a person wants to be written to: in force at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.memory.notices import ContactPreference
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.privacy.preferences import changed
from services.profile.digests import DAYS, Digests

CARD = "profile"
PACES = ("now", "daily", "weekly")
# Quiet hours as people choose them: minutes of the day; "0-0" is none of one's own.
QUIET = ("1260-540", "1320-480", "1200-600", "1380-420", "0-0")
MOST_A_WEEK = (0, 1, 2, 3, 5)
PAUSES = (0, 7, 30)
WEEK = 7
KINDS: Mapping[str, tuple[str, ...]] = {
    "surveys": ("csat", "order_rating", "product_rating", "ces", "nps"),
    "new": ("category",),
    "back": ("back_in_stock",),
    "price": ("price_drop",),
    "guides": ("guide",),
    "offers": ("offer", "winback", "campaign"),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """How somebody wants to be written to, as its page shows it."""

    preference: ContactPreference | None

    def hears(self, topic: str) -> bool:
        """Whether they want to hear of this at all."""
        muted = self.preference.muted if self.preference else []
        return not set(KINDS[topic]) <= set(muted)


class Contacting:
    """One press, one change of the page `contact`."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._digests = Digests(context)

    async def change(self, turn: Turn, sender: Sender, what: str, value: str) -> None:
        """`what`: pace, quiet, most, pause, kind, stop; Refusal for a button of none of them."""
        changes = {
            "pace": _pace,
            "quiet": _quiet,
            "most": _most,
            "pause": _pause,
            "kind": _kind,
            "stop": _stop,
        }
        if what not in changes:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            row = await changed(tx, turn.now, customer.id)
            before = row.pace
            changes[what](row, value, turn)
            if before in DAYS and row.pace != before:
                await self._digests.catch_up(tx, turn.now, row, before)
            turn.toast = Toast("toast-profile-kept")
            await show(tx, turn.now, customer, "contact.kinds" if what == "kind" else "contact")


async def show(
    tx: Session, now: datetime, customer: Customer, page: str = "", *, anew: bool = False
) -> None:
    """The profile's one card at a page; `anew`: at the bottom, the old one goes."""
    name = f"{CARD}/{page}" if page else CARD
    given = (tx, now, customer.tg_id, name, customer.id)
    await promises.show(*given, priority=REPLY, anew=anew, alone=True)


def _pace(row: ContactPreference, value: str, turn: Turn) -> None:
    row.pace = _one_of(value, PACES)


def _quiet(row: ContactPreference, value: str, turn: Turn) -> None:
    start, _, end = _one_of(value, QUIET).partition("-")
    none = start == end
    row.quiet_from, row.quiet_to = (None, None) if none else (int(start), int(end))


def _most(row: ContactPreference, value: str, turn: Turn) -> None:
    most = int(_one_of(value, tuple(map(str, MOST_A_WEEK))))
    row.most, row.within_days = (most, WEEK) if most else (None, None)


def _pause(row: ContactPreference, value: str, turn: Turn) -> None:
    days = int(_one_of(value, tuple(map(str, PAUSES))))
    row.paused_until = turn.now + timedelta(days=days) if days else None


def _kind(row: ContactPreference, value: str, turn: Turn) -> None:
    kinds = KINDS[_one_of(value, tuple(KINDS))]
    rest = [one for one in row.muted if one not in kinds]
    row.muted = rest if set(kinds) <= set(row.muted) else [*rest, *kinds]


def _stop(row: ContactPreference, value: str, turn: Turn) -> None:
    row.stopped_at = turn.now if _one_of(value, ("0", "1")) == "1" else None


def _one_of(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise Refusal("button-old")
    return value
