"""A file read from beginning to end into a spill beside it: memory holds keys, not offers."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from services.trade.feeds.folder import MOST_FAULTS
from services.trade.feeds.lines import SOFT, Fault, FeedRefused, Item, Offer, ShelfLine
from services.trade.feeds.opening import Opened

SPILL = "offers.jsonl"
TOLD_EVERY = 2000
MOST_VARIANTS = 1000
SHOWN = 20
Say = Callable[[str, int, int], None]


class Gathered:
    """Offers by the product they belong to, in the order of the file."""

    def __init__(self, folder: Path, whole: bool) -> None:
        self._path = folder / SPILL
        self._whole = whole
        self.groups: dict[str, list[int]] = {}
        self.keys: set[str] = set()
        self.shelves: list[ShelfLine] = []
        self.faults: list[list[Any]] = []
        self.fault_count = 0
        self.unread: set[str] = set()
        self.offers = 0

    def read(self, opened: Opened, currency: str, say: Say) -> None:
        """All of the file. Raises FeedRefused."""
        with self._path.open("wb") as spill:
            for count, item in enumerate(opened.items(currency)):
                self._take(item, spill)
                if count % TOLD_EVERY == 0:
                    say("reading", count, 0)
        if not self.offers:
            line, why, value = self.faults[0] if self.faults else (0, "", "")
            if why == "currency":
                raise FeedRefused(why, line, value)
            raise FeedRefused("none", line, why)

    def _take(self, item: Item, spill: BinaryIO) -> None:
        if isinstance(item, Fault):
            self.fault(item)
        elif isinstance(item, ShelfLine):
            self.shelves.append(item)
        elif item.key in self.keys:
            self.fault(Fault(item.line, "key-twice", item.key[:80]))
        else:
            self.keys.add(item.key)
            group = (item.group or item.key) if self._whole else item.key
            places = self.groups.setdefault(group, [])
            if len(places) >= MOST_VARIANTS:
                self.fault(Fault(item.line, "variants", group[:80], item.key))
                return
            places.append(spill.tell())
            spill.write(item.packed())
            self.offers += 1

    def fault(self, fault: Fault) -> None:
        """Something is wrong; an offer that can't be taken stays in the shop as it is."""
        self.fault_count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append([fault.line, fault.why, fault.value])
        if fault.key and fault.why not in SOFT:
            self.unread.add(fault.key)

    def chunks(self, size: int) -> Iterator[list[tuple[str, Sequence[Offer]]]]:
        """Products with their offers, a handful of offers at a time."""
        chunk: list[tuple[str, Sequence[Offer]]] = []
        count = 0
        with self._path.open("rb") as spill:
            for key, places in self.groups.items():
                chunk.append((key, [self._at(spill, place) for place in places]))
                count += len(places)
                if count >= size:
                    yield chunk
                    chunk, count = [], 0
        if chunk:
            yield chunk

    def _at(self, spill: BinaryIO, place: int) -> Offer:
        spill.seek(place)
        return Offer.unpacked(spill.readline())

    def close(self) -> None:
        """The spill is not needed any more."""
        self._path.unlink(missing_ok=True)
