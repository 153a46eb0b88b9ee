"""Who is who: the staff directory that rights are checked against."""

from collections.abc import Iterable
from dataclasses import dataclass

from models import people
from models.people import ADMIN, AGENT, SUPERVISOR, Staff
from models.store import Store

CUSTOMER = "customer"
RANKS = {CUSTOMER: 0, AGENT: 1, SUPERVISOR: 2, ADMIN: 3}
RUSSIAN_SPOKEN = ("ru", "uk", "be", "kk")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something now, with what they may do."""

    tg_id: int
    name: str
    role: str = CUSTOMER
    language: str = "ru"
    staff_id: int | None = None
    queues: frozenset[int] = frozenset()
    on_duty: bool = False
    as_customer: bool = False
    reachable: bool = False

    def is_at_least(self, role: str) -> bool:
        """Whether this person has a role or one above it."""
        return RANKS[self.role] >= RANKS[role]

    def answers(self, queue_id: int) -> bool:
        """Whether this person may work on a queue's tickets."""
        return self.is_at_least(SUPERVISOR) or (self.role == AGENT and queue_id in self.queues)


def language_of(code: str | None) -> str:
    """The language to speak: Russian for its readers and for those who do not say."""
    return "ru" if not code or code.split("-")[0].lower() in RUSSIAN_SPOKEN else "en"


class Directory:
    """The staff, held in memory, read anew whenever it changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_tg: dict[int, Actor] = {}

    async def renew(self) -> None:
        """Read the staff from the database."""
        async with self._store.look() as tx:
            rows = await people.all_staff(tx)
            queues = await people.memberships(tx)
        self._by_tg = {
            row.tg_id: _actor(row, queues.get(row.id, set())) for row in rows if row.active
        }

    def find(self, tg_id: int, name: str = "", language_code: str | None = None) -> Actor:
        """The person behind an account; a customer when not on the staff."""
        known = self._by_tg.get(tg_id)
        return known or Actor(tg_id, name, language=language_of(language_code))

    def staff(self) -> list[Actor]:
        """Everybody on the staff now."""
        return list(self._by_tg.values())

    def by_staff_id(self, staff_id: int | None) -> Actor | None:
        """A staff member by id."""
        return next((one for one in self._by_tg.values() if one.staff_id == staff_id), None)

    def admins(self) -> list[Actor]:
        """Every admin."""
        return [one for one in self._by_tg.values() if one.role == ADMIN]

    def members(self, queue_id: int) -> list[Actor]:
        """Who answers a queue, by membership."""
        return [one for one in self._by_tg.values() if queue_id in one.queues]

    def supervisors(self, queue_id: int) -> list[Actor]:
        """Whom to tell of trouble: the queue's supervisors, else all of them, else the admins."""
        all_of_them = [one for one in self._by_tg.values() if one.role == SUPERVISOR]
        own = [one for one in all_of_them if queue_id in one.queues]
        return own or all_of_them or self.admins()

    def to_tell(self, queue_id: int) -> list[Actor]:
        """Who can be told of a queue's trouble: its supervisors, else all, else the admins."""
        heard = [one for one in self.supervisors(queue_id) if one.reachable]
        return heard or [one for one in self.admins() if one.reachable]


def _actor(row: Staff, queues: Iterable[int]) -> Actor:
    return Actor(
        row.tg_id,
        row.name,
        row.role,
        row.language,
        row.id,
        frozenset(queues),
        row.on_duty,
        row.as_customer,
        row.reachable,
    )
