"""Every yes and every no, each to its own purpose: written down, in force at once.

A purpose is one of OPTIONAL; nothing of the service hangs on a yes.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.memory import agreeing, gating
from models.memory.consents import (
    GIVEN,
    MEMORY,
    OPTIONAL,
    PROFILING,
    REFUSED,
    SERVICE,
    TOLD,
    WITHDRAWN,
    ConsentEvent,
)
from models.people import Customer
from models.store import Session
from services import lists
from services.context import Context
from services.errors import Refusal
from services.privacy import policies

Forget = Callable[[Session, int], Awaitable[bool]]
CHECKOUT = "checkout"
FORGETS: Mapping[str, Forget] = {
    MEMORY: agreeing.forget_remembered,
    PROFILING: agreeing.forget_profiling,
}


@dataclass(frozen=True, slots=True)
class TakenBack:
    """`fresh`: they had not said no already; `forgot`: there was something that is gone now."""

    fresh: bool
    forgot: bool


@dataclass(frozen=True, slots=True)
class Where:
    """Where a person said it: "first", "privacy", "profile", "checkout", …; under which message."""

    source: str
    message_tg_id: int | None = None


async def tell(
    tx: Session, context: Context, now: datetime, customer: Customer, where: Where
) -> None:
    """Within a story: a person is told what the service itself keeps; once for each text."""
    known = (await agreeing.standing(tx, customer.id)).get(SERVICE)
    words = context.policies.words(context.shop, SERVICE, customer.language)
    if known is None or known.sha256 != policies.hash_of(words):
        await _append(tx, context, now, customer, SERVICE, TOLD, where)


async def meet(
    tx: Session, context: Context, now: datetime, customer: Customer, where: Where
) -> bool:
    """Within a story: a newcomer is told what the service itself keeps; False when they were."""
    if await agreeing.was_told(tx, customer.id, SERVICE):
        return False
    await _append(tx, context, now, customer, SERVICE, TOLD, where)
    return True


async def give(
    tx: Session, context: Context, now: datetime, customer: Customer, purpose: str, where: Where
) -> bool:
    """Within a story: a yes; False when they had said it to the same words already.

    Raises Refusal when there is no such purpose.
    """
    known = (await agreeing.standing(tx, customer.id)).get(_checked(purpose))
    words = context.policies.words(context.shop, purpose, customer.language)
    if known is not None and known.given and known.sha256 == policies.hash_of(words):
        return False
    await _append(tx, context, now, customer, purpose, GIVEN, where)
    await gating.look_again(tx, now, customer.id)
    return True


async def take_back(
    tx: Session, context: Context, now: datetime, customer: Customer, purpose: str, where: Where
) -> TakenBack:
    """Within a story: a no, whatever was before; what only the yes allowed is gone at once.

    Raises Refusal when there is no such purpose.
    """
    known = (await agreeing.standing(tx, customer.id)).get(_checked(purpose))
    forgot = purpose in FORGETS and await FORGETS[purpose](tx, customer.id)
    if purpose == PROFILING:
        await lists.show_list(tx, now, "customers", "customers/main")  # its risk page has names
    if known is not None and not known.given:
        return TakenBack(fresh=False, forgot=forgot)
    action = REFUSED if known is None else WITHDRAWN
    await _append(tx, context, now, customer, purpose, action, where)
    return TakenBack(fresh=True, forgot=forgot)


async def tick(tx: Session, context: Context, now: datetime, customer: Customer) -> None:
    """Within a checkout: details are remembered after a yes there, which is one to remembering."""
    await give(tx, context, now, customer, MEMORY, Where(CHECKOUT))


async def untick(tx: Session, context: Context, now: datetime, customer: Customer) -> None:
    """Within a checkout: a no there takes back what was said there, and nothing wider."""
    known = (await agreeing.standing(tx, customer.id)).get(MEMORY)
    if known is not None and known.given and known.source == CHECKOUT:
        await take_back(tx, context, now, customer, MEMORY, Where(CHECKOUT))


def _checked(purpose: str) -> str:
    if purpose not in OPTIONAL:
        raise Refusal("button-old")
    return purpose


async def _append(
    tx: Session,
    context: Context,
    now: datetime,
    customer: Customer,
    purpose: str,
    action: str,
    where: Where,
) -> None:
    given = (tx, now, context.policies, context.shop, purpose, customer.language)
    event = ConsentEvent(
        customer_id=customer.id,
        purpose=purpose,
        action=action,
        text_id=await policies.kept(*given),
        source=where.source,
        message_tg_id=where.message_tg_id,
        at=now,
    )
    await agreeing.append(tx, event, given=action in (TOLD, GIVEN))
