"""The gate at work: what waits is sent, held or dropped, person by person."""

from datetime import datetime
from typing import Any

from models.memory import asked, gating
from models.memory.notices import DROPPED, SENT, Notice
from models.outbox import CAMPAIGN, CARD, DEAD, UNDELIVERABLE
from models.people import Customer
from models.store import Session
from services import promises
from services.context import Context
from services.outcomes import Outcome
from services.privacy.gate import Asked, Decision, Drop, Hold, allowed, in_turn
from services.privacy.kinds import KINDS, MARKETING
from services.privacy.sections import rules_of
from services.privacy.standing import people, person

PAGE, PAGES = 200, 10
GONE = Drop("gone")


class Releasing:
    """The tick that lets notices go, and the last look before one is shown."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def release(self, now: datetime) -> None:
        """Decide on everything that has come due; the promises are stored with the decisions."""
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                if not await gating.due(tx, now):
                    return
            async with self._context.store.change() as tx:
                await self._page(tx, now)

    async def _page(self, tx: Session, now: datetime) -> None:
        shop = self._context.shop
        ids = await gating.people_due(tx, now, PAGE)
        known = await people(tx, shop, now, ids)
        waiting: dict[int, list[Notice]] = {}
        for notice in await gating.due_of(tx, now, ids):
            waiting.setdefault(notice.customer_id, []).append(notice)
        for customer_id, notices in waiting.items():
            by_id = {one.id: one for one in notices}
            standing, who = known[customer_id]
            waits = [Asked(one.id, one.kind, one.expires_at) for one in notices]
            for one, decision in in_turn(who, rules_of(shop.facts), waits, now):
                await _carry_out(tx, now, standing.customer, by_id[one.id], decision)

    async def verdict(self, ref: str, now: datetime) -> tuple[Decision, str]:
        """What holds for a promised notice just before it is shown; its customer's language."""
        async with self._context.store.look() as tx:
            notice = await gating.by_ref(tx, ref)
            if notice is None or notice.state != SENT:
                return GONE, ""
            standing = (await gating.standings(tx, [notice.customer_id]))[notice.customer_id]
        waits = Asked(notice.id, notice.kind, notice.expires_at)
        decision = allowed(person(self._context.shop, standing), waits, now)
        return decision, standing.customer.language


async def _carry_out(
    tx: Session, now: datetime, customer: Customer, notice: Notice, decision: Decision
) -> None:
    if isinstance(decision, Hold):
        notice.not_before, notice.reason = decision.until, decision.reason
        return
    notice.settled_at = now
    if isinstance(decision, Drop):
        notice.state, notice.reason = DROPPED, decision.reason
        await asked.never_shown(tx, *_question(notice))
        return
    notice.state, notice.reason = SENT, ""
    await asked.shown(tx, *_question(notice), now)
    await _promise(tx, now, customer, notice)


async def _promise(tx: Session, now: datetime, customer: Customer, notice: Notice) -> None:
    payload: dict[str, Any] = dict(notice.payload)
    priority = CAMPAIGN if KINDS[notice.kind].group == MARKETING else CARD
    if "card" in payload:
        card, subject = str(payload.pop("card")), int(payload.pop("id"))
        await promises.show(
            tx, now, customer.tg_id, card, subject, priority=priority, notice=notice.ref, **payload
        )
        return
    await promises.say(
        tx,
        now,
        customer.tg_id,
        customer.language,
        payload["key"],
        priority=priority,
        keyboard=payload.get("keyboard"),
        notice=notice.ref,
        **payload.get("args", {}),
    )


async def came(tx: Session, outcome: Outcome) -> None:
    """Within the sender's change: what became of a promised notice."""
    ref = outcome.row.payload.get("notice")
    if ref is None or not outcome.is_final:
        return
    lost = outcome.status in (DEAD, UNDELIVERABLE) or not outcome.spent
    tg_id = outcome.tg_ids[0] if outcome.tg_ids else None
    notice = await gating.by_ref(tx, ref)
    if notice is not None and lost:
        await asked.never_shown(tx, *_question(notice))
    elif notice is not None:
        await asked.shown(tx, *_question(notice), outcome.at)
    await gating.came(tx, ref, tg_id, outcome.at, "not_shown" if lost else "")


def _question(notice: Notice) -> tuple[str, int]:
    """The card of a notice and whose it is: some of them ask something."""
    return str(notice.payload.get("card", "")), int(notice.payload.get("id", 0))
