"""Where a queue's boards stand, how often they change, and when one is posted anew to be heard."""

from datetime import datetime, timedelta

from models import cards, sending, watching
from models.outbox import BOARD
from models.store import Session
from models.trade import placed
from services import promises
from services.people import Directory
from services.shop import QueueView, ShopBook

EDIT_EVERY = timedelta(seconds=5)
POST_EVERY = timedelta(minutes=3)
TICKETS, ORDERS = "board", "orders"


class Boards:
    """Promises the boards of queues at the pace a group can bear."""

    def __init__(self, book: ShopBook, directory: Directory) -> None:
        self._book = book
        self._directory = directory
        self._next: dict[tuple[str, int, int], datetime] = {}
        self._posted: dict[tuple[str, int, int], datetime] = {}
        self._places: dict[tuple[str, int], list[int]] = {}

    def places(self, queue: QueueView) -> list[int]:
        """The chats that show a queue's board: its own, and the admins' when nobody looks at it.

        No place at all, while no admin can be reached, loses nothing: the tickets wait.
        """
        chats = [queue.chat_id] if queue.chat_id is not None else []
        watched = any(one.on_duty for one in self._directory.members(queue.id))
        if not chats or not watched:
            chats += [one.tg_id for one in self._directory.admins() if one.reachable]
        return chats

    async def show(
        self,
        tx: Session,
        now: datetime,
        queue_id: int,
        *,
        loud: bool = False,
        card: str = TICKETS,
    ) -> None:
        """Promise that a queue's boards show the present; `loud` posts them anew to be heard."""
        queue = self._book.shop.queues.get(queue_id)
        if queue is None:
            return
        places = self.places(queue)
        before = self._places.get((card, queue_id), places)
        self._places[card, queue_id] = places
        for chat_id in places:
            if chat_id > 0 and await self._is_pointless(tx, card, queue_id, chat_id):
                continue
            anew = loud or chat_id not in before
            await self._show_at(tx, now, (card, queue_id, chat_id), anew)
        if left := set(before) - set(places):
            for chat_id in sorted(left & await _shown_or_about_to(tx, card, queue_id)):
                await self._show_at(tx, now, (card, queue_id, chat_id), False)

    async def missing(self, tx: Session) -> set[int]:
        """Queues whose board does not stand where it should."""
        return {
            queue.id
            for queue in self._book.shop.queues.values()
            for chat_id in self.places(queue)
            if chat_id < 0 and not await self._stands(tx, TICKETS, queue.id, chat_id)
        }

    async def _is_pointless(self, tx: Session, card: str, queue_id: int, chat_id: int) -> bool:
        """Nobody waits and no board stands there: an admin need not be told."""
        if await self._stands(tx, card, queue_id, chat_id):
            return False
        if card == ORDERS:
            return not await placed.any_to_show(tx)
        return await watching.oldest_open(tx, queue_id) is None

    async def _stands(self, tx: Session, card: str, queue_id: int, chat_id: int) -> bool:
        known = await cards.find(tx, f"{card}:{queue_id}:{chat_id}:0")
        return known is not None and known.tg_id is not None

    async def _show_at(
        self, tx: Session, now: datetime, place: tuple[str, int, int], loud: bool
    ) -> None:
        card, queue_id, chat_id = place
        last = self._posted.get(place)
        if loud and (last is None or now - last >= POST_EVERY):
            self._posted[place] = now
            await promises.show(tx, now, chat_id, card, queue_id, priority=BOARD, anew=True)
            return
        waits_until = self._next.get(place, now)
        if waits_until <= now:
            self._next[place] = now + EDIT_EVERY
        await promises.show(
            tx,
            now,
            chat_id,
            card,
            queue_id,
            priority=BOARD,
            not_before=waits_until if waits_until > now else None,
        )


async def _shown_or_about_to(tx: Session, card: str, queue_id: int) -> set[int]:
    """A board that is on its way stands a moment later, and would never say that it moved."""
    return {chat_id for chat_id, _ in await sending.places_of(tx, card, queue_id)}
