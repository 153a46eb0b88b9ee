"""A customer follows their orders: the list, one of them, where it is, once more, no more."""

from typing import Any

from models.people import Customer
from models.store import Session
from models.trade import placed
from models.trade.orders import Order, OrderLine
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.spot import Spot
from services.trade import states
from services.trade.asking import Asking
from services.trade.cart import Cart
from services.trade.handling import cancelled
from services.trade.holding import for_customer
from services.trade.said import OWN, Said
from services.trade.telling import tell_where

LIST = "myorders"


class Following:
    """What customers do with orders that they have placed; nobody reaches another's."""

    def __init__(self, context: Context, cart: Cart, asking: Asking) -> None:
        self._context = context
        self._cart = cart
        self._asking = asking

    async def list(self, turn: Turn, sender: Sender) -> None:
        """Every order, the newest first."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await promises.show(tx, turn.now, customer.tg_id, LIST, customer.id, anew=True)

    async def turn_page(self, turn: Turn, sender: Sender, page: str) -> None:
        """Another page of the list, in place."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            name = f"{LIST}/{page if page.isdigit() and len(page) < 5 else 0}"
            await promises.show(tx, turn.now, customer.tg_id, name, customer.id)

    async def open(self, turn: Turn, tg_id: int, ref: str, card: str = "order") -> None:
        """An order's card, near at hand again; or its receipt."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            await promises.show(tx, turn.now, customer.tg_id, card, order.id, anew=True)

    async def where(self, turn: Turn, tg_id: int, ref: str) -> None:
        """How it stands and how to follow it, at once; a person is a tap away."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            await tell_where(tx, self._context.shop, turn.now, order, customer)

    async def ask_cancel(self, turn: Turn, tg_id: int, ref: str) -> None:
        """Asked before it is done; what is worked on already only staff can stop."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            if not states.may(order.state, "cancel", states.STAFF):
                raise Refusal(f"order-is-{order.state}")
            own = states.may(order.state, "cancel", states.CUSTOMER)
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "order-cancel-ask" if own else "order-cancel-staff",
                keyboard={"name": "order-cancel", "ref": order.ref, "own": own},
                join_key=f"cancel:{order.ref}",
                number=str(order.id),
            )

    async def cancel(self, turn: Turn, tg_id: int, ref: str, spot: Spot) -> None:
        """Yes, cancel it; when somebody has accepted it meanwhile the staff are asked."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            if states.may(order.state, "cancel", states.CUSTOMER):
                await cancelled(tx, self._context, turn, order, customer, tg_id, f"#{OWN}")
            elif states.may(order.state, "cancel", states.STAFF):
                await self._asking.wish(tx, turn, order, customer, "cancel")
            else:
                raise Refusal(f"order-is-{order.state}")
            await _take_away(tx, turn, spot)

    async def drop(self, turn: Turn, spot: Spot) -> None:
        """No after all: the question goes away."""
        async with self._context.store.change(turn) as tx:
            await _take_away(tx, turn, spot)
            turn.toast = Toast("toast-no-comment")

    async def ask_words(self, turn: Turn, tg_id: int, ref: str) -> None:
        """What should be changed, in words."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            if order.state not in states.LIVE:
                raise Refusal(f"order-is-{order.state}")
            await prompts.ask(
                tx,
                turn,
                customer,
                "order-change-ask",
                keyboard={"name": "order-words", "ref": order.ref},
                join_key=f"change:{order.ref}",
                number=str(order.id),
            )

    async def repeat(self, turn: Turn, tg_id: int, ref: str) -> None:
        """Everything that is still sold into the cart; what isn't, or costs more, is said."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            lines = [one for one in await placed.lines_of(tx, order.id) if one.quantity]
            put = [await self._put(tx, turn, order, customer, line) for line in lines]
            noted = [one for one in put if one is not None]
            key, args = _outcome(noted, len(lines))
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                key,
                join_key=f"repeat:{order.ref}",
                **args,
            )

    async def _put(
        self, tx: Session, turn: Turn, order: Order, customer: Customer, line: OrderLine
    ) -> dict[str, Any] | None:
        title = line.title(customer.language)
        try:
            if line.variant_id is None:
                return _said("repeat-missing", title)
            put = await self._cart.put(
                tx, turn, customer.id, line.variant_id, list(line.chosen), line.quantity
            )
        except Refusal:
            return _said("repeat-missing", title)
        if put.price_seen == line.price:
            return None
        was, now = (
            {"money": price, "currency": order.currency} for price in (line.price, put.price_seen)
        )
        key = "repeat-dearer" if put.price_seen > line.price else "repeat-cheaper"
        return _said(key, title, was=was, now=now)


def _outcome(noted: list[dict[str, Any]], count: int) -> tuple[str, dict[str, Any]]:
    """What is said of a repeated order: everything is there, some of it, nothing."""
    if not noted:
        return "repeat-all", {}
    missing = sum(one["key"] == "repeat-missing" for one in noted)
    return "repeat-nothing" if missing == count else "repeat-done", {"lines": {"lines": noted}}


def _said(key: str, title: str, **args: Said) -> dict[str, Any]:
    return {"key": key, "args": {"title": title, **args}}


async def _take_away(tx: Session, turn: Turn, spot: Spot) -> None:
    if spot.pressed is not None:
        await promises.delete(tx, turn.now, spot.chat_id, spot.pressed)
