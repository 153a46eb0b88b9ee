"""A product of a file held against the shop's: what would change, and what people count of it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.trade.feeds.drafting import Draft, DraftVariant

LARGEST, NAMED = 5, 5
CHOICES = ("options", "rules")
FRESH: Mapping[str, Any] = {
    **dict.fromkeys(("title_ru", "title_en", "about_ru", "about_en", "brand"), ""),
    **{"badges": [], "attributes": [], "options": [], "rules": []},
}
Known = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """What the preview tells: counts by name, the largest changes of prices, a few titles."""

    counts: Counter[str] = field(default_factory=Counter)
    largest: list[tuple[float, str, int, int]] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)

    def name(self, what: str, title: str) -> None:
        """One more, named if it is among the first."""
        self.counts[what] += 1
        named = self.titles.setdefault(what, [])
        if len(named) < NAMED:
            named.append(title[:80])

    def price(self, title: str, old: int, new: int) -> None:
        """A price that changes."""
        self.counts["prices_up" if new > old else "prices_down"] += 1
        self.largest.append((abs(new - old) / max(old, 1), title[:80], old, new))
        if len(self.largest) > 50 * LARGEST:
            self._keep_largest()

    def _keep_largest(self) -> None:
        self.largest = sorted(self.largest, reverse=True)[:LARGEST]

    def told(self) -> dict[str, Any]:
        """As plain values, for the card."""
        self._keep_largest()
        return {
            "counts": dict(self.counts),
            "largest": [list(one[1:]) for one in self.largest],
            "titles": self.titles,
        }


@dataclass(frozen=True, slots=True)
class Shop:
    """What the shop has of a handful of products; `mentioned`: every key of the file.

    A file that is not `whole` takes nothing away.
    """

    products: Mapping[str, Known]
    variants: Mapping[str, Known]
    photos: Mapping[int, list[str]]
    shelves: Mapping[int, str]
    mentioned: Collection[str]
    whole: bool


def change_of(draft: Draft, position: int, shop: Shop, tally: Tally) -> dict[str, Any] | None:
    """What becomes of a product; None when the shop has it just so."""
    known = shop.products.get(draft.key)
    words, choices = _words(draft, known, shop)
    photos = _photos(draft, known, shop)
    title = draft.words.get("title_ru") or (known["title_ru"] if known else "")
    variants = [
        found
        for at, one in enumerate(draft.variants)
        if (found := _variant(one, at, draft, known, shop, tally, title)) is not None
    ]
    gone = _gone(draft, known, shop)
    tally.counts["variants_gone"] += len(gone)
    back = known is None or not known["active"]
    if not (back or words or choices or variants or gone or photos is not None):
        tally.counts["products_same"] += 1
        return None
    tally.name("products_new" if back else "products_changed", title)
    change: dict[str, Any] = {"key": draft.key, "words": words, "variants": variants, "gone": gone}
    if known is None:
        change |= {"new": True, "position": position}
    if choices:
        change["choices"] = choices
    if photos is not None:
        change["photos"] = photos
    return change


def _words(draft: Draft, known: Known | None, shop: Shop) -> tuple[dict[str, Any], dict[str, Any]]:
    """Words and the category, which are written ahead; options and rules, which are not."""
    if known is None:
        whole = {**FRESH, **draft.words, "category": draft.words.get("category", "")}
        return {name: value for name, value in whole.items() if name not in CHOICES}, {
            name: whole[name] for name in CHOICES if whole[name]
        }
    has = {**known, "category": shop.shelves.get(known["category_id"] or 0, "")}
    said = {**draft.words}
    if "attributes" in said:
        said["attributes"] = _translated(said["attributes"], known["attributes"])
    news = {name: value for name, value in said.items() if has[name] != value}
    choices = {name: news.pop(name) for name in CHOICES if name in news}
    if choices:
        choices = {name: draft.words.get(name, has[name]) for name in CHOICES}
    return news, choices


def _translated(said: Sequence[Known], known: Sequence[Known]) -> list[Known]:
    """What a file says in one language is known in the other as long as it says the same."""
    two = {(one["ru"], one["value_ru"]): one for one in known}
    return [one if one["en"] else two.get((one["ru"], one["value_ru"]), one) for one in said]


def _photos(draft: Draft, known: Known | None, shop: Shop) -> list[str] | None:
    if draft.photos is None:
        return None
    has = shop.photos.get(known["id"], []) if known is not None else []
    return draft.photos if draft.photos != has else None


def _variant(
    one: DraftVariant,
    at: int,
    draft: Draft,
    product: Known | None,
    shop: Shop,
    tally: Tally,
    title: str,
) -> dict[str, Any] | None:
    known = shop.variants.get(one.key)
    if known is None:
        tally.counts["variants_new"] += 1
        return {"key": one.key, "new": True, "position": at, **one.said}
    moved = product is None or known["product_id"] != product["id"]
    news = {
        name: value for name, value in one.said.items() if name != "stock" and known[name] != value
    }
    if "stock" in one.said and one.said["stock"] != known["stock_said"]:
        news["stock"] = one.said["stock"]
        tally.counts["stock"] += 1
    if not news and not moved and known["active"]:
        return None
    if "price" in news:
        name = one.said.get("title_ru") or ""
        tally.price(f"{title}, {name}" if name else title, known["price"], news["price"])
    tally.counts["variants_changed"] += 1
    return {"key": one.key, **news}


def _gone(draft: Draft, product: Known | None, shop: Shop) -> list[int]:
    """Variants of it that the file has no more, anywhere."""
    if product is None or not shop.whole:
        return []
    return [
        row["id"]
        for key, row in shop.variants.items()
        if row["product_id"] == product["id"] and row["active"] and key not in shop.mentioned
    ]
