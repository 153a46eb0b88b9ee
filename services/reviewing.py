"""`/review`: an admin says what messages are about, one after the other, a tap each."""

from collections import Counter
from datetime import datetime, timedelta

from models import queues, reviews
from models.journal import record
from models.labels import REVIEW, UNFIT, Label
from models.reviews import LABELLED, OPEN, SKIPPED, Review
from models.reviews import UNFIT as NOT_FOR_TRAINING
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.shop import Shop
from services.topic_list import Draft, TopicList
from services.worth import MOST, in_turns

CARD = "review"
HELD = timedelta(minutes=5)
LATELY = 40


class Reviewing:
    """What admins say is the surest label there is; two at once are shown different messages."""

    def __init__(self, context: Context, topic_list: TopicList) -> None:
        self._context = context
        self._topic_list = topic_list

    async def open(self, turn: Turn, actor: Actor) -> None:
        """The card, posted anew, with the message that one was at or the worthiest."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await self._show(tx, turn, actor, await self._at(tx, actor), anew=True)

    async def turn_to(self, turn: Turn, actor: Actor, review_id: int, page: int | None) -> None:
        """A page of all the topics under the message, or (None) the likeliest again."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            row = await reviews.held(tx, review_id)
            waits = row is not None and row.state == OPEN
            await self._show(tx, turn, actor, row if waits else None, page if waits else None)

    async def say(self, turn: Turn, actor: Actor, review_id: int, topic_id: int) -> None:
        """The message is about this topic."""
        topic = self._context.shop.topic_by_id(topic_id)
        if topic is None or topic.key not in self._context.shop.topics:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await self._settle(tx, turn, actor, review_id, LABELLED, topic.key)
            turn.toast = turn.toast or Toast(
                "toast-taught", {"topic": topic.titles[actor.language]}
            )
            await self._show(tx, turn, actor)

    async def pass_over(
        self, turn: Turn, actor: Actor, review_id: int, *, unfit: bool = False
    ) -> None:
        """Skip the message, or say that nothing can be learned from it."""
        async with self._context.store.change(turn) as tx:
            state = NOT_FOR_TRAINING if unfit else SKIPPED
            await self._settle(tx, turn, actor, review_id, state, UNFIT if unfit else None)
            await self._show(tx, turn, actor)

    async def say_new(self, turn: Turn, actor: Actor, review_id: int, draft: Draft) -> None:
        """The message is about a topic that is made for it."""
        async with self._context.store.change(turn) as tx:
            topic = await self._topic_list.add(tx, turn, actor, draft)
            await self._settle(tx, turn, actor, review_id, LABELLED, topic.key)
        await self._context.book.renew()
        async with self._context.store.change() as tx:
            await self._show(tx, turn, actor, anew=True)

    async def text_of(self, review_id: int) -> str | None:
        """What a message says that still waits for a word; None when somebody was faster."""
        async with self._context.store.look() as tx:
            row = await tx.get(Review, review_id)
        return row.text if row is not None and row.state == OPEN else None

    async def undo(self, turn: Turn, actor: Actor) -> None:
        """The last decision of today was a slip: its label goes, the message stands here again."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            since = midnight(self._context.shop, turn.now)
            number = await reviews.last_decided(tx, actor.tg_id, since)
            row = await reviews.held(tx, number) if number is not None else None
            if row is None:
                raise Refusal("review-nothing-back")
            await reviews.take_label_back(tx, row)
            row.state, row.decided_by, row.decided_at = OPEN, None, None
            record(tx, turn.now, actor.tg_id, "review_undone", row.ticket_id)
            await tx.flush()
            await self._show(tx, turn, actor, row)

    async def _settle(
        self,
        tx: Session,
        turn: Turn,
        actor: Actor,
        review_id: int,
        state: str,
        topic_key: str | None,
    ) -> None:
        """Decide a message, unless somebody has: the late one is told and sees the next."""
        await still_admin(tx, actor)
        row = await reviews.held(tx, review_id)
        if row is None or row.state != OPEN:
            turn.toast = Toast("review-late")
            return
        row.state, row.decided_by, row.decided_at = state, actor.tg_id, turn.now
        record(tx, turn.now, actor.tg_id, "review", row.ticket_id, topic=topic_key, state=state)
        if topic_key is not None:
            tx.add(
                Label(
                    ticket_id=row.ticket_id,
                    batch_id=row.batch_id,
                    text=row.text,
                    topic_key=topic_key,
                    origin=REVIEW,
                    author_tg_id=actor.tg_id,
                    created_at=turn.now,
                )
            )
        await tx.flush()

    async def _show(
        self,
        tx: Session,
        turn: Turn,
        actor: Actor,
        row: Review | None = None,
        page: int | None = None,
        *,
        anew: bool = False,
    ) -> None:
        if row is None:
            row = await self._next(tx, actor, turn.now)
        place = {"review": row.id if row else None, "page": page, "at": turn.now.isoformat()}
        await queues.write_setting(tx, place_name(actor.tg_id), place)
        await promises.show(tx, turn.now, actor.tg_id, CARD, 0, anew=anew)

    async def _next(self, tx: Session, actor: Actor, now: datetime) -> Review | None:
        """The one that teaches most after what this admin has said lately."""
        others = await self._held_by_others(tx, actor, now)
        waiting = await reviews.waiting(tx, MOST, others)
        said = Counter(await reviews.lately(tx, actor.tg_id, LATELY))
        best = in_turns([(worth, topic) for _, worth, topic in waiting], 1, said)
        return await reviews.held(tx, waiting[best[0]][0]) if best else None

    async def _at(self, tx: Session, actor: Actor) -> Review | None:
        place = await queues.read_setting(tx, place_name(actor.tg_id)) or {}
        row = await reviews.held(tx, int(place.get("review") or 0))
        return row if row is not None and row.state == OPEN else None

    async def _held_by_others(self, tx: Session, actor: Actor, now: datetime) -> list[int]:
        """What other admins have before them, unless they went away."""
        found: list[int] = []
        for other in self._context.directory.admins():
            place = await queues.read_setting(tx, place_name(other.tg_id)) or {}
            fresh = place and datetime.fromisoformat(place["at"]) > now - HELD
            if other.tg_id != actor.tg_id and fresh and place["review"] is not None:
                found.append(int(place["review"]))
        return found


def place_name(tg_id: int) -> str:
    """Under which name it is kept where an admin is in the review."""
    return f"reviewing:{tg_id}"


def midnight(shop: Shop, now: datetime) -> datetime:
    """When today began, where the shop is."""
    return now.astimezone(shop.zone).replace(hour=0, minute=0, second=0, microsecond=0)
