"""Guides: an admin writes one, looks at it as people will see it, and sends it to who asked."""

from models.journal import record
from models.memory import subscribing
from models.memory.profiles import GUIDE, NewsItem
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.incoming import Incoming
from services.people import Actor

LONGEST_TITLE, LONGEST = 150, 3000


class Guides:
    """A draft is an item of news that nobody is told of yet."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def ask(self, turn: Turn, actor: Actor) -> None:
        """The next message is the guide: the first line its title."""
        async with self._context.store.change(turn) as tx:
            await promises.tell(tx, turn.now, actor, "guide-ask", keyboard={"name": "guide-no"})

    async def draft(self, turn: Turn, actor: Actor, incoming: Incoming) -> None:
        """Show it as it will be seen, and to how many it would go; Refusal says what is wrong."""
        title, _, text = incoming.text.strip().partition("\n")
        title, text = title.strip(), text.strip()
        if not title or not text:
            raise Refusal("guide-how")
        if len(title) > LONGEST_TITLE or len(text) > LONGEST:
            raise Refusal("guide-long", title=str(LONGEST_TITLE), text=str(LONGEST))
        async with self._context.store.change(turn) as tx:
            item = NewsItem(
                kind=GUIDE,
                details={"title": title, "text": text, "draft": True},
                created_at=turn.now,
                done_at=turn.now,
            )
            tx.add(item)
            await tx.flush()
            count = await subscribing.count_agreed(tx, GUIDE)
            await promises.tell(
                tx,
                turn.now,
                actor,
                "guide-preview",
                keyboard={"name": "guide", "ref": str(item.id), "count": count},
                title=title,
                text=text,
            )

    async def send(self, turn: Turn, actor: Actor, item_id: int) -> None:
        """To everybody who asked for guides, through the gate; pressed twice it goes once."""
        async with self._context.store.change(turn) as tx:
            item = await self._draft(tx, item_id)
            details = {key: one for key, one in item.details.items() if key != "draft"}
            item.details, item.created_at, item.done_at = details, turn.now, None
            record(tx, turn.now, actor.tg_id, "guide", item=item.id)
            count = await subscribing.count_agreed(tx, GUIDE)
            await promises.tell(tx, turn.now, actor, "guide-goes", count=count)

    async def drop(self, turn: Turn, actor: Actor, item_id: int) -> None:
        """Not this one."""
        async with self._context.store.change(turn) as tx:
            await tx.delete(await self._draft(tx, item_id))
            turn.toast = Toast("toast-cancelled")

    async def _draft(self, tx: Session, item_id: int) -> NewsItem:
        item = await tx.get(NewsItem, item_id, with_for_update=True)
        if item is None or item.kind != GUIDE or not item.details.get("draft"):
            raise Refusal("guide-gone")
        return item
