"""From the cart to the summary: what is known is filled in, the rest is asked one by one."""

from models.people import Customer
from models.store import Session
from models.trade import baskets, ordering
from models.trade.carts import Remembered
from models.trade.orders import DRAFT, Order
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer, note_phone
from services.errors import Refusal
from services.incoming import Incoming, Sender
from services.privacy import consents
from services.trade import drafts, promos, reminders
from services.trade.beginning import begin
from services.trade.cart import look_again
from services.trade.checkout_views import saved_addresses
from services.trade.drafts import (
    ADDRESS,
    COMMENT,
    PHONE,
    PROMO,
    STEPS,
    SUMMARY,
    TYPED,
    own_draft,
)
from services.trade.places import mark
from services.trade.states import CUSTOMER, moved
from services.trade.typed import address_of, number_of

LONGEST_COMMENT = 1000


class Checkout:
    """Each story looks at the cart again and shows the one order card."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def start(self, turn: Turn, sender: Sender) -> None:
        """Begin, or go on where the customer was; the card comes to the bottom of the chat."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            if customer.banned:
                contacts = self._context.shop.facts.get("contacts", {})
                raise Refusal("banned", phone=str(contacts.get("phone", "—")))
            items, _ = await look_again(tx, customer.id)
            if not items:
                raise Refusal("cart-is-empty")
            order = await begin(tx, self._context, turn.now, customer, items)
            await drafts.reckon(tx, self._context, turn.now, order, items)
            await drafts.ask(tx, self._context, turn.now, order, customer, anew=True)

    async def choose_way(self, turn: Turn, tg_id: int, ref: str, key: str) -> None:
        """Deliver like this."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            if key not in drafts.how_sold(self._context).ways:
                raise Refusal("button-old")
            order.delivery = key
            await self._go_on(tx, turn, order, customer)

    async def choose_payment(self, turn: Turn, tg_id: int, ref: str, key: str) -> None:
        """Pay like this."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            if key not in drafts.how_sold(self._context).payments:
                raise Refusal("button-old")
            order.payment = key
            await self._go_on(tx, turn, order, customer)

    async def go_to(self, turn: Turn, tg_id: int, ref: str, step: str) -> None:
        """Another look at a step; the summary when all is known."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            if step not in STEPS:
                raise Refusal("button-old")
            await self._go_on(tx, turn, order, customer, None if step == SUMMARY else step)

    async def leave_out(self, turn: Turn, tg_id: int, ref: str, step: str) -> None:
        """No comment, no code after all."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            if step == COMMENT:
                order.comment = ""
            elif step == PROMO:
                order.promo_code = None
            await self._go_on(tx, turn, order, customer)

    async def same_address(self, turn: Turn, tg_id: int, ref: str, address_mark: str) -> None:
        """To one of the addresses that are known; `address_mark` tells which."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            saved = await saved_addresses(tx, customer.id)
            known = next((one for one in saved if mark(one) == address_mark), None)
            if known is None:
                raise Refusal("button-old")
            order.address = known
            await self._go_on(tx, turn, order, customer)

    async def remember(self, turn: Turn, tg_id: int, ref: str, agreed: bool) -> None:
        """Whether address and phone are filled in next time: only after a yes, gone after a no."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            kept = await baskets.remembered(tx, customer.id)
            if not agreed and kept is not None:
                await tx.delete(kept)
                await tx.flush()
                await consents.untick(tx, self._context, turn.now, customer)
            elif agreed and kept is None:
                tx.add(details_of(order, turn))
                await tx.flush()
                await consents.tick(tx, self._context, turn.now, customer)
            turn.toast = Toast("toast-remembered" if agreed else "toast-forgotten")
            await self._go_on(tx, turn, order, customer)

    async def abandon(self, turn: Turn, tg_id: int, ref: str) -> None:
        """No order after all; the cart stays."""
        async with self._context.store.change(turn) as tx:
            order, customer = await own_draft(tx, tg_id, ref)
            was = order.step
            await drop(tx, turn, order, tg_id, CUSTOMER)
            turn.toast = Toast("toast-abandoned")
            if was == PHONE:
                given = (tx, turn.now, customer.tg_id, customer.language)
                await promises.say(*given, "phone-done", keyboard={"name": "bare"})
            await drafts.show(tx, turn.now, order, customer)

    async def awaits(self, tg_id: int) -> str | None:
        """What a customer's next words answer: a step that is typed; None when nothing is asked."""
        async with self._context.store.look() as tx:
            order = await ordering.draft_of_person(tx, tg_id)
        return order.step if order is not None and order.step in TYPED else None

    async def answer(self, turn: Turn, incoming: Incoming) -> None:
        """The customer's words to what was asked; Refusal says what can't be read."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, incoming.sender)
            order = await ordering.draft_of(tx, customer.id)
            if order is None or order.state != DRAFT:
                raise Refusal("order-is-dropped")
            await self._take(tx, turn, order, customer, incoming)
            await self._go_on(tx, turn, order, customer, anew=True)

    async def _take(
        self, tx: Session, turn: Turn, order: Order, customer: Customer, incoming: Incoming
    ) -> None:
        said = " ".join(incoming.text.split())
        if order.step == ADDRESS:
            order.address = address_of(said)
        elif order.step == PHONE:
            note_phone(customer, incoming)
            order.contact_phone = number_of(incoming)
        elif order.step == COMMENT:
            order.comment = incoming.text[:LONGEST_COMMENT]
        elif order.step == PROMO:
            items = drafts.there(await baskets.items(tx, customer.id))
            given = (customer.id, order.currency, turn.now)
            code = promos.code_of(said)
            order.promo_code = (await promos.fitting(tx, code, drafts.goods_of(items), *given)).code

    async def _go_on(
        self,
        tx: Session,
        turn: Turn,
        order: Order,
        customer: Customer,
        step: str | None = None,
        *,
        anew: bool = False,
    ) -> None:
        items, _ = await look_again(tx, customer.id)
        await drafts.reckon(tx, self._context, turn.now, order, items)
        given = (tx, self._context, turn.now, order, customer)
        await drafts.ask(*given, step=step, anew=anew)


def details_of(order: Order, turn: Turn) -> Remembered:
    """What a customer agrees to have filled in next time."""
    return Remembered(
        customer_id=order.customer_id,
        name=order.contact_name,
        phone=order.contact_phone,
        address=order.address,
        delivery=order.delivery,
        agreed_at=turn.now,
    )


async def drop(tx: Session, turn: Turn, order: Order, by_tg_id: int, who: str) -> None:
    """A checkout ends without an order: what was typed for it is not kept."""
    await reminders.forget(tx, turn.now, order)
    order.state = moved(order.state, "drop", who)
    order.address = order.comment = order.contact_phone = order.contact_name = ""
    order.step, order.notes, order.changed_at = "", [], turn.now
    ordering.note(tx, order, turn.now, by_tg_id, "drop")
