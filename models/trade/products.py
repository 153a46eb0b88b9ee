"""What the shop sells: nested categories, products, their variants, their photos."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class Category(Row):
    """A shelf of the catalogue; `parent_id` is None at the top. `key` is the shop's own."""

    __tablename__ = "category"
    __table_args__ = (Index("ix_category_parent", "parent_id", "position"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    title_ru: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))
    photo: Mapped[str | None] = mapped_column(String(1000))
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)

    def title(self, language: str) -> str:
        """The category's name in a language."""
        return (self.title_en if language == "en" else self.title_ru) or self.title_ru


class Product(Row):
    """One thing that is sold, in one or more variants.

    `attributes`: [{"ru": name, "en": name, "value_ru": …, "value_en": …}]. `options`: groups
    [{"key", "ru", "en", "least", "most", "choices": [{"key", "ru", "en", "price": minor units}]}].
    `rules`: [{"if": choice, "requires" | "excludes": choice}]; a choice is "group.choice".
    """

    __tablename__ = "product"
    __table_args__ = (Index("ix_product_shelf", "category_id", "position", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    title_ru: Mapped[str] = mapped_column(String(300))
    title_en: Mapped[str] = mapped_column(String(300), default="")
    about_ru: Mapped[str] = mapped_column(default="")
    about_en: Mapped[str] = mapped_column(default="")
    brand: Mapped[str] = mapped_column(String(120), default="")
    badges: Mapped[list[Any]] = mapped_column(JSON, default=list)
    attributes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    options: Mapped[list[Any]] = mapped_column(JSON, default=list)
    rules: Mapped[list[Any]] = mapped_column(JSON, default=list)
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    changed_at: Mapped[datetime]

    def title(self, language: str) -> str:
        """The product's name in a language, or in the only one it has."""
        first, second = (self.title_en, self.title_ru)
        return (first or second) if language == "en" else (second or first)

    def about(self, language: str) -> str:
        """What is said of the product in a language, or in the only one it has."""
        first, second = (self.about_en, self.about_ru)
        return (first or second) if language == "en" else (second or first)


class Variant(Row):
    """What can be put into a cart: a size, a colour. Prices in minor units.

    `stock` is None for what is not counted (made to order); `key` is the feed's offer id, and
    `stock_said` what the last file said of the stock: only what it says anew is taken over.
    """

    __tablename__ = "variant"
    __table_args__ = (Index("ix_variant_product", "product_id", "position", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    title_ru: Mapped[str] = mapped_column(String(200), default="")
    title_en: Mapped[str] = mapped_column(String(200), default="")
    price: Mapped[int] = mapped_column(BigInteger)
    old_price: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3), default="RUB")
    stock: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    stock_said: Mapped[int | None]

    def title(self, language: str) -> str:
        """What tells this variant from the others; empty when there is only one."""
        first, second = (self.title_en, self.title_ru)
        return (first or second) if language == "en" else (second or first)


class Photo(Row):
    """A picture of a product: an address, a file in the data folder, or Telegram's own file.

    `source` is "https://…", "file:NAME" (below DATA_DIR/photos), or "drawn:WHAT". After the first
    showing `tg_file_id` holds Telegram's copy; `broken` ones are shown no more.
    """

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_product", "product_id", "position", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"))
    source: Mapped[str] = mapped_column(String(1000))
    tg_file_id: Mapped[str | None] = mapped_column(String(200))
    broken: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
