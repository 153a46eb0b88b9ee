"""A request that the clock closes: said through the gate, and not to whoever writes again first."""

from sqlalchemy import select

from models import queues
from models.memory.notices import DROPPED, SENT, WAITING
from models.tickets import RESOLVED, Ticket
from models.turn import Turn
from playground.people import Person
from services.reopening import reopen
from services.shop import FACTS
from tests.customer.conversation import DELIVERY
from tests.desk import Shop
from tests.privacy.offering import becomes, greets, minutes, wishes

NEVER = {"stopped_at": None, "quiet_from": None, "quiet_to": None}


async def closes(shop: Shop) -> None:
    """The clock closes the one ticket, whose customer was asked something and is silent."""
    async with shop.app.store.change() as tx:
        facts = await queues.read_setting(tx, FACTS) or {}
        await queues.write_setting(tx, FACTS, {**facts, "close_pending_hours": 72})
        ticket = (await tx.scalars(select(Ticket))).one()
        ticket.state, ticket.changed_at, ticket.waiting_since = "pending", shop.clock(), None
    await shop.app.book.renew()
    shop.clock.passes(hours=73)
    await shop.app.desk.upkeep.close_silent(shop.clock())
    assert (await shop.tickets())[0].state == RESOLVED


def told(person: Person) -> int:
    return sum("закрыли обращение №1" in one.text for one in person.sees())


async def test_a_request_closed_by_the_clock_is_told_through_the_gate(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await wishes(shop, anna, stopped_at=shop.clock())
    await closes(shop)
    await becomes(shop, 1, DROPPED, "stopped")

    now = shop.clock()
    quiet = {"quiet_from": minutes(now, 30), "quiet_to": minutes(now, 120), "time_zone": "UTC"}
    await wishes(shop, anna, **{**quiet, "stopped_at": None})
    await closes(shop)
    await becomes(shop, 2, WAITING, "quiet")
    async with shop.app.store.change(turn := Turn(bot_id=0, now=now)) as tx:
        ticket = (await tx.scalars(select(Ticket))).one()
        await reopen(tx, shop.app.context, turn, ticket, anna.id, by_customer=True)
        assert ticket.state != RESOLVED
    await becomes(shop, 2, DROPPED, "gone")
    assert told(anna) == 0

    await wishes(shop, anna, **NEVER)
    await closes(shop)
    await becomes(shop, 3, SENT)
    await anna.waits_until(lambda: told(anna) == 1)
