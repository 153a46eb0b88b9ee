"""The cart: one message of the customer's, edited; looked at again at every step."""

from models.store import Session
from models.trade import baskets
from models.trade.baskets import CartItem
from models.trade.carts import CartLine
from models.trade.products import Product, Variant
from models.turn import Toast, Turn
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.trade import basket, cart_card, drafts, options
from services.trade.basket import Held
from services.trade.selling import selling_of

MOST_LINES = 15
MOST_OF_ONE = 99


def is_sold(item: CartItem) -> bool:
    """Whether the shop still sells a line's thing with these options."""
    if not (item.variant.active and item.product.active):
        return False
    try:
        options.check(item.product, item.line.chosen)
    except Refusal:
        return False
    return True


async def look_again(tx: Session, customer_id: int) -> tuple[list[CartItem], bool]:
    """Bring a cart up to date; the lines that can be ordered, and whether something changed.

    What changed is noted on its line and said when the cart or the order is shown; what was
    noted before has been said.
    """
    kept = []
    for item in await baskets.items(tx, customer_id):
        if item.line.note.get("gone"):
            await tx.delete(item.line)
        else:
            kept.append(item)
    for item, line in zip(kept, basket.looked_at([_held(item) for item in kept]), strict=True):
        item.line.note = line.note
        item.line.price_seen = line.price
        item.line.quantity = line.quantity or item.line.quantity
    await tx.flush()
    there = [item for item in kept if not item.line.note.get("gone")]
    return there, any(item.line.note for item in kept)


def _held(item: CartItem) -> Held:
    line, sold = item.line, is_sold(item)
    return Held(
        line.id,
        line.variant_id,
        line.quantity,
        line.price_seen,
        options.price_of(item.product, item.variant, line.chosen) if sold else line.price_seen,
        item.variant.stock,
        sold,
    )


class Cart:
    """What a customer has put aside; every story says openly what has changed meanwhile."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def put(
        self,
        tx: Session,
        turn: Turn,
        customer_id: int,
        variant_id: int,
        chosen: list[str],
        quantity: int = 1,
    ) -> CartLine:
        """Put a thing into a cart, within somebody's story.

        Refuses what is not sold, what there is not enough of, and options that do not fit.
        """
        variant, product = await self._sold(tx, variant_id)
        options.check(product, chosen)
        choice = options.choice_of(chosen)
        lines = await baskets.of_variant(tx, customer_id, variant_id)
        line = next((one for one in lines if one.choice == choice), None)
        elsewhere = sum(one.quantity for one in lines if one is not line)
        before = line.quantity if line is not None and not line.note.get("gone") else 0
        wanted = before + quantity
        _check_room(variant, wanted, elsewhere)
        if line is None:
            line = await self._new(tx, turn, customer_id, variant, chosen)
        line.quantity, line.note = wanted, {}
        line.price_seen = options.price_of(product, variant, chosen)
        await tx.flush()
        await drafts.follow(tx, self._context, turn.now, customer_id)
        return line

    async def add(self, turn: Turn, sender: Sender, variant_id: int) -> None:
        """One piece, without options, from a button."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self.put(tx, turn, customer.id, variant_id, [])
            turn.toast = Toast("cart-added")
            await cart_card.show(tx, turn, customer)

    async def show(
        self, turn: Turn, sender: Sender, *, anew: bool = True, pressed: int | None = None
    ) -> None:
        """The cart as it is now; `anew`: at the bottom of the chat; `pressed`: under a cart."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await look_again(tx, customer.id)
            await drafts.follow(tx, self._context, turn.now, customer.id)
            await cart_card.show(tx, turn, customer, anew=anew, pressed=pressed)

    async def change(
        self,
        turn: Turn,
        sender: Sender,
        line_id: int,
        quantity: int,
        pressed: int | None = None,
    ) -> None:
        """So many pieces of a line; 0 takes it out. Pressed twice it does the same once."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            there, _ = await look_again(tx, customer.id)
            item = next((one for one in there if one.line.id == line_id), None)
            if item is None:
                turn.toast = Toast("cart-line-gone")
            elif quantity < 1:
                await tx.delete(item.line)
                await tx.flush()
            else:
                same = [one for one in there if one.line.variant_id == item.line.variant_id]
                elsewhere = sum(one.line.quantity for one in same if one is not item)
                _check_room(item.variant, quantity, elsewhere)
                item.line.quantity = quantity
            await drafts.follow(tx, self._context, turn.now, customer.id)
            await cart_card.show(tx, turn, customer, pressed=pressed)

    async def clear(self, turn: Turn, sender: Sender, pressed: int) -> None:
        """Everything out."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await baskets.empty(tx, customer.id)
            await drafts.follow(tx, self._context, turn.now, customer.id)
            await cart_card.show(tx, turn, customer, pressed=pressed)

    async def _sold(self, tx: Session, variant_id: int) -> tuple[Variant, Product]:
        found = await baskets.thing(tx, variant_id)
        if found is None or not (found[0].active and found[1].active):
            raise Refusal("cart-not-sold")
        if found[0].currency != selling_of(self._context.shop, False).currency:
            raise Refusal("cart-ask-us")
        return found

    async def _new(
        self, tx: Session, turn: Turn, customer_id: int, variant: Variant, chosen: list[str]
    ) -> CartLine:
        if await baskets.count(tx, customer_id) >= MOST_LINES:
            raise Refusal("cart-full", most=MOST_LINES)
        line = CartLine(
            customer_id=customer_id,
            variant_id=variant.id,
            chosen=list(chosen),
            choice=options.choice_of(chosen),
            quantity=0,
            price_seen=variant.price,
            note={},
            added_at=turn.now,
        )
        tx.add(line)
        return line


def _check_room(variant: Variant, quantity: int, elsewhere: int) -> None:
    if quantity > MOST_OF_ONE:
        raise Refusal("cart-most", most=MOST_OF_ONE)
    if variant.stock is None or quantity + elsewhere <= variant.stock:
        return
    left = variant.stock - elsewhere
    if left > 0:
        raise Refusal("cart-only-left", left=left)
    raise Refusal("cart-none-left")
