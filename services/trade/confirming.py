"""The one press that matters: a summary becomes an order exactly once."""

from collections.abc import Awaitable, Callable

from models import cards, messages, sending, tickets
from models.people import Customer
from models.store import Session
from models.trade import ordering
from models.trade.orders import DRAFT, Order
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Incoming
from services.people import Actor
from services.trade import drafts
from services.trade.cart import look_again
from services.trade.drafts import SUMMARY
from services.trade.holding import allow
from services.trade.placing import GoneMeanwhile, place
from services.trade.states import CUSTOMER, STAFF

TRIES, RECENT = 3, 3
YES = frozenset(
    {
        *("да", "да, подтверждаю", "подтверждаю", "подтвердить", "да подтверждаю"),
        *("yes", "yes, confirm", "confirm", "i confirm"),
    }
)
LONGEST_YES = max(len(one) for one in YES) + 4


def says_yes(words: str) -> bool:
    """Whether these words are nothing but a yes."""
    return len(words) <= LONGEST_YES and words.lower().strip(" .!+👍✅") in YES


class Confirming:
    """By the button, by a word, by staff for the customer."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def press(self, turn: Turn, tg_id: int, ref: str, token: str, message_id: int) -> None:
        """The button under a summary; `token` is what that summary showed.

        The message that was pressed becomes the card, whatever was sent beside it.
        """

        async def told(tx: Session) -> None:
            order, customer = await drafts.own_order(tx, tg_id, ref)
            stood = await self._card(tx, order, customer)
            if order.state != DRAFT:
                if stood not in (None, message_id):
                    await promises.delete(tx, turn.now, tg_id, message_id)
                turn.toast = Toast(f"order-is-{order.state}", alert=True)
                return
            await self._adopt(tx, turn, order, customer, stood, message_id)
            await self._confirm(tx, turn, order, customer, tg_id, CUSTOMER, token)

        await self._until_told(turn, told)

    async def say_yes(self, turn: Turn, incoming: Incoming) -> None:
        """A yes in words, while a summary waits and nothing else was asked since."""

        async def told(tx: Session) -> None:
            customer = await known_customer(tx, turn, incoming.sender)
            order = await ordering.draft_of(tx, customer.id)
            if order is None:
                raise Refusal("nothing-to-confirm")
            if await sending.waits(tx, customer.tg_id, f"card:order:{order.id}:"):
                await drafts.show(tx, turn.now, order, customer, anew=True)
                return
            if await self._confirm(tx, turn, order, customer, customer.tg_id, CUSTOMER):
                await promises.react(tx, turn.now, incoming.chat_id, incoming.tg_id, "👍")

        await self._until_told(turn, told)

    async def confirm_for(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Staff confirm for a customer who said so elsewhere."""

        async def told(tx: Session) -> None:
            allow(self._context, actor)
            order = await ordering.by_ref(tx, ref)
            if order is None:
                raise Refusal("no-such-order")
            if order.state != DRAFT:
                raise Refusal(f"order-is-{order.state}")
            customer = await tx.get_one(Customer, order.customer_id)
            if await self._confirm(tx, turn, order, customer, actor.tg_id, STAFF):
                turn.toast = Toast("toast-confirmed", {"number": str(order.id)})

        await self._until_told(turn, told)

    async def waits_for_yes(self, tg_id: int) -> bool:
        """Whether a yes of this person would be about an order: asked only when one is said.

        Not when somebody of the staff has said something since: then it may answer that.
        """
        async with self._context.store.look() as tx:
            order = await ordering.draft_of_person(tx, tg_id)
            if order is None or order.step != SUMMARY or order.asked_at is None:
                return False
            shown = order.reminded_at or order.asked_at
            for ticket in await tickets.latest_of(tx, order.customer_id, RECENT):
                said = await messages.of_ticket(tx, ticket.id, 1, (messages.STAFF,))
                if said and said[-1].said_at > shown:
                    return False
        return True

    async def _confirm(
        self,
        tx: Session,
        turn: Turn,
        order: Order,
        customer: Customer,
        by_tg_id: int,
        who: str,
        token: str | None = None,
    ) -> bool:
        items, changed = await look_again(tx, customer.id)
        changed |= await drafts.reckon(tx, self._context, turn.now, order, items)
        ready = items and drafts.next_step(order, drafts.how_sold(self._context)) == SUMMARY
        if changed or not ready or token not in (None, drafts.token_of(order, items)):
            turn.toast = Toast("order-look-again", alert=True)
            await drafts.ask(tx, self._context, turn.now, order, customer, anew=token is None)
            return False
        await place(tx, self._context, turn, order, customer, items, by_tg_id, who)
        turn.toast = Toast("toast-confirmed", {"number": str(order.id)})
        return True

    async def _card(self, tx: Session, order: Order, customer: Customer) -> int | None:
        place = await cards.place(tx, _key(order, customer))
        return place[0] if place is not None else None

    async def _adopt(
        self,
        tx: Session,
        turn: Turn,
        order: Order,
        customer: Customer,
        stood: int | None,
        pressed: int,
    ) -> None:
        if stood == pressed:
            return
        if stood is not None:
            await promises.delete(tx, turn.now, customer.tg_id, stood)
        await cards.stands(tx, _key(order, customer), customer.tg_id, pressed, None, turn.now)

    async def _until_told(self, turn: Turn, told: Callable[[Session], Awaitable[None]]) -> None:
        for _ in range(TRIES):
            try:
                async with self._context.store.change(turn) as tx:
                    await told(tx)
                return
            except GoneMeanwhile:
                continue
        raise Refusal("order-look-again")


def _key(order: Order, customer: Customer) -> str:
    return f"order:{order.id}:{customer.tg_id}:0"
