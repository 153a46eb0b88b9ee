"""Forum topics of tickets: made, or not to be had, so that the agent's private chat must do."""

from models import outbox, tickets
from models.outbox import CARD, UNDELIVERABLE, UNSURE
from models.store import Session
from services import promises
from services.context import Context
from services.outcomes import Outcome
from services.places import open_place
from services.returning import give_back


async def topic_made(tx: Session, outcome: Outcome) -> None:
    """A topic stands: the ticket lives there, unless it has moved on meanwhile."""
    row = outcome.row
    if outcome.thread_id is None:
        return
    ticket = await tickets.by_id(tx, row.ticket_id or 0)
    wanted = ticket is not None and ticket.place_chat_id == row.chat_id
    if ticket is not None and wanted and ticket.place_thread_id is None:
        ticket.place_thread_id = outcome.thread_id
        return
    close = {"verb": "close", "thread": outcome.thread_id}
    await outbox.promise(
        tx, row.chat_id, "topic", close, outcome.at, priority=CARD, ticket_id=row.ticket_id
    )


async def no_topic(tx: Session, context: Context, outcome: Outcome) -> None:
    """The bot may not make topics here: the conversation goes to the agent in private."""
    ticket = await tickets.by_id(tx, outcome.row.ticket_id or 0)
    chat_id = outcome.row.chat_id
    if ticket is None or ticket.place_chat_id != chat_id or ticket.place_thread_id is not None:
        return
    if outcome.status == UNSURE:
        await promises.place_topic(tx, outcome.at, ticket, "create")
        return
    if outcome.status == UNDELIVERABLE:
        return
    await outbox.drop_relays(tx, ticket.id, chat_id, outcome.at)
    agent = context.directory.by_staff_id(ticket.agent_id)
    if agent is None or not agent.reachable:
        await give_back(tx, context, outcome.at, ticket)
        return
    ticket.place_chat_id = agent.tg_id
    await promises.tell(tx, outcome.at, agent, "no-topic", number=str(ticket.id))
    await open_place(tx, outcome.at, ticket)
