"""NPS and CES: asked when their time has come, answered by one tap, explained if they wish."""

from datetime import datetime, timedelta
from typing import Any

from models.memory import asked, complaining
from models.memory.surveys import CES as CES
from models.memory.surveys import NPS as NPS
from models.memory.surveys import Survey
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.conversation import store_message
from services.errors import Refusal
from services.feedback import COMMENT, LATE
from services.incoming import Incoming
from services.privacy import notices
from services.privacy.gate import Asked, Decision, Drop, Hold, decide
from services.privacy.sections import rules_of as limits_of
from services.privacy.standing import people
from services.relaying import relay_to_staff
from services.voice import dissatisfied, worst
from services.voice.asking import history_of
from services.voice.spacing import Rules, earliest, rules_of
from services.voice.worst import Worst

SCORES = {NPS: range(11), CES: range(1, 6)}
EXPIRES = timedelta(days=7)


class Surveys:
    """The tick that asks, and the stories of those who answer."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def look(self, now: datetime) -> None:
        """Ask what has come due of the people whom it may be asked of; a page at a time."""
        async with self._context.store.look() as tx:
            if not await asked.any_due(tx, now):
                return
        shop = self._context.shop
        rules, limits = rules_of(shop.facts), limits_of(shop.facts)
        async with self._context.store.change() as tx:
            found = await asked.due(tx, now)
            known = await people(tx, shop, now, {customer.id for _, customer in found})
            for survey, customer in found:
                gate = decide(known[customer.id][1], limits, Asked(survey.id, survey.kind), now)
                await self._ask(tx, now, survey, gate, rules)

    async def _ask(
        self, tx: Session, now: datetime, survey: Survey, gate: Decision, rules: Rules
    ) -> None:
        """Ask, once the gate would let it go at once: a question held there is not asked yet."""
        history = await history_of(tx, survey.customer_id, now, rules)
        at = earliest(survey.kind, history, now, rules)
        held = gate.until if isinstance(gate, Hold) else now
        late = survey.kind == CES and at is not None and (at > now or held > now + EXPIRES)
        if isinstance(gate, Drop) or at is None or late:
            await asked.drop(tx, survey.id)
            return
        if at <= now and await complaining.open_of(tx, survey.customer_id, 1):
            at = now + max(rules.spacing, timedelta(days=1))  # not while something is put right
        survey.due_at = max(at, held)
        if survey.due_at <= now:
            await self._offer(tx, now, survey, rules)

    async def _offer(self, tx: Session, now: datetime, survey: Survey, rules: Rules) -> None:
        survey.asked_at = now
        await tx.flush()
        kind, payload = survey.kind, {"card": survey.kind, "id": survey.id}
        dedup, until = f"{kind}:{survey.ref}", now + EXPIRES
        await notices.offer(tx, now, survey.customer_id, kind, dedup, payload, expires_at=until)
        await asked.follow_up_later(tx, survey.customer_id, now + rules.spacing)

    async def rate(self, turn: Turn, tg_id: int, ref: str, kind: str, score: str) -> None:
        """One tap; the first counts, and the very worst is a complaint."""
        async with self._context.store.change(turn) as tx:
            survey, customer = await self._own(tx, turn, tg_id, ref)
            fits = score.isdigit() and int(score) in SCORES[kind] and survey.kind == kind
            if not fits:
                raise Refusal("button-old")
            if survey.score is not None:
                raise Refusal("rating-known")
            survey.score, survey.answered_at = int(score), turn.now
            turn.toast = Toast("toast-rated")
            if _alarms(survey, customer):
                ticket = await self._about(tx, survey)
                given = Worst(kind, ticket, customer, survey.score, turn.now)
                await worst.about_survey(tx, self._context, turn, given)
            await promises.show(tx, turn.now, customer.tg_id, survey.kind, survey.id)

    async def ask_comment(self, turn: Turn, tg_id: int, ref: str) -> None:
        """The next words are the reason."""
        async with self._context.store.change(turn) as tx:
            survey, customer = await self._own(tx, turn, tg_id, ref)
            if survey.score is None or survey.comment:
                raise Refusal("rating-known")
            await prompts.ask(
                tx,
                turn,
                customer,
                "survey-why-ask",
                keyboard={"name": "comment", "ref": ref},
                join_key=f"comment:{ref}",
            )

    async def comment(self, turn: Turn, ref: str, incoming: Incoming) -> None:
        """Keep the words: of the very worst scores they go to the complaint.

        What is no text goes to the ticket that was asked about, if any.
        """
        async with self._context.store.change(turn) as tx:
            survey, customer = await self._own(tx, turn, incoming.sender.tg_id, ref)
            if survey.score is None or survey.comment:
                raise Refusal("rating-known")
            ticket = await self._about(tx, survey)
            if not incoming.text and ticket is None:
                raise Refusal("comment-needs-words")
            survey.comment = incoming.text[:COMMENT]
            if _alarms(survey, customer):
                at = survey.answered_at or turn.now
                given = Worst(survey.kind, ticket, customer, survey.score, at)
                carrier = await worst.carrier_of_survey(tx, self._context, turn, given)
                await dissatisfied.carry(tx, self._context, turn, carrier, incoming)
            elif ticket is not None and incoming.kind != "text":
                message = await store_message(tx, turn, ticket, incoming, CUSTOMER)
                await relay_to_staff(tx, turn.now, ticket, message)
            await promises.show(tx, turn.now, customer.tg_id, survey.kind, survey.id)
            await prompts.end(tx, turn, customer.tg_id)
            thanks: dict[str, Any] = {"reply_to": incoming.tg_id}
            await promises.say(
                tx, turn.now, customer.tg_id, customer.language, "comment-thanks", **thanks
            )

    async def _about(self, tx: Session, survey: Survey) -> Ticket | None:
        return await tx.get(Ticket, survey.ticket_id) if survey.ticket_id else None

    async def _own(self, tx: Session, turn: Turn, tg_id: int, ref: str) -> tuple[Survey, Customer]:
        found = await asked.by_ref(tx, ref)
        if found is None or found[1].tg_id != tg_id or found[0].asked_at is None:
            raise Refusal("button-old")
        if turn.now - found[0].asked_at > LATE:
            raise Refusal("rating-late")
        return found


def _alarms(survey: Survey, customer: Customer) -> bool:
    return survey.score in worst.ALARMS[survey.kind] and not customer.banned
