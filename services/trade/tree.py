"""The shelves of the catalogue: what lies under what, and how much it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.store import Store
from models.trade import browsing
from models.trade.products import Category
from services.trade.photos import COUNTER

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Shelving:
    """A category: `own` things stand on it, `total` on it and below."""

    id: int
    parent_id: int | None
    titles: Mapping[str, str]
    own: int
    total: int
    photo_id: int | None


@dataclass(frozen=True, slots=True)
class Tree:
    """Every category by id; `below` the ones under each that hold something.

    `loose` things stand on no shelf. `counter`: the picture of whatever has none, in a shop
    that has pictures at all.
    """

    shelves: Mapping[int, Shelving] = field(default_factory=dict)
    below: Mapping[int | None, tuple[Shelving, ...]] = field(default_factory=dict)
    loose: int = 0
    counter: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the shop sells nothing here."""
        return not self.loose and None not in self.below

    def path(self, category_id: int | None) -> list[Shelving]:
        """From the top down to a category."""
        found: list[Shelving] = []
        while category_id is not None and category_id in self.shelves and len(found) < DEEPEST:
            found.insert(0, self.shelves[category_id])
            category_id = found[0].parent_id
        return found


async def read_tree(store: Store) -> Tree:
    """The shelves as they are now; their pictures get rows of their own."""
    async with store.look() as tx:
        rows, counts = await browsing.categories(tx), await browsing.counts(tx)
        pictured = await browsing.any_photo(tx)
    sources = {row.photo for row in rows if row.photo}
    photos: Mapping[str, int] = {}
    if pictured or sources:
        async with store.change() as tx:
            photos = await browsing.own_photos(tx, sources | {COUNTER})
    return _tree(rows, counts, photos)


def _tree(
    rows: Sequence[Category], counts: Mapping[int | None, int], photos: Mapping[str, int]
) -> Tree:
    parents = {row.id: row.parent_id for row in rows}
    totals: dict[int, int] = dict.fromkeys(parents, 0)
    for category_id, count in counts.items():
        for up in _up(parents, category_id):
            totals[up] += count
    shelves = {
        row.id: Shelving(
            row.id,
            row.parent_id if row.parent_id in parents else None,
            {"ru": row.title("ru"), "en": row.title("en")},
            counts.get(row.id, 0),
            totals[row.id],
            photos.get(row.photo or ""),
        )
        for row in rows
    }
    below: dict[int | None, list[Shelving]] = {}
    for shelf in shelves.values():
        if shelf.total:
            below.setdefault(shelf.parent_id, []).append(shelf)
    held = {key: tuple(some) for key, some in below.items()}
    return Tree(shelves, held, counts.get(None, 0), photos.get(COUNTER))


def _up(parents: Mapping[int, int | None], category_id: int | None) -> list[int]:
    """A category and all above it."""
    found: list[int] = []
    while category_id is not None and category_id in parents and len(found) < DEEPEST:
        found.append(category_id)
        category_id = parents[category_id]
    return found
