"""The shop's counter under fault: the server, the program, what is stored, and how it ends."""

from collections.abc import Sequence
from pathlib import Path

from playground.calls import Calls
from playground.groups import Group
from playground.people import Person
from playground.server import Playground
from tests.faults.ledger import Ledger, check_log
from tests.faults.program import Program, until

EVERY_CALL = 1_000_000


class Counter:
    """One program over one database against one server."""

    def __init__(self, playground: Playground, program: Program, admin_id: int) -> None:
        self.playground = playground
        playground.calls = Calls(EVERY_CALL)
        self.program = program
        self.ledger = Ledger(program.home / "prilavok.db")
        self._admin_id = admin_id

    @property
    def home(self) -> Path:
        """The folder of the program's data."""
        return self.program.home

    async def opens(self) -> None:
        """Start the program and wait until it serves."""
        await self.program.starts()
        await self.program.serves()

    async def admin(self) -> Person:
        """The admin of the settings, who has pressed Start."""
        known = self.playground.people.get(self._admin_id)
        if known is None:
            known = self.playground.user("Ольга", language="ru", id=self._admin_id)
            await known.starts()
        return known

    async def settles(self, within: float = 120.0, boards: bool = False) -> None:
        """Until nothing waits at the server, to be handled, or to be sent."""

        def so() -> bool:
            return not self._pending() and self.ledger.is_calm(boards)

        await until(so, within, self._unrest)

    def _unrest(self) -> str:
        left = self.ledger.unsettled()[:5]
        said = self.program.said()[-3000:]
        return f"{self._pending()} wait at the server, unsettled: {left}\n{said}"

    async def group(self, title: str, queue: str, *members: Person, forum: bool = True) -> Group:
        """A staff group that the admin has tied to a queue, with `/bind`."""
        admin = await self.admin()
        group = self.playground.group(title, forum=forum, members=[admin, *members])
        await group.add_bot()
        await admin.says(f"/bind {queue}", chat=group)
        await admin.waits_for("никто не ждёт", chat=group)
        return group

    async def ends_well(self, *private: str, within: float = 120.0) -> None:
        """Settle, stop gracefully, and check what must hold after every fault."""
        await self.settles(within, boards=True)
        assert await self.program.terminates() == 0, self.program.said()[-3000:]
        assert self._pending() == 0
        self.ledger.holds()
        check_log(self.program.said(), *private)

    def shown(self, person: Person) -> Sequence[str]:
        """What the bot has written to a person in private, oldest first."""
        bot = self.playground.bot
        return [one.text for one in person.sees() if one.sender is bot]

    async def closes(self) -> None:
        """Leave nothing running."""
        await self.program.is_gone()

    def _pending(self) -> int:
        return int(self.playground.bot.updates.pending(self.playground.clock.now()))
