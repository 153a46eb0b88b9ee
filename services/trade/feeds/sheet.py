"""A price list as CSV, a line at a time: which columns there are decides what is said."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from classifier.intake.sheet import START, records_of, separator_of, unquoted
from classifier.intake.table import MAX_COLUMNS, NO_LIMIT, Faults, tidy
from services.trade.feeds import option_words, values
from services.trade.feeds.checks import Wrong, key_of, price_of, title_of
from services.trade.feeds.columns import Columns, columns_of, is_known
from services.trade.feeds.lines import (
    ABOUT,
    BRAND,
    DEPTH,
    MOST_OFFERS,
    SHELF_TITLE,
    SOFT,
    TITLE,
    VARIANT_TITLE,
    Fault,
    FeedRefused,
    Item,
    Offer,
)

BADGES, BADGE = 5, 40


def start_of(path: Path, encoding: str) -> tuple[str, list[str]]:
    """The separator and the names of the columns."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        start = file.read(START)
    separator = separator_of(start, is_known)
    first = next(records_of(start.splitlines(keepends=True), separator, _Lost([])), (0, []))
    return separator, first[1]


def read_sheet(path: Path, encoding: str, currency: str) -> Iterator[Item]:
    """Each offer and each wrong cell. Raises FeedRefused when there is no price list in it."""
    separator, header = start_of(path, encoding)
    columns = columns_of(header) if len(header) <= MAX_COLUMNS else None
    if columns is None:
        raise FeedRefused("columns", 1)
    faults: list[Item] = []
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        records = records_of(file, separator, _Lost(faults))
        next(records, None)
        for count, (line, cells) in enumerate(records):
            if count >= MOST_OFFERS:
                raise FeedRefused("many", line)
            if len(cells) != len(header):
                faults.append(Fault(line, "cells", str(len(cells)), _key(columns, cells)))
            else:
                yield from _Row(line, [unquoted(cell) for cell in cells], columns, currency).items()
            yield from faults
            faults.clear()
    yield from faults


class _Lost(Faults):
    """Lines that are no records at all."""

    def __init__(self, found: list[Item]) -> None:
        super().__init__(NO_LIMIT)
        self._found = found

    def add(self, line: int, why: str) -> None:
        self._found.append(Fault(line, why))


def _key(columns: Columns, cells: Sequence[str]) -> str:
    at = columns.known.get("key", len(cells))
    return tidy(unquoted(cells[at])) if at < len(cells) else ""


class _Row:
    """One line, read cell by cell."""

    def __init__(self, line: int, cells: Sequence[str], columns: Columns, currency: str) -> None:
        self._line = line
        self._cells = cells
        self._columns = columns
        self._currency = currency
        self._faults: list[Item] = []

    def items(self) -> Iterator[Item]:
        """The offer, or why there is none; then what it is taken without."""
        try:
            yield self._offer()
        except Wrong as wrong:
            key = _key(self._columns, self._cells)
            yield Fault(self._line, wrong.why, wrong.value[:80], key)
        yield from self._faults

    def _offer(self) -> Offer:
        broken = next((cell for cell in self._cells if "\ufffd" in cell), None)
        if broken is not None:
            raise Wrong("encoding", broken)
        said: dict[str, Any] = {}
        if self._columns.is_whole:
            said["title_ru"] = title_of(self._cell("title_ru"))
        self._prices(said)
        for field, read in self._readers().items():
            if field in self._columns.known:
                said[field] = read(self._cell(field))
        if "options" in said or "rules" in said:
            said.setdefault("options", [])
            said["rules"] = option_words.rules(self._cell("rules"), said["options"])
        self._params(said)
        key = key_of(self._cell("key") or self._named_key(said))
        return Offer(self._line, key, key_of(self._cell("group"), "group"), said)

    def _readers(self) -> dict[str, Callable[[str], Any]]:
        return {
            "title_en": lambda cell: values.one_line(cell)[:TITLE],
            "about_ru": lambda cell: values.plain(cell)[:ABOUT],
            "about_en": lambda cell: values.plain(cell)[:ABOUT],
            "brand": lambda cell: values.one_line(cell)[:BRAND],
            "variant_ru": lambda cell: values.one_line(cell)[:VARIANT_TITLE],
            "variant_en": lambda cell: values.one_line(cell)[:VARIANT_TITLE],
            "path": self._path,
            "path_en": self._path,
            "stock": self._stock,
            "photos": self._photos,
            "badges": self._badges,
            "options": lambda cell: option_words.options(cell, self._currency),
        }

    def _prices(self, said: dict[str, Any]) -> None:
        own = self._cell("currency")
        if own and values.currency_of(own) != self._currency:
            raise Wrong("currency", own)
        if "price" in self._columns.known:
            said["price"] = price_of(self._cell("price"), self._currency)
            said["currency"] = self._currency
        if "old_price" in self._columns.known:
            said["old_price"] = self._old_price(said.get("price", 0))

    def _old_price(self, price: int) -> int | None:
        cell = self._cell("old_price")
        worth = values.amount(cell, self._currency) if cell else None
        if cell and worth is None:
            self._without("old-price", cell)
        return worth if worth is not None and worth > price else None

    def _stock(self, cell: str) -> int | None:
        if not cell:
            return None
        is_said, count = values.stock(cell)
        if not is_said:
            raise Wrong("stock", cell)
        return count

    def _path(self, cell: str) -> list[str]:
        path = [values.one_line(title) for title in cell.replace("›", ">").split(">")]
        path = [title for title in path if title]
        if len(path) > DEPTH or any(len(title) > SHELF_TITLE for title in path):
            raise Wrong("category-long", cell)
        return path

    def _photos(self, cell: str) -> list[str]:
        found = []
        for address in cell.replace("|", " ").replace(", ", " ").split():
            if values.is_picture(address.rstrip(",;")):
                found.append(address.rstrip(",;"))
            else:
                self._without("picture", address)
        return found

    def _badges(self, cell: str) -> list[str]:
        found = [values.one_line(one)[:BADGE] for one in cell.split(",")]
        return [one for one in found if one][:BADGES]

    def _params(self, said: dict[str, Any]) -> None:
        if "params" not in self._columns.known and not self._columns.attributes:
            return
        found = option_words.attributes(self._cell("params"))
        for number, name in self._columns.attributes.items():
            one = values.named(name, self._cells[number])
            if one is not None:
                found.append(one)
        said["params"] = found

    def _named_key(self, said: dict[str, Any]) -> str:
        """What has no number is told apart by its names."""
        words = f"{said.get('title_ru', '')}\n{said.get('variant_ru', '')}".casefold()
        return hashlib.sha256(words.encode()).hexdigest()[:24] if words.strip() else ""

    def _cell(self, field: str) -> str:
        number = self._columns.known.get(field)
        return self._cells[number].strip() if number is not None else ""

    def _without(self, why: str, value: str) -> None:
        if why not in SOFT:
            raise ValueError(why)
        self._faults.append(Fault(self._line, why, value[:80], _key(self._columns, self._cells)))
