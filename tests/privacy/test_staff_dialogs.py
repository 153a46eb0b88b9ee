"""What the bot waits for from the staff: gone with whom it is about, and when it is long past."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from handlers.memory import DialogStorage
from models import cards, fsm
from models.memory.complaints import Complaint
from models.own import traces
from models.own.reach import Person as Whose
from models.people import Customer
from models.queues import Queue
from models.store import Store
from models.tickets import Ticket
from models.trade.orders import Order
from models.trade.returns import ReturnCase
from models.turn import Turn
from services.privacy.own_data import asked
from services.prompts import ENDED, WAITS

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
GROUP, BORIS = -100500, 71


async def deals(store: Store, name: str, tg_id: int, topic: int) -> Whose:
    """A customer with a ticket in a topic, a complaint, an order and a return of it."""
    async with store.change() as tx:
        queue = Queue(key=name, title_ru="q", title_en="q", hours={}, target_minutes=1)
        one = Customer(tg_id=tg_id, name=name, created_at=NOW, seen_at=NOW)
        tx.add_all((queue, one))
        await tx.flush()
        ticket = Ticket(ref=f"t-{name}", customer_id=one.id, queue_id=queue.id, subject="")
        ticket.state, ticket.decision, ticket.probability = "open", "route", 0.4
        ticket.opened_at = ticket.changed_at = NOW
        ticket.place_chat_id, ticket.place_thread_id = GROUP, topic
        order = Order(ref=f"o-{name}", customer_id=one.id, currency="RUB", state="placed")
        order.created_at = order.changed_at = NOW
        tx.add_all((ticket, order))
        await tx.flush()
        complaint = Complaint(ref=f"c-{name}", customer_id=one.id, ticket_id=ticket.id)
        complaint.cause, complaint.opened_at = "score", NOW
        complaint.answer_due_at = complaint.decide_due_at = NOW
        case = ReturnCase(ref=f"r-{name}", customer_id=one.id, order_id=order.id)
        case.created_at = case.changed_at = NOW
        tx.add_all((complaint, case))
    return Whose(one.id, tg_id)


async def test_with_a_person_the_dialogs_about_them_go_and_no_others(store: Store) -> None:
    anna = await deals(store, "anna", 770001, 15)
    await deals(store, "vera", 770002, 115)
    theirs = {f"7:{GROUP}:{BORIS}:15": {}, "7:770001:770001:0": {}}
    theirs |= {f"7:{GROUP}:{n}:0": {"ref": f"{ref}-anna"} for n, ref in enumerate("tocr", 80)}
    others = {f"7:{GROUP}:{n}:0": {"ref": f"{ref}-vera"} for n, ref in enumerate("tocr", 90)}
    others |= {f"7:{GROUP}:{BORIS}:115": {}, f"7:-15:{BORIS}:15": {}, f"7:{BORIS}:{BORIS}:0": {}}
    async with store.change() as tx:
        await fsm.write(tx, {key: ("asks", data) for key, data in (theirs | others).items()})
    async with store.look() as tx:
        found = await traces.of_person(tx, anna, NOW - timedelta(days=2))
    assert set(found.dialogs) == set(theirs)


async def test_what_staff_were_asked_goes_when_it_is_long_past(store: Store) -> None:
    memory = DialogStorage()
    store.on_fsm = memory.stored
    late, lately = ({"until": (NOW - timedelta(hours=n)).isoformat()} for n in (13, 11))
    kept = {f"7:{GROUP}:{BORIS}:2": lately, "7:770001:770001:0": late}
    asked_without_end = {f"7:{GROUP}:{BORIS}:3": {"ref": "o", "words": "нет в продаже"}}
    past = {f"7:{GROUP}:{n}:1": late for n in range(300)} | {f"7:{BORIS}:{BORIS}:0": late}
    said = {key: ("asks", data) for key, data in (kept | asked_without_end | past).items()}
    shown = {f"prompt:{BORIS}:{GROUP}:{n}": (WAITS, 49) for n in range(300)}
    shown |= {"prompt:72:72:0": (ENDED, 0), "prompt:73:73:0": (WAITS, 47)}
    shown |= {"ticket:1:5:0": (ENDED, 99)}
    turn = Turn(bot_id=7, now=NOW, fsm=said)
    async with store.change(turn) as tx:
        for key, (digest, hours) in shown.items():
            await cards.stands(tx, key, GROUP, None, digest, NOW - timedelta(hours=hours))

    await asked.forget(store, {BORIS}, NOW)
    async with store.look() as tx:
        open_now = await fsm.read_all(tx)
        standing = set(await tx.scalars(select(cards.Card.key)))
    assert open_now == memory._dialogs
    assert set(open_now) == {*kept, *asked_without_end}
    assert standing == {"prompt:73:73:0", "ticket:1:5:0"}
    await asked.forget(store, {BORIS}, NOW + timedelta(days=1))
    async with store.look() as tx:
        assert set(await fsm.read_all(tx)) == {"7:770001:770001:0"}
