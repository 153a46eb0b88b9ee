"""What the columns of a price list are called, in Russian and in English."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifier.intake.columns import LABELS, TEXTS

NAMES: dict[str, tuple[str, ...]] = {
    "key": ("sku", "id", "артикул", "код", "offer id", "код товара", "vendor code", "article"),
    "group": ("group", "group_id", "группа", "код группы", "product", "модель", "родитель"),
    "title_ru": ("name", "name_ru", "название", "наименование", "товар", "title", "имя"),
    "title_en": ("name_en", "название (en)", "название en", "title_en", "name (en)"),
    "variant_ru": ("variant", "variant_ru", "вариант", "исполнение"),
    "variant_en": ("variant_en", "вариант (en)", "variant (en)"),
    "path": ("category", "category_ru", "категория", "раздел", "каталог", "рубрика"),
    "path_en": ("category_en", "категория (en)", "category (en)"),
    "price": ("price", "цена", "стоимость", "цена продажи", "розничная цена", "цена, руб"),
    "old_price": ("old_price", "старая цена", "цена до скидки", "old price", "oldprice"),
    "currency": ("currency", "валюта", "currencyid"),
    "stock": ("stock", "остаток", "количество", "наличие", "в наличии", "quantity", "count"),
    "brand": ("brand", "vendor", "бренд", "производитель", "марка"),
    "about_ru": ("description", "description_ru", "описание", "about"),
    "about_en": ("description_en", "описание (en)", "description (en)"),
    "photos": ("pictures", "picture", "фото", "картинки", "изображения", "photos", "images"),
    "badges": ("badges", "метки", "ярлыки", "стикеры"),
    "params": ("attributes", "характеристики", "свойства", "параметры"),
    "options": ("options", "опции", "комплектация"),
    "rules": ("rules", "правила"),
}
FIELD = {name: field for field, names in NAMES.items() for name in names}
NEEDED = (
    frozenset(("key", "price")),
    frozenset(("key", "stock")),
    frozenset(("title_ru", "price")),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of each known column; the others are attributes, by number."""

    known: dict[str, int]
    attributes: dict[int, str]

    @property
    def is_whole(self) -> bool:
        """Whether the file lists the catalogue, and not only prices or stock of what is known."""
        return "title_ru" in self.known and "price" in self.known


def field_of(name: str) -> str | None:
    """What a column holds, by its name."""
    return FIELD.get(" ".join(name.casefold().replace("\ufeff", "").split()).rstrip(":"))


def is_known(name: str) -> bool:
    """Whether a price list may have a column of this name."""
    return field_of(name) is not None


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns of a price list; None when it is none."""
    known: dict[str, int] = {}
    attributes: dict[int, str] = {}
    for number, name in enumerate(header):
        field = field_of(name)
        if field is not None and field not in known:
            known[field] = number
        elif name.strip():
            attributes[number] = name.strip()
    fields = frozenset(known)
    return Columns(known, attributes) if any(one <= fields for one in NEEDED) else None


def is_price_list(header: Sequence[str]) -> bool:
    """Whether these are columns of a price list, and not of messages with their topics."""
    names = {name.strip().casefold() for name in header}
    if names & TEXTS and names & LABELS:
        return False
    return columns_of(header) is not None
