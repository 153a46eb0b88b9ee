"""Customers ask to hear of something, and end it: on the shelf's card and in the profile."""

from models.memory import sizes, subscribing
from models.memory.profiles import (
    BACK_IN_STOCK,
    CATEGORY,
    GUIDE,
    PRICE_DROP,
    Subscription,
    variant_in,
)
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.trade import browsing
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.profile.contacting import show
from services.profile.hearing import hear_again, lack_of
from services.trade.browsing import sold

MOST, LONGEST = 100, 15
KINDS = (CATEGORY, BACK_IN_STOCK, PRICE_DROP)


class Subscribing:
    """A press begins it, the same press again ends it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def want(self, turn: Turn, sender: Sender, kind: str, subject: str) -> None:
        """Hear of this, or no more; the shelf's card shows it."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            known = await subscribing.one_of(tx, customer.id, kind, subject)
            if known is not None and known.ended_at is None:
                _end(known, turn)
                turn.toast = Toast("toast-unsubscribed")
            else:
                price = await self._price(tx, kind, subject)
                if (variant := variant_in(subject)) is not None:
                    await sizes.saw(tx, [(variant, False)], turn.now)
                await _begin(tx, turn, customer, kind, subject, price)
            given = (tx, turn.now, customer.tg_id, "shelf", customer.id)
            await promises.show(*given, priority=REPLY, alone=True)

    async def want_guides(self, turn: Turn, sender: Sender) -> None:
        """Hear of guides; the profile's card shows it."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            if GUIDE not in await subscribing.kinds_on(tx, customer.id, ""):
                await _begin(tx, turn, customer, GUIDE, "", None)
            else:
                await _promise(tx, turn, customer, GUIDE)
            await show(tx, turn.now, customer, "subs.0")

    async def end(self, turn: Turn, sender: Sender, ref: str, page: str) -> None:
        """No more of it; pressed twice it is the same."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            known = await subscribing.by_ref(tx, customer.id, ref)
            if known is None:
                raise Refusal("subscription-gone")
            _end(known, turn)
            turn.toast = Toast("toast-unsubscribed")
            await show(tx, turn.now, customer, f"subs.{page if page.isdecimal() else 0}")

    async def _price(self, tx: Session, kind: str, subject: str) -> int | None:
        """What is seen now, minor units; Refusal when there is no such thing or shelf."""
        if len(subject) <= LONGEST and kind == BACK_IN_STOCK and (size := variant_in(subject)):
            return await _price_of(tx, size)
        if kind not in KINDS or not (subject.isascii() and subject.isdecimal()):
            raise Refusal("button-old")
        if len(subject) > LONGEST:
            raise Refusal("button-old")
        if kind == CATEGORY:
            if int(subject) not in self._context.finder.tree.shelves:
                raise Refusal("shelf-gone")
            return None
        thing = await sold(tx, int(subject))
        return min(one.price for one in thing.variants)


async def _price_of(tx: Session, variant_id: int) -> int:
    """What a variant costs that is sold and not there now; Refusal of any other."""
    thing = await sold(tx, await browsing.owner_of(tx, variant_id) or 0)
    size = next((one for one in thing.variants if one.id == variant_id), None)
    if size is None:
        raise Refusal("shelf-variant-gone")
    if size.stock is None or size.stock > 0:
        raise Refusal("shelf-variant-there")
    return size.price


def _end(known: Subscription, turn: Turn) -> None:
    known.ended_at, known.item_id = turn.now, None


async def _begin(
    tx: Session, turn: Turn, customer: Customer, kind: str, subject: str, price: int | None
) -> None:
    if await subscribing.count_of(tx, customer.id) >= MOST:
        raise Refusal("subscriptions-most", most=str(MOST))
    await subscribing.begin(tx, customer.id, kind, subject, price, turn.now)
    await _promise(tx, turn, customer, kind)


async def _promise(tx: Session, turn: Turn, customer: Customer, kind: str) -> None:
    """That they will hear of it; or what they have to say first."""
    await hear_again(tx, turn.now, customer, kind)
    lack = await lack_of(tx, turn.now, customer)
    if lack is None:
        turn.toast = Toast("toast-subscribed")
        return
    turn.toast = Toast("toast-subscribed-agree")
    await promises.say(
        tx,
        turn.now,
        customer.tg_id,
        customer.language,
        lack.key,
        keyboard={"name": lack.keyboard},
        join_key=f"{lack.key}:{customer.tg_id}",
        **lack.args,
    )
