"""Where a customer stands in the catalogue: what their one message shows, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from models.trade.browsing import Thing
from models.trade.products import Photo, Variant
from services.trade import options

Place = dict[str, Any]
CATEGORY, FOUND, THING = "category", "found", "thing"
VARIANTS, OPTIONS = "variants", "options"
MOST = 99


def on_shelf(category_id: int | None, page: int = 0) -> Place:
    """A page of a category; None is the top."""
    return {"at": CATEGORY, "category": category_id, "page": max(0, page)}


def on_found(words: str, ids: Sequence[int], whole: bool) -> Place:
    """The first page of what was found."""
    return {"at": FOUND, "words": words, "ids": list(ids), "whole": whole, "page": 0}


def on_thing(product_id: int, came_from: Mapping[str, Any]) -> Place:
    """One thing's card, and where its way back leads."""
    behind = came_from.get("back") if came_from.get("at") == THING else came_from
    return {"at": THING, "product": product_id, "puts": 0, "back": behind or on_shelf(None)}


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a thing's card, brought to what is sold now.

    `part`: which of VARIANTS and OPTIONS is unfolded, where there are many.
    """

    variant: Variant
    chosen: list[str]
    quantity: int
    photo: int
    puts: int
    part: str = ""

    @property
    def seal(self) -> str:
        """What tells the present choice from another; a button that carries another is old."""
        return f"{self.quantity}.{mark(options.choice_of(self.chosen))}.{self.puts}"


def mark(words: str) -> str:
    """A short mark of an option or of a whole choice, as buttons carry it."""
    return f"{crc32(words.encode()):08x}"


def standing_of(thing: Thing, place: Mapping[str, Any]) -> Standing:
    """The variant, options, quantity and photo that a place means, as far as they still exist."""
    variant = _variant(thing.variants, place.get("variant"))
    most = MOST if variant.stock is None else max(1, min(variant.stock, MOST))
    shown = place.get("photo")
    photo = _photo_of(thing, variant) if shown is None else int(shown)
    return Standing(
        variant,
        options.fitting(thing.product, place.get("chosen") or []),
        min(max(1, int(place.get("quantity", 1))), most),
        photo % len(thing.photos) if thing.photos else 0,
        int(place.get("puts", 0)),
        str(place.get("part", "")),
    )


def _variant(variants: Sequence[Variant], wanted: int | None) -> Variant:
    """The chosen one, else the first that is in stock."""
    chosen = (one for one in variants if one.id == wanted)
    there = (one for one in variants if one.stock is None or one.stock > 0)
    return next(chosen, None) or next(there, None) or variants[0]


def _photo_of(thing: Thing, variant: Variant) -> int:
    """The picture of a variant, else of the one before it: sizes share a colour's picture."""
    order = {one.id: at for at, one in enumerate(thing.variants)}
    upto = order[variant.id]
    own = [at for at, one in enumerate(thing.photos) if _place_of(one, order, upto) <= upto]
    return max(own, key=lambda at: _place_of(thing.photos[at], order, upto), default=0)


def _place_of(photo: Photo, order: Mapping[int, int], upto: int) -> int:
    return order.get(photo.variant_id or 0, -1 if photo.variant_id is None else upto + 1)
