"""The shop as tests see it: people who speak, staff who work, a look into the database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import App
from models.outbox import NEW, SENDING, UNFINISHED, Outbox
from models.people import AGENT, Membership, Staff
from models.queues import Queue
from models.tickets import Ticket
from playground.people import Person
from playground.server import Playground


class Shop:
    """The running program between the playground and a test."""

    def __init__(self, playground: Playground, app: App, clock: Any, admin_id: int) -> None:
        self.playground = playground
        self.app = app
        self.clock = clock
        self._admin_id = admin_id
        self._open = True

    @asynccontextmanager
    async def looks(self) -> AsyncIterator[AsyncSession]:
        """A new session on what is stored."""
        async with self.app.store.look() as tx:
            yield tx

    async def closes(self) -> None:
        """End the program gracefully."""
        if self._open:
            self._open = False
            await self.app.stop()

    async def admin(self, name: str = "Ольга") -> Person:
        """The admin of the settings, who has pressed Start."""
        known = self.playground.people.get(self._admin_id)
        if known is not None:
            return known
        person = self.playground.user(name, language="ru", id=self._admin_id)
        return await self._greeted(person)

    async def agent(
        self, name: str, *queues: str, role: str = AGENT, language: str = "ru"
    ) -> Person:
        """A staff member who answers these queues and has pressed Start."""
        person = self.playground.user(name, language=language)
        async with self.app.store.change() as tx:
            member = Staff(
                tg_id=person.id,
                name=name,
                role=role,
                language=language,
                reachable=True,
                created_at=self.clock(),
            )
            tx.add(member)
            await tx.flush()
            for key in queues:
                queue_id = await tx.scalar(select(Queue.id).where(Queue.key == key))
                tx.add(Membership(staff_id=member.id, queue_id=queue_id))
        await self.app.directory.renew()
        return await self._greeted(person)

    async def _greeted(self, person: Person) -> Person:
        """Who has pressed Start and been answered: nothing of it happens later beside the test."""
        await person.starts()
        bot = self.playground.bot
        await person.waits_until(lambda: any(one.sender is bot for one in person.sees()))
        return person

    async def group(self, title: str, queue: str, *members: Person, forum: bool = True) -> Any:
        """A staff group with the bot in it, tied to a queue."""
        group = self.playground.group(title, forum=forum, members=list(members))
        await group.add_bot()
        async with self.app.store.change() as tx:
            row = (await tx.execute(select(Queue).where(Queue.key == queue))).scalar_one()
            row.chat_id, row.is_forum = group.id, forum
        await self.app.book.renew()
        return group

    async def tickets(self) -> list[Ticket]:
        """Every ticket, as stored."""
        async with self.looks() as tx:
            return list((await tx.execute(select(Ticket).order_by(Ticket.id))).scalars())

    async def settles(self, timeout: float = 60.0) -> None:  # noqa: ASYNC109
        """Until nothing waits to be handled or sent."""
        async with asyncio.timeout(timeout):
            while not await self._is_calm():  # noqa: ASYNC110 - nothing announces calm
                await asyncio.sleep(0.02)

    async def _is_calm(self) -> bool:
        stored = self.playground.bot.updates.pending(self.playground.clock.now())
        if not self.app.lanes.idle or stored:
            return False
        async with self.looks() as tx:
            waiting = select(Outbox.id).where(
                UNFINISHED, Outbox.status.in_((NEW, SENDING)), Outbox.kind != "card"
            )
            return (await tx.scalar(waiting.limit(1))) is None
