"""From a brought file to the plan of its changes: the slow part, in a process of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.store import Store
from models.trade import comparing
from services.trade.feeds.differing import Shop, Tally, change_of
from services.trade.feeds.drafting import Draft, DraftVariant, draft_of
from services.trade.feeds.folder import SOURCE, Plan, write_faults
from services.trade.feeds.gathering import SHOWN, Gathered, Say
from services.trade.feeds.lines import Fault, Offer
from services.trade.feeds.opening import Opened, open_feed
from services.trade.feeds.shelving import Shelves
from services.trade.goods import revision_of

HANDFUL, STEP, HIDDEN = 500, 80, 2000
OF_VARIANTS = ("price", "old_price", "currency", "stock")
Chunk = Sequence[tuple[str, Sequence[Offer]]]


async def plan(store: Store, folder: Path, currency: str, say: Say) -> dict[str, Any]:
    """Read the file in a folder and write beside it what would change. Raises FeedRefused.

    Gives what the preview tells, as plain values.
    """
    opened = open_feed(folder / SOURCE)
    gathered = Gathered(folder, opened.is_whole)
    try:
        gathered.read(opened, currency, say)
        return await _Planner(store, folder, opened, gathered, say).plan(currency)
    finally:
        gathered.close()


class _Planner:
    def __init__(
        self, store: Store, folder: Path, opened: Opened, gathered: Gathered, say: Say
    ) -> None:
        self._store = store
        self._folder = folder
        self._opened = opened
        self._gathered = gathered
        self._say = say
        self._plan = Plan(folder)
        self._tally = Tally()
        self._changes: list[dict[str, Any]] = []
        self._shelves = Shelves()
        self._mentioned = gathered.keys | gathered.unread

    async def plan(self, currency: str) -> dict[str, Any]:
        async with self._store.look() as tx:
            revision = await revision_of(tx)
            sold = await comparing.count_sold(tx)
            self._shelves = Shelves.of(await comparing.categories(tx))
        self._shelves.list_lines(self._gathered.shelves)
        done, total = 0, len(self._gathered.groups)
        for chunk in self._gathered.chunks(HANDFUL):
            await (self._whole if self._opened.is_whole else self._partial)(chunk, done)
            done += len(chunk)
            self._say("comparing", done, total)
        self._flush()
        if self._opened.is_whole:
            self._categories()
            await self._gone()
        for fault in self._shelves.faults:
            self._gathered.fault(fault)
        self._plan.close()
        write_faults(self._folder, self._gathered.faults)
        return self._told(currency, revision, sold)

    async def _whole(self, chunk: Chunk, position: int) -> None:
        drafts = []
        for key, offers in chunk:
            taken = [offer for offer in offers if self._shelved(offer)]
            if taken:
                drafts.append(self._drafted(key, taken))
        shop = await self._shop_of(
            [draft.key for draft in drafts], [v.key for draft in drafts for v in draft.variants]
        )
        for at, draft in enumerate(drafts):
            self._held_against(draft, position + at, shop)

    def _shelved(self, offer: Offer) -> bool:
        """Whether its category is known; else the offer is not taken."""
        shelf = offer.said.get("shelf")
        if shelf is None or shelf in self._shelves.wanted:
            return True
        self._gathered.fault(Fault(offer.line, "category", str(shelf)[:80], offer.key))
        return False

    def _drafted(self, key: str, offers: Sequence[Offer]) -> Draft:
        draft, said = draft_of(key, offers), offers[0].said
        if "shelf" in said:
            draft.words["category"] = said["shelf"]
        elif "path" in said:
            draft.words["category"] = self._shelves.key_of(said["path"], said.get("path_en"))
        self._tally.counts["photos"] += len(draft.photos or ())
        return draft

    async def _partial(self, chunk: Chunk, position: int) -> None:
        """Prices and stock of what is sold already; nothing else changes."""
        offers = [offer for _, some in chunk for offer in some]
        async with self._store.look() as tx:
            known = await comparing.variants(tx, [offer.key for offer in offers], [])
            keys = await comparing.keys_of_products(tx, [v["product_id"] for v in known.values()])
        shop = await self._shop_of(list(keys.values()), [offer.key for offer in offers])
        for offer in offers:
            key = keys.get(known[offer.key]["product_id"], "") if offer.key in known else ""
            if not key or not known[offer.key]["active"] or not shop.products[key]["active"]:
                self._gathered.fault(Fault(offer.line, "unknown-key", offer.key[:80]))
                continue
            said = {name: offer.said[name] for name in OF_VARIANTS if name in offer.said}
            draft = Draft(key, {}, None, [DraftVariant(offer.key, offer.line, said)])
            self._held_against(draft, position, shop)

    async def _shop_of(self, keys: list[str], variants: list[str]) -> Shop:
        async with self._store.look() as tx:
            products = await comparing.products(tx, keys)
            ids = [one["id"] for one in products.values()]
            whole = self._opened.is_whole
            return Shop(
                products,
                await comparing.variants(tx, variants, ids),
                await comparing.photos(tx, ids) if whole else {},
                {row["id"]: key for key, row in self._shelves.known.items()},
                self._mentioned,
                whole,
            )

    def _held_against(self, draft: Draft, position: int, shop: Shop) -> None:
        change = change_of(draft, position, shop, self._tally)
        if change is not None:
            self._changes.append(change)
            if len(self._changes) >= STEP:
                self._flush()

    def _flush(self) -> None:
        if self._changes:
            self._plan.add("products", self._changes)
            self._changes = []

    def _categories(self) -> None:
        """Known only once the whole file was read; written first all the same."""
        found, gone, new = self._shelves.changes()
        self._tally.counts["categories"] = len(self._shelves.wanted)
        self._tally.counts["categories_new"] = new
        for at in range(0, len(found), STEP):
            self._plan.first("categories", found[at : at + STEP])
        if gone and self._shelves.wanted:
            self._plan.add("gone_categories", gone)

    async def _gone(self) -> None:
        """What the file has no more."""
        groups, spared = self._gathered.groups.keys(), set[int]()
        unread = sorted(self._gathered.unread)
        async with self._store.look() as tx:
            for at in range(0, len(unread), HIDDEN):
                known = await comparing.variants(tx, unread[at : at + HIDDEN], [])
                spared |= {one["product_id"] for one in known.values()}
            async for page in comparing.sold_now(tx):
                gone = [
                    (one, title)
                    for one, key, title in page
                    if key not in groups and one not in spared
                ]
                for _, title in gone:
                    self._tally.name("products_gone", title)
                if gone:
                    self._plan.add("gone_products", [one for one, _ in gone])

    def _told(self, currency: str, revision: int, sold: int) -> dict[str, Any]:
        gathered = self._gathered
        return {
            "kind": self._opened.kind,
            "whole": self._opened.is_whole,
            "currency": currency,
            "revision": revision,
            "steps": self._plan.steps,
            "sold": sold,
            "offers": gathered.offers,
            "faults": gathered.fault_count,
            "first": sorted(gathered.faults)[:SHOWN],
            **self._tally.told(),
        }
