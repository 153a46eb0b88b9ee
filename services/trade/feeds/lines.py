"""What every reader makes of a catalogue file: shelves, offers, and cells that are wrong."""

import json
from dataclasses import dataclass, field
from typing import Any

MOST_OFFERS = 1_000_000
MOST_PHOTOS = 10
KEY, TITLE, BRAND, ABOUT, ADDRESS = 120, 300, 120, 4000, 1000
SHELF_KEY, SHELF_TITLE, DEPTH = 80, 200, 10
VARIANT_TITLE = 200
SOFT = ("picture", "old-price")  # the offer is taken without it


class FeedRefused(Exception):
    """A file that is not taken at all.

    `why` is one of empty, archive, binary, not-yml, entities, broken, encoding, columns, many,
    none, currency; `line` says where, when that is known; `value` is what stands there.
    """

    def __init__(self, why: str, line: int = 0, value: str = "") -> None:
        super().__init__(f"line {line}: {why}" if line else why)
        self.why = why
        self.line = line
        self.value = value


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that is wrong: where, what is wrong, what stands there, and of which offer."""

    line: int
    why: str
    value: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A category that the file lists; its parent is known when the whole file was read."""

    line: int
    key: str
    parent: str
    title: str


@dataclass(slots=True)
class Offer:
    """What a file says of one variant; what it does not say is not in `said`.

    Of the product: title_ru, title_en, about_ru, about_en, brand, shelf (a key), path and path_en
    (titles from the top), badges, options, rules, photos. Of the variant: price, old_price,
    currency, stock (None is not counted), variant_ru, variant_en. `params`: attributes, of the
    variant where they differ among the variants of a product.
    """

    line: int
    key: str
    group: str
    said: dict[str, Any] = field(default_factory=dict)

    def packed(self) -> bytes:
        """As one line."""
        whole = [self.line, self.key, self.group, self.said]
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    @classmethod
    def unpacked(cls, line: bytes) -> "Offer":
        """From one line."""
        return cls(*json.loads(line))


Item = ShelfLine | Offer | Fault
