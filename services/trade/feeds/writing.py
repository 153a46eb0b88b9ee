"""The catalogue as a file, CSV or YML: read back, it is the same catalogue."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from models.trade.leafing import Leaf
from services.export_files import safe
from services.trade.feeds.option_words import attributes_cell, options_cell, rules_cell
from services.trade.feeds.shelving import Shelves
from services.trade.feeds.values import as_fed, money_words

FORMS = ("csv", "yml")
COLUMNS = (
    *("sku", "group", "name", "name_en", "category", "category_en", "variant", "variant_en"),
    *("price", "old_price", "currency", "stock", "brand", "description", "description_en"),
    *("pictures", "badges", "attributes", "options", "rules"),
)
UP = 20


class Writer:
    """Says the catalogue in one form: a beginning, pages, an end."""

    def __init__(self, form: str, shop: str, currency: str, shelves: Sequence[Mapping[str, Any]]):
        self._form = form
        self._shop = shop
        self._currency = currency
        self._rows = {row["key"]: row for row in Shelves.of(shelves).known.values()}
        self._keys = {row["id"]: row["key"] for row in self._rows.values()}

    def start(self, now: datetime) -> str:
        """What comes before the first product."""
        if self._form == "csv":
            return "\ufeff" + _cells(COLUMNS)
        listed = "".join(map(self._category, self._rows.values()))
        currency = f"<currency id={quoteattr(self._currency)} rate={quoteattr('1')}/>"
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<yml_catalog date="{now:%Y-%m-%d %H:%M}">\n<shop>\n'
            f"<name>{escape(self._shop)}</name>\n"
            f"<currencies>{currency}</currencies>\n<categories>\n{listed}</categories>\n<offers>\n"
        )

    def end(self) -> str:
        """What comes after the last one."""
        return "" if self._form == "csv" else "</offers>\n</shop>\n</yml_catalog>\n"

    def page(self, leaves: Iterable[Leaf]) -> str:
        """Some products."""
        say: Callable[[Leaf], Iterable[str]] = self._csv if self._form == "csv" else self._yml
        return "".join(line for leaf in leaves for line in say(leaf))

    def _csv(self, leaf: Leaf) -> Iterable[str]:
        product = leaf.product
        for at, variant in enumerate(leaf.variants):
            cells = {
                "sku": variant.key,
                "group": product.key,
                "name": as_fed(product.title_ru),
                "name_en": as_fed(product.title_en),
                "category": self._path(product.category_id, "title_ru"),
                "category_en": self._path(product.category_id, "title_en"),
                "variant": as_fed(variant.title_ru),
                "variant_en": as_fed(variant.title_en),
                "price": money_words(variant.price, variant.currency),
                "old_price": _maybe(variant.old_price, variant.currency),
                "currency": variant.currency,
                "stock": "" if variant.stock is None else str(variant.stock),
                "attributes": attributes_cell(product.attributes),
            }
            if at == 0:
                cells |= self._whole(leaf)
            yield _cells([_kept(cells.get(name, "")) for name in COLUMNS])

    def _whole(self, leaf: Leaf) -> dict[str, str]:
        """What is said once of a product."""
        product = leaf.product
        return {
            "brand": as_fed(product.brand),
            "description": as_fed(product.about_ru),
            "description_en": as_fed(product.about_en),
            "pictures": " ".join(leaf.photos),
            "badges": ", ".join(as_fed(badge).replace(",", "&#44;") for badge in product.badges),
            "options": options_cell(product.options, self._currency),
            "rules": rules_cell(product.rules),
        }

    def _path(self, category_id: int | None, title: str) -> str:
        titles: list[str] = []
        key = self._keys.get(category_id or 0, "")
        while key in self._rows and len(titles) < UP:
            row = self._rows[key]
            titles.append(as_fed(row[title]).replace(">", "&gt;"))
            key = row["parent"]
        return " > ".join(reversed(titles)) if all(titles) else ""

    def _category(self, row: Mapping[str, Any]) -> str:
        if not row["active"]:
            return ""
        parent = f" parentId={quoteattr(row['parent'])}" if row["parent"] else ""
        title = escape(as_fed(row["title_ru"]))
        return f"<category id={quoteattr(row['key'])}{parent}>{title}</category>\n"

    def _yml(self, leaf: Leaf) -> Iterable[str]:
        product = leaf.product
        for variant in leaf.variants:
            alone = len(leaf.variants) == 1 and product.key == variant.key
            group = "" if alone else f" group_id={quoteattr(product.key)}"
            here = "false" if variant.stock == 0 else "true"
            parts = [
                ("name", as_fed(product.title_ru)),
                ("price", money_words(variant.price, variant.currency)),
                ("oldprice", _maybe(variant.old_price, variant.currency)),
                ("currencyId", variant.currency),
                ("categoryId", self._keys.get(product.category_id or 0, "")),
                *(("picture", photo) for photo in leaf.photos),
                ("vendor", as_fed(product.brand)),
                ("description", as_fed(product.about_ru)),
                ("count", "" if variant.stock is None else str(variant.stock)),
            ]
            said = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in parts if text)
            named = [(one["ru"], one["value_ru"]) for one in product.attributes]
            if variant.title_ru:
                named.append(("Вариант", variant.title_ru))
            params = "".join(
                f"<param name={quoteattr(as_fed(name))}>{escape(as_fed(value))}</param>"
                for name, value in named
            )
            key = quoteattr(variant.key)
            yield f'<offer id={key}{group} available="{here}">{said}{params}</offer>\n'


def _maybe(amount: int | None, currency: str) -> str:
    return "" if amount is None else money_words(amount, currency)


def _kept(cell: str) -> str:
    """A cell that no spreadsheet computes, and that is read as it was."""
    if cell.startswith("'") and safe(cell[1:]) != cell[1:]:
        return f"&#39;{cell[1:]}"
    return safe(cell)


def _cells(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()
