"""Customers look round the catalogue: shelves, pages, things; all in one message of theirs."""

from typing import Any

from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.trade import browsing
from models.trade.browsing import Thing
from models.trade.carts import Browse
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.trade import options, places
from services.trade.cart import Cart
from services.trade.places import FOUND, THING, Place, standing_of

WORDS = 100


class Browsing:
    """What is pressed and asked for in the catalogue; every press may be old, or a repeat."""

    def __init__(self, context: Context, cart: Cart) -> None:
        self._context = context
        self._cart = cart

    async def open(self, turn: Turn, sender: Sender) -> None:
        """The top of the catalogue, at the bottom of the chat."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._go(tx, turn, customer, places.on_shelf(None), anew=True)

    async def ask_words(self, turn: Turn, sender: Sender) -> None:
        """Which words shall be looked for?"""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "find-ask",
                join_key=f"find:{customer.tg_id}",
                keyboard={"name": "never-mind"},
            )

    async def look(self, turn: Turn, sender: Sender, text: str, *, anew: bool = True) -> None:
        """What the words mean; the nearest, when nothing holds them all."""
        words = " ".join(text.split())[:WORDS]
        if not self._context.finder.is_ready:
            raise Refusal("shelf-not-ready")
        found = await self._context.finder.find(words)
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            place = places.on_found(words, found.ids, found.whole)
            await self._go(tx, turn, customer, place, anew=anew)

    async def is_named(self, text: str) -> bool:
        """Whether all of these words are said of something in the catalogue."""
        if not self._context.finder.is_ready or len(text) > WORDS:
            return False
        found = await self._context.finder.find(text)
        return found.whole and bool(found.ids)

    async def shelf(self, turn: Turn, sender: Sender, category_id: int | None, page: int) -> None:
        """A page of a category."""
        if category_id is not None and category_id not in self._context.finder.tree.shelves:
            raise Refusal("shelf-gone")
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await self._go(tx, turn, customer, places.on_shelf(category_id, page))

    async def found(self, turn: Turn, sender: Sender, page: int) -> None:
        """Another page of what was found last."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            place = await self._place(tx, customer)
            place = place.get("back", {}) if place.get("at") == THING else place
            if place.get("at") != FOUND:
                raise Refusal("shelf-old")
            await self._go(tx, turn, customer, {**place, "page": max(0, page)})

    async def thing(
        self, turn: Turn, sender: Sender, product_id: int, *, anew: bool = False, variant: int = 0
    ) -> None:
        """One thing's card; `variant`: the one that is chosen there."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await sold(tx, product_id)
            place = places.on_thing(product_id, await self._place(tx, customer))
            chosen = {"variant": variant} if variant else {}
            await self._go(tx, turn, customer, {**place, **chosen}, anew=anew)

    async def variant(self, turn: Turn, sender: Sender, product_id: int, variant_id: int) -> None:
        """Another size or colour, with its own picture."""
        async with self._context.store.change(turn) as tx:
            customer, thing, place = await self._at(tx, turn, sender, product_id)
            if all(one.id != variant_id for one in thing.variants):
                raise Refusal("shelf-variant-gone")
            news = {"variant": variant_id, "photo": None}
            await self._go(tx, turn, customer, {**place, **news})

    async def option(self, turn: Turn, sender: Sender, product_id: int, mark: str) -> None:
        """An option put on or taken off; the price follows."""
        async with self._context.store.change(turn) as tx:
            customer, thing, place = await self._at(tx, turn, sender, product_id)
            known = options.choices_of(thing.product)
            choice = next((one for one in known if places.mark(one) == mark), None)
            if choice is None:
                raise Refusal("option-gone")
            chosen = standing_of(thing, place).chosen
            news = {"chosen": options.toggled(thing.product, chosen, choice)}
            await self._go(tx, turn, customer, {**place, **news})

    async def quantity(self, turn: Turn, sender: Sender, product_id: int, count: int) -> None:
        """So many, if there are so many: a number, not a step, so that a repeat does no harm."""
        async with self._context.store.change(turn) as tx:
            customer, thing, place = await self._at(tx, turn, sender, product_id)
            stock = standing_of(thing, place).variant.stock
            if stock is not None and count > max(stock, 1):
                turn.toast = Toast("stock-only", {"count": stock}, alert=True)
            await self._go(tx, turn, customer, {**place, "quantity": count})

    async def part(self, turn: Turn, sender: Sender, product_id: int, name: str) -> None:
        """Sizes or options unfolded, or folded again."""
        async with self._context.store.change(turn) as tx:
            customer, _, place = await self._at(tx, turn, sender, product_id)
            await self._go(tx, turn, customer, {**place, "part": name})

    async def photo(self, turn: Turn, sender: Sender, product_id: int, number: int) -> None:
        """Another picture."""
        async with self._context.store.change(turn) as tx:
            customer, _, place = await self._at(tx, turn, sender, product_id)
            await self._go(tx, turn, customer, {**place, "photo": number})

    async def put(self, turn: Turn, sender: Sender, variant_id: int, seal: str) -> None:
        """Into the cart, as the card showed it; the same press a second time puts nothing more."""
        async with self._context.store.change(turn) as tx:
            product_id = await browsing.owner_of(tx, variant_id)
            customer, thing, place = await self._at(tx, turn, sender, product_id or 0)
            now = standing_of(thing, place)
            if now.variant.id != variant_id or now.seal != seal:
                again = now.puts > 0 and now.variant.id == variant_id
                turn.toast = Toast("shelf-put-already" if again else "shelf-changed", alert=True)
            else:
                options.check(thing.product, now.chosen)
                await self._cart.put(tx, turn, customer.id, variant_id, now.chosen, now.quantity)
                place |= {"puts": now.puts + 1}
                turn.toast = Toast("shelf-put")
            await self._go(tx, turn, customer, place)

    async def _at(
        self, tx: Session, turn: Turn, sender: Sender, product_id: int
    ) -> tuple[Customer, Thing, Place]:
        """The thing whose card is pressed; an older card of another thing comes back as it was."""
        customer = await known_customer(tx, turn, sender)
        thing = await sold(tx, product_id)
        place = await self._place(tx, customer)
        if place.get("at") != THING or place.get("product") != product_id:
            place = places.on_thing(product_id, place)
        return customer, thing, place

    async def _place(self, tx: Session, customer: Customer) -> Place:
        row = await browsing.browse(tx, customer.id)
        return dict(row.place) if row is not None else {}

    async def _go(
        self,
        tx: Session,
        turn: Turn,
        customer: Customer,
        place: dict[str, Any],
        *,
        anew: bool = False,
    ) -> None:
        await tx.merge(Browse(customer_id=customer.id, place=place, changed_at=turn.now))
        await promises.show(
            tx,
            turn.now,
            customer.tg_id,
            "shelf",
            customer.id,
            priority=REPLY,
            anew=anew,
            alone=True,
        )


async def sold(tx: Session, product_id: int) -> Thing:
    """A thing that is sold at this moment."""
    thing = await browsing.thing(tx, product_id)
    if thing is None or not thing.variants:
        raise Refusal("shelf-thing-gone")
    return thing
