"""Less of this, no more of this: what the buttons under the shop's own messages do, at once."""

from collections.abc import Mapping
from typing import Any

from models.memory import gating
from models.memory.consents import NEWS
from models.memory.notices import ContactPreference, Notice
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.privacy import consents
from services.privacy.consents import Where
from services.privacy.kinds import KINDS, MARKETING
from services.privacy.preferences import changed
from services.rewording import reword

LESS = {"name": "less-undo"}
WAYS = {"name": "less-ways"}
UNDER = "under"
RARE, RARER = 14, 30  # days between two of a kind


class Less:
    """A customer's word on a kind of message; a button of somebody else's message is refused."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def offer_ways(self, turn: Turn, sender: Sender) -> None:
        """Somebody wrote "stop": what there is to switch off; nothing is without their press."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            to, language = customer.tg_id, customer.language
            key = "less-ways"
            await promises.say(
                tx, turn.now, to, language, key, keyboard=WAYS, join_key=f"{key}:{to}"
            )

    async def fewer(self, turn: Turn, tg_id: int, ref: str) -> None:
        """Two weeks between two of this kind; said again under a later one, a month."""
        async with self._context.store.change(turn) as tx:
            notice, customer = await _own(tx, tg_id, ref)
            before = await tx.get(ContactPreference, customer.id)
            days = _spacing(notice, before)
            if days is None:
                turn.toast = Toast("toast-less-already")
                return
            wishes = await changed(tx, turn.now, customer.id)
            wishes.fewer = {**wishes.fewer, notice.kind: days}
            await _say(tx, turn, customer, notice, "less-agreed", LESS, days=days)

    async def stop(self, turn: Turn, tg_id: int, ref: str) -> None:
        """Nothing more of this kind, from now on."""
        async with self._context.store.change(turn) as tx:
            notice, customer = await _own(tx, tg_id, ref)
            wishes = await changed(tx, turn.now, customer.id)
            if notice.kind in wishes.muted:
                turn.toast = Toast("toast-stopped-already")
                return
            wishes.muted = [*wishes.muted, notice.kind]
            news = KINDS[notice.kind].group == MARKETING
            await _say(tx, turn, customer, notice, "stop-agreed", LESS | {"news": news})

    async def undo(self, turn: Turn, tg_id: int, ref: str, message_tg_id: int) -> None:
        """As it was before: this kind may come again, as often as the shop's rules let it."""
        async with self._context.store.change(turn) as tx:
            notice, customer = await _own(tx, tg_id, ref)
            await _as_before(tx, turn, customer, notice, message_tg_id)

    async def stop_news(self, turn: Turn, tg_id: int, ref: str, message_tg_id: int) -> None:
        """No news of any kind: the consent to them is taken back."""
        async with self._context.store.change(turn) as tx:
            notice, customer = await _own(tx, tg_id, ref)
            where = Where(UNDER, message_tg_id)
            given = (tx, self._context, turn.now, customer, NEWS, where)
            if not (await consents.take_back(*given)).fresh:
                turn.toast = Toast("toast-stopped-already")
                return
            await _say(tx, turn, customer, notice, "news-stopped", {"name": "news-undo"})

    async def news_back(self, turn: Turn, tg_id: int, ref: str, message_tg_id: int) -> None:
        """The consent is given again, and this kind with it."""
        async with self._context.store.change(turn) as tx:
            notice, customer = await _own(tx, tg_id, ref)
            where = Where(UNDER, message_tg_id)
            await consents.give(tx, self._context, turn.now, customer, NEWS, where)
            await _as_before(tx, turn, customer, notice, message_tg_id)


async def _as_before(
    tx: Session, turn: Turn, customer: Customer, notice: Notice, message_tg_id: int
) -> None:
    """The message that was pressed says so too: what it said holds no more."""
    wishes = await changed(tx, turn.now, customer.id)
    wishes.muted = [one for one in wishes.muted if one != notice.kind]
    others = ((kind, days) for kind, days in wishes.fewer.items() if kind != notice.kind)
    wishes.fewer = dict(others)
    turn.toast = Toast("toast-less-undone")
    to = (tx, turn.now, customer.tg_id, message_tg_id, customer.language, "less-undone")
    await reword(*to, kind={"key": f"notice-{notice.kind}"})


def _spacing(notice: Notice, wishes: ContactPreference | None) -> int | None:
    """The days that a press asks for; None when it was pressed before."""
    known = wishes.fewer.get(notice.kind) if wishes is not None else None
    if wishes is None or known is None:
        return RARE
    if notice.settled_at is None or notice.settled_at <= wishes.changed_at or known >= RARER:
        return None
    return RARER


async def _own(tx: Session, tg_id: int, ref: str) -> tuple[Notice, Customer]:
    notice = await gating.by_ref(tx, ref)
    customer = await tx.get(Customer, notice.customer_id) if notice is not None else None
    if notice is None or notice.kind not in KINDS or customer is None or customer.tg_id != tg_id:
        raise Refusal("button-old")
    return notice, customer


async def _say(
    tx: Session,
    turn: Turn,
    customer: Customer,
    notice: Notice,
    key: str,
    keyboard: Mapping[str, Any],
    **args: Any,
) -> None:
    about: dict[str, Any] = (
        {} if key == "news-stopped" else {"kind": {"key": f"notice-{notice.kind}"}}
    )
    await promises.say(
        tx,
        turn.now,
        customer.tg_id,
        customer.language,
        key,
        keyboard={**keyboard, "ref": notice.ref},
        join_key=f"{key}:{notice.id}",
        **about,
        **args,
    )
