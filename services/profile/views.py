"""What the profile's card shows, read when it is about to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from models.memory import knowing, subscribing
from models.memory.notices import ContactPreference
from models.memory.profiles import ProfileEntry as ProfileEntry
from models.memory.profiles import Subscription, variant_in
from models.people import Customer
from models.store import Session
from models.trade import browsing
from services.context import Context
from services.privacy.gate import Rules
from services.privacy.sections import quiet_of, rules_of
from services.profile.fields import INTEREST, SHELF, Asked, asked_of
from services.profile.zones import known_zone
from services.trade.options import title_of
from services.trade.tree import Tree

SUBSCRIPTIONS = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A subscription, with the title of what it is about in both languages."""

    row: Subscription
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What is known of a customer, what they agreed to, how they want to be written to."""

    customer: Customer
    entries: Sequence[ProfileEntry]
    agreed: frozenset[str]
    preference: ContactPreference | None
    wanted: Sequence[Wanted]
    wanted_count: int
    asked: Mapping[str, Asked]
    tree: Tree
    zone: ZoneInfo
    rules: Rules
    shops_quiet: tuple[int, int]

    def of(self, field: str) -> list[ProfileEntry]:
        """What is known of a field, the latest first."""
        return [one for one in self.entries if one.field == field]

    def by_ref(self, ref: str) -> ProfileEntry | None:
        """An entry by its reference."""
        return next((one for one in self.entries if one.ref == ref), None)

    def said(self, entry: ProfileEntry, language: str) -> str:
        """An entry's value as people read it."""
        return said(self.asked, self.tree, entry, language)


def said(asked: Mapping[str, Asked], tree: Tree, entry: ProfileEntry, language: str) -> str:
    """A stored value as people read it: a shelf by its title, an answer in the language."""
    if entry.field == INTEREST and entry.value.startswith(SHELF):
        shelf = tree.shelves.get(int(entry.value.removeprefix(SHELF)))
        return shelf.titles[language] if shelf else ""
    known = asked.get(entry.field.removeprefix("about."))
    return known.said(entry.value, language) if known else entry.value


async def read_profile(context: Context, customer_id: int, page: int = 0) -> ProfileView | None:
    """Everything that the profile's card can show; `page`: of the subscriptions."""
    async with context.store.look() as tx:
        customer = await tx.get(Customer, customer_id)
        if customer is None:
            return None
        entries = await knowing.entries(tx, customer_id)
        agreed = await knowing.agreed(tx, customer_id)
        preference = await knowing.preference(tx, customer_id)
        count = await subscribing.count_of(tx, customer_id)
        page = min(page, max(0, (count - 1) // SUBSCRIPTIONS))
        given = (tx, customer_id, SUBSCRIPTIONS, page * SUBSCRIPTIONS)
        wanted = await titled(tx, context, await subscribing.of_person(*given))
    own = known_zone(preference.time_zone) if preference and preference.time_zone else None
    return ProfileView(
        customer,
        [one for one in entries if said(_asked(context), context.finder.tree, one, "ru")],
        agreed,
        preference,
        wanted,
        count,
        _asked(context),
        context.finder.tree,
        own or context.shop.zone,
        rules_of(context.shop.facts),
        quiet_of(context.shop.facts),
    )


def _asked(context: Context) -> dict[str, Asked]:
    return asked_of(context.shop.facts)


async def titled(tx: Session, context: Context, rows: Sequence[Subscription]) -> list[Wanted]:
    """Subscriptions with the titles of their subjects; what is sold no more has none."""
    about = [one.subject for one in rows if one.kind in ("back_in_stock", "price_drop")]
    single = [size for subject in about if (size := variant_in(subject)) is not None]
    things = [int(subject) for subject in about if variant_in(subject) is None]
    sizes = await browsing.sizes(tx, single) if single else {}
    products = await browsing.products(tx, things) if things else {}
    found = []
    for one in rows:
        titles: Mapping[str, str] = {"ru": "", "en": ""}
        if one.kind == "category":
            shelf = context.finder.tree.shelves.get(int(one.subject))
            titles = shelf.titles if shelf else titles
        elif known := sizes.get(variant_in(one.subject) or 0):
            titles = {code: title_of(*known, (), code) for code in ("ru", "en")}
        elif product := products.get(int(one.subject) if one.subject.isdecimal() else 0):
            titles = {"ru": product.title("ru"), "en": product.title("en")}
        found.append(Wanted(one, titles))
    return found
