"""Topics as admins keep them: how much was said of each, which are mistaken for each other."""

from collections import Counter
from itertools import combinations

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.labels import TRANSFER, UNFIT, Label
from models.queues import Topic
from models.tickets import Ticket

LOOK_BACK = 3000


async def held(tx: AsyncSession, topic_id: int) -> Topic | None:
    """One topic, as stored at this moment, for a change."""
    return await tx.get(Topic, topic_id, with_for_update=True, populate_existing=True)


async def count_labels(tx: AsyncSession) -> dict[str, int]:
    """How many labels each topic has."""
    statement = select(Label.topic_key, func.count()).group_by(Label.topic_key)
    return {str(key): int(count) for key, count in (await tx.execute(statement)).all()}


async def last_position(tx: AsyncSession) -> int:
    """Where the list of topics ends."""
    return int(await tx.scalar(select(func.max(Topic.position))) or 0)


async def redirect(tx: AsyncSession, old: str, new: str) -> None:
    """What was merged into a topic that is merged itself goes where it goes."""
    await tx.execute(update(Topic).where(Topic.merged_into == old).values(merged_into=new))


async def mistaken(tx: AsyncSession) -> Counter[tuple[str, str]]:
    """Pairs of topics that the same ticket was said to be about, of the latest labels.

    The model's own word counts where somebody corrected it; a pair counts once a ticket.
    """
    newest = await tx.scalar(select(func.max(Label.id))) or 0
    statement = (
        select(Label.ticket_id, Label.topic_key, Ticket.probability, Ticket.runners_up)
        .join(Ticket, Ticket.id == Label.ticket_id)
        .where(Label.id > newest - LOOK_BACK, Label.topic_key != UNFIT, Label.origin != TRANSFER)
    )
    said: dict[int, set[str]] = {}
    for number, key, probability, ranked in (await tx.execute(statement)).all():
        topics = said.setdefault(number or 0, set())
        topics.add(key)
        if probability is not None and ranked:
            topics.add(str(ranked[0][0]))
    pairs = (combinations(sorted(topics), 2) for topics in said.values())
    return Counter(pair for found in pairs for pair in found)
