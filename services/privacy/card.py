"""What the card `/privacy` and the choices of first contact show: as it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.memory import agreeing
from models.memory.agreeing import Counts, Given
from models.memory.consents import OPTIONAL, SERVICE
from models.memory.notices import ContactPreference
from models.people import Customer
from models.store import Session
from services.context import Context
from services.privacy.policies import hash_of
from services.privacy.quiet import Quiet
from services.privacy.standing import quiet_hours


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose: what holds for it, its words today; `changed`: the yes was to other words."""

    name: str
    held: Given | None
    words: str
    changed: bool

    @property
    def given(self) -> bool:
        """Whether there is a yes."""
        return self.held is not None and self.held.given


@dataclass(frozen=True, slots=True)
class PrivacyView:
    """A person's data, consents and wishes at one moment; `service`: what needs no consent."""

    customer: Customer
    counts: Counts
    service: str
    purposes: tuple[Purpose, ...]
    wishes: ContactPreference | None
    quiet: Quiet
    url: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a newcomer is asked: a yes, a no, or nothing yet, by purpose."""

    language: str
    answers: Mapping[str, bool | None]


async def read_choices(context: Context, customer_id: int) -> Choices | None:
    """The choices of a customer; None when they are gone."""
    async with context.store.look() as tx:
        found = await agreeing.chosen(tx, customer_id)
    if found is None:
        return None
    language, given = found
    return Choices(language, {one: given.get(one) for one in OPTIONAL})


async def read_privacy(context: Context, customer_id: int) -> PrivacyView | None:
    """The card of a customer; None when they are gone."""
    async with context.store.look() as tx:
        customer = await tx.get(Customer, customer_id)
        if customer is None:
            return None
        return await _view(tx, context, customer)


async def _view(tx: Session, context: Context, customer: Customer) -> PrivacyView:
    shop, language = context.shop, customer.language
    held = await agreeing.standing(tx, customer.id)
    words = {one: context.policies.words(shop, one, language) for one in (SERVICE, *OPTIONAL)}
    wishes = await tx.get(ContactPreference, customer.id)
    return PrivacyView(
        customer,
        await agreeing.counts(tx, customer.id),
        words[SERVICE],
        tuple(_purpose(one, held, words[one], language) for one in OPTIONAL),
        wishes,
        quiet_hours(shop, wishes),
        str(shop.facts.get("policies", {}).get("privacy_url", "")),
    )


def _purpose(name: str, held: Mapping[str, Given], words: str, language: str) -> Purpose:
    """A yes in another language is a yes to the same words."""
    known = held.get(name)
    same = known is None or known.language != language or known.sha256 == hash_of(words)
    return Purpose(name, known, words, changed=not same and known is not None and known.given)
