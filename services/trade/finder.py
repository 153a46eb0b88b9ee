"""The catalogue in memory: its shelves, and the search over it; built anew when it changes."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from classifier.readings import readings, transliterate
from insight.postings import Builder, Goods
from insight.prices import ANY_PRICE, price_words
from insight.search import Found, Search
from models.store import Store
from models.trade import listing
from services.shop import Shop
from services.trade.goods import revision_of
from services.trade.tree import Tree, read_tree

PAGE = 500
QUESTION = 200
NOT_YET = -1


class Finder:
    """Answers from memory; `renew` follows the catalogue's revision."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._search: Search | None = None
        self._revision = NOT_YET
        self._indexed = NOT_YET

    @property
    def is_ready(self) -> bool:
        """Whether words can be looked for yet."""
        return self._search is not None

    @property
    def nbytes(self) -> int:
        """Memory of the search's arrays."""
        return self._search.nbytes if self._search else 0

    async def find(self, text: str) -> Found:
        """What the words mean, in a thread: a large catalogue takes some hundredths of a second."""
        return await asyncio.to_thread(self._find, text[:QUESTION])

    def _find(self, text: str) -> Found:
        if self._search is None:
            return Found((), False)
        words, prices = price_words(text)
        if not words.strip():
            return self._search.find([""], prices) if prices != ANY_PRICE else Found((), False)
        return self._search.find(readings(words), prices)

    async def renew(self, store: Store, shop: Shop) -> None:
        """Follow the catalogue; the shelves at once, the search as soon as it is built."""
        async with store.look() as tx:
            revision = await revision_of(tx)
        if revision != self._revision:
            self.tree = await read_tree(store)
            self._revision = revision
        if revision != self._indexed:
            self._search = await self._built(store, shop)
            self._indexed = revision

    async def _built(self, store: Store, shop: Shop) -> Search:
        builder, after, tree = Builder(), 0, self.tree
        while True:
            async with store.look() as tx:
                rows = await listing.page(tx, after, PAGE)
                offers = await listing.offers(tx, rows[0].id, rows[-1].id) if rows else {}
            if not rows:
                break
            after = rows[-1].id
            sold = [(row, offers[row.id]) for row in rows if row.id in offers]
            await asyncio.to_thread(lambda: builder.add([_goods(*one, tree) for one in sold]))  # noqa: B023
        synonyms = shop.facts.get("search", {}).get("synonyms", [])
        return await asyncio.to_thread(lambda: Search(builder.done(), synonyms))


def _goods(row: Any, offer: tuple[int, bool, str], tree: Tree) -> Goods:
    price, there, variants = offer
    latin = f"{row.brand} {row.title_ru}".lower()
    fields = {
        "title": f"{row.title_ru} {row.title_en}",
        "brand": row.brand,
        "sounds": transliterate(" ".join(one for one in latin.split() if one.isascii())),
        "category": " ".join(
            title for one in tree.path(row.category_id) for title in one.titles.values()
        ),
        "attributes": f"{variants}. {_attributes(row.attributes)}",
        "sku": row.key,
        "about": f"{row.about_ru} {row.about_en}",
    }
    return Goods(row.id, fields, price, there)


def _attributes(attributes: Sequence[Mapping[str, str]]) -> str:
    names = ("ru", "value_ru", "en", "value_en")
    return ". ".join(" ".join(str(one.get(name) or "") for name in names) for one in attributes)
