"""What staff owe customers: told when it is due, done with a tap."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models import sending
from models.people import Customer
from models.store import Session
from models.trade import tasks
from models.trade.orders import Order
from models.trade.returns import Task
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.privacy.gate import Asked, Drop, Hold, Person, Send, allowed
from services.privacy.standing import people

OUTCOMES = ("fine", "trouble", "silent")
SILENT, TROUBLE, UNWANTED = "silent", "trouble", "unwanted"
CALL = "followup"
AGAIN = timedelta(days=1)
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as its card shows it."""

    task: Task
    customer: Customer
    order: Order | None
    done_by: Actor | None


class Tasks:
    """Tells of what is due, takes what came of it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def tell_due(self, now: datetime) -> None:
        """Post a card for each task whose time has come, where its queue's staff look."""
        async with self._context.store.look() as tx:
            if not await tasks.due(tx, now):
                return
        async with self._context.store.change() as tx:
            waiting = await tasks.due(tx, now)
            known = await people(tx, self._context.shop, now, {one.customer_id for one in waiting})
            for task in waiting:
                if await self._may_be_called(tx, now, task, known[task.customer_id][1]):
                    await self._tell(tx, now, task)

    async def _may_be_called(self, tx: Session, now: datetime, task: Task, person: Person) -> bool:
        """A call is a message as well: it waits for loud hours, and is not made after a stop."""
        decision = allowed(person, Asked(task.id, CALL), now)
        if isinstance(decision, Drop):
            task.done_at, task.outcome = now, UNWANTED
            await _show(tx, now, task)
        elif isinstance(decision, Hold):
            hours = self._context.shop.queues[task.queue_id].hours
            task.due_at = hours.opens_at(decision.until) or decision.until
        return isinstance(decision, Send)

    async def _tell(self, tx: Session, now: datetime, task: Task) -> None:
        queue = self._context.shop.queues[task.queue_id]
        places = self._context.boards.places(queue)
        if not places:
            return
        task.told_at = now
        for chat_id in places:
            await promises.show(tx, now, chat_id, "task", task.id, anew=True)

    async def settle(self, turn: Turn, actor: Actor, ref: str, outcome: str) -> None:
        """It was done: all is fine, there is trouble, or nobody answered (tried again, thrice)."""
        if outcome not in OUTCOMES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            task = await tasks.by_ref(tx, ref)
            if task is None:
                raise Refusal("button-old")
            if not actor.answers(task.queue_id):
                raise Refusal("not-your-queue")
            if task.done_at is not None:
                raise Refusal("task-done")
            self._settle(turn, actor, task, outcome)
            await _show(tx, turn.now, task)
            turn.toast = Toast("task-trouble" if outcome == TROUBLE else "toast-done")

    def _settle(self, turn: Turn, actor: Actor, task: Task, outcome: str) -> None:
        task.tries += 1
        task.outcome = outcome
        if outcome == SILENT and task.tries < MOST_TRIES:
            task.due_at, task.told_at = turn.now + AGAIN, None
            return
        task.done_at, task.done_by = turn.now, actor.staff_id

    async def view(self, task_id: int) -> TaskView | None:
        """What the card shows; None when it is gone."""
        async with self._context.store.look() as tx:
            task = await tx.get(Task, task_id)
            customer = await tx.get(Customer, task.customer_id) if task else None
            if task is None or customer is None:
                return None
            order = await tx.get(Order, task.order_id) if task.order_id else None
        return TaskView(task, customer, order, self._context.directory.by_staff_id(task.done_by))


async def _show(tx: Session, now: datetime, task: Task) -> None:
    for chat_id, thread in sorted(await sending.places_of(tx, "task", task.id), key=str):
        await promises.show(tx, now, chat_id, "task", task.id, thread=thread)
