"""A customer as staff see them: who, what is owed to them, what not to offer them, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.memory import at_a_glance
from models.memory.at_a_glance import Glance
from models.memory.notices import ContactPreference
from services.card_views import CustomerView
from services.context import Context
from services.listing import Listing
from services.profile.contacting import KINDS, Contact
from services.profile.views import ProfileView, read_profile

RECENTLY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Caution:
    """Something not to offer, and why: a sentence with its arguments."""

    key: str
    args: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StaffCard:
    """A customer with everything that the pages of their card show."""

    known: CustomerView
    profile: ProfileView
    glance: Glance
    cautions: Sequence[Caution]
    currency: str

    @property
    def called(self) -> str:
        """How they want to be called; "" when they did not say."""
        said = self.profile.of("called")
        return said[0].value if said else ""

    @property
    def phone(self) -> str:
        """Their number in Telegram, else the one they gave; "" when neither is known."""
        said = self.profile.of("phone")
        return self.known.customer.phone or (said[0].value if said else "")


async def read_card(context: Context, ticket_id: int, now: datetime) -> StaffCard | None:
    """The customer of a ticket; None when the ticket is gone."""
    async with context.store.look() as tx:
        known = await Listing(context).customer(ticket_id)
        if known is None:
            return None
        profile = await read_profile(context, known.customer.id)
        glance = await at_a_glance.glance(tx, known.customer.id, now - RECENTLY)
    if profile is None:
        return None
    language = context.shop.language
    found = cautions(profile.agreed, profile.preference, glance, language, now)
    return StaffCard(known, profile, glance, found, str(context.shop.facts.get("currency", "RUB")))


def cautions(
    agreed: frozenset[str],
    preference: ContactPreference | None,
    glance: Glance,
    language: str,
    now: datetime,
) -> list[Caution]:
    """What this person should not be offered now, in the order in which it matters."""
    found = [
        Caution("caution-complaint", {"number": str(one.ticket_id)}) for one in glance.complaints
    ]
    if preference is not None and preference.stopped_at is not None:
        found.append(Caution("caution-stopped", {}))
    if "news" not in agreed:
        refused = any(one.purpose == "news" for one in glance.consents)
        found.append(Caution("caution-refused" if refused else "caution-never-asked", {}))
    if preference is not None and preference.paused_until and preference.paused_until > now:
        until = {"day": preference.paused_until.isoformat()}
        found.append(Caution("caution-paused", {"until": until}))
    wants = Contact(preference)
    found += [Caution(f"caution-kind-{topic}", {}) for topic in KINDS if not wants.hears(topic)]
    for case, product in glance.returns:
        if product is not None:
            args = {"title": product.title(language), "number": str(case.order_id)}
            found.append(Caution("caution-returned", args))
    return found
