"""Whoever was asked whether it is better now is not asked the next thing at once."""

from datetime import timedelta

from models.memory.complaints import CLOSED, Complaint
from models.tickets import Ticket
from services.voice.asking import history_of
from services.voice.spacing import NPS, may_ask, rules_of
from tests.desk import Shop
from tests.voice.scene import let_down


async def test_a_follow_up_is_a_question_as_well(shop: Shop) -> None:
    await let_down(shop)
    rules, later = rules_of({}), shop.clock() + timedelta(days=10)
    async with shop.app.store.change() as tx:
        ticket = await tx.get_one(Ticket, 1)
        customer_id = ticket.customer_id
        assert may_ask(NPS, await history_of(tx, customer_id, later, rules), later, rules)
        tx.add(
            Complaint(
                ref="r",
                customer_id=customer_id,
                ticket_id=1,
                cause="topic",
                state=CLOSED,
                opened_at=later - timedelta(days=4),
                answer_due_at=later,
                decide_due_at=later,
                asked_at=later - timedelta(hours=1),
            )
        )
        await tx.flush()
        asked = await history_of(tx, customer_id, later, rules)
        assert not may_ask(NPS, asked, later, rules)
        days_on = later + rules.spacing
        assert may_ask(NPS, await history_of(tx, customer_id, days_on, rules), days_on, rules)
        before = later - timedelta(hours=2)
        planned = await history_of(tx, customer_id, before, rules)
        assert may_ask(NPS, planned, before, rules), "what is only planned was not asked yet"
