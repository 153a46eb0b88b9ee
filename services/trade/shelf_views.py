"""What the catalogue's message shows, read when it is about to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.memory import subscribing
from models.memory.profiles import CATEGORY, subject_of
from models.people import Customer
from models.store import Session
from models.trade import browsing
from models.trade.browsing import Thing
from models.trade.products import Product
from services.context import Context
from services.trade import options, places
from services.trade.lines import Line, line_of
from services.trade.options import Problem
from services.trade.photos import Picture, picture_of
from services.trade.places import FOUND, THING, Standing, standing_of
from services.trade.tree import Shelving

PAGE = 6


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A page of a list: a category's, or of what was found for `words`."""

    language: str
    path: Sequence[Shelving]
    below: Sequence[Shelving]
    lines: Sequence[Line]
    total: int
    page: int
    pages: int
    picture: Picture | None
    words: str | None = None
    whole: bool = True
    followed: bool = False

    @property
    def category_id(self) -> int | None:
        """The shelf, None at the top."""
        return self.path[-1].id if self.path else None


@dataclass(frozen=True, slots=True)
class ThingView:
    """One thing with what is chosen; `back` is the place that its way back leads to."""

    language: str
    thing: Thing
    now: Standing
    price: int
    problems: Sequence[Problem]
    picture: Picture | None
    back: Mapping[str, Any]
    wanted: frozenset[str] = frozenset()
    size_wanted: bool = False

    @property
    def there(self) -> bool:
        """Whether there is any of it, in whatever variant."""
        return any(one.stock is None or one.stock > 0 for one in self.thing.variants)

    @property
    def missing(self) -> str:
        """How a subscription names the chosen variant, "" unless it alone is not there."""
        stock = self.now.variant.stock
        gone = self.there and stock is not None and stock <= 0
        return subject_of(self.now.variant.id) if gone else ""


class ShelfViews:
    """Reads places in the catalogue."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def read(self, customer_id: int) -> ShelfView | ThingView | None:
        """What a customer's catalogue message shows now."""
        async with self._context.store.look() as tx:
            row = await browsing.browse(tx, customer_id)
            customer = await tx.get(Customer, customer_id)
            if row is None or customer is None:
                return None
            place = row.place
            if place["at"] == THING:
                shown = await self._thing(tx, customer, place)
                if shown is not None:
                    return shown
                place = place["back"]
            if place["at"] == FOUND:
                return await self._found(tx, customer.language, place)
            return await self._shelf(tx, customer, place)

    async def line(self, product_id: int) -> tuple[Line, str] | None:
        """A thing as staff see it on a ticket, and an address of its picture if it has one."""
        async with self._context.store.look() as tx:
            thing = await browsing.thing(tx, product_id)
        if thing is None or not thing.variants:
            return None
        links = [one.source for one in thing.photos if one.source.startswith("https://")]
        return line_of(thing.product, thing.variants), links[0] if links else ""

    async def _thing(
        self, tx: Session, customer: Customer, place: Mapping[str, Any]
    ) -> ThingView | None:
        thing = await browsing.thing(tx, int(place["product"]))
        if thing is None or not thing.variants:
            return None
        now = standing_of(thing, place)
        return ThingView(
            customer.language,
            thing,
            now,
            options.price_of(thing.product, now.variant, now.chosen),
            options.problems(thing.product, now.chosen),
            await self._picture(tx, thing.photos[now.photo].id if thing.photos else None),
            place["back"],
            await subscribing.kinds_on(tx, customer.id, str(thing.product.id)),
            bool(await subscribing.kinds_on(tx, customer.id, subject_of(now.variant.id))),
        )

    async def _shelf(self, tx: Session, customer: Customer, place: Mapping[str, Any]) -> ShelfView:
        tree, category_id = self._context.finder.tree, place["category"]
        path = tree.path(category_id)
        category_id = path[-1].id if path else None
        total = path[-1].own if path else tree.loose
        page, pages = _page(int(place["page"]), total)
        products = await browsing.shelf(tx, category_id, page * PAGE, PAGE)
        photo_id = next((one.photo_id for one in reversed(path) if one.photo_id), None)
        kinds = await subscribing.kinds_on(tx, customer.id, str(category_id)) if path else ()
        return ShelfView(
            customer.language,
            path,
            tree.below.get(category_id, ()),
            await self._lines(tx, products),
            total,
            page,
            pages,
            await self._picture(tx, photo_id),
            followed=CATEGORY in kinds,
        )

    async def _found(self, tx: Session, language: str, place: Mapping[str, Any]) -> ShelfView:
        page, pages = _page(int(place["page"]), len(place["ids"]))
        ids = place["ids"][page * PAGE : (page + 1) * PAGE]
        products = await browsing.products(tx, ids)
        lines = await self._lines(tx, [products[one] for one in ids if one in products])
        photo_id = await browsing.first_photo(tx, lines[0].id) if lines else None
        picture = await self._picture(tx, photo_id)
        given = (lines, len(place["ids"]), page, pages, picture, place["words"], place["whole"])
        return ShelfView(language, (), (), *given)

    async def _lines(self, tx: Session, products: Sequence[Product]) -> list[Line]:
        variants = await browsing.variants_of(tx, [one.id for one in products])
        return [line_of(one, variants[one.id]) for one in products if one.id in variants]

    async def _picture(self, tx: Session, photo_id: int | None) -> Picture | None:
        """A photo, else the counter's; a message that holds a photo can never be without."""
        for one in (photo_id, self._context.finder.tree.counter):
            photo = await browsing.photo(tx, one) if one is not None else None
            if photo is not None and not photo.broken:
                return picture_of(photo, self._context.shelf.folder)
        return None


def _page(page: int, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PAGE))
    return min(page, pages - 1), pages


def back_to(place: Mapping[str, Any]) -> tuple[str, str, str]:
    """The button that leads to a list: its verb, reference and argument."""
    if place["at"] == FOUND:
        return "found", "", str(place["page"])
    category_id = place["category"]
    return places.CATEGORY, str(category_id or ""), str(place["page"])
