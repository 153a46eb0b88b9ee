"""`/stats feedback`: what customers say, on one card with pages and in a picture."""

from datetime import datetime

from models.memory import comments
from models.memory.comments import Comment as Comment
from models.memory.figures import TICKETS as TICKETS
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.voice.reports.drawing import Drawing, send_picture
from services.voice.reports.feedback_figures import FeedbackFigures, count_feedback
from services.weeks import bounds, monday_of

CARD = "feedback"
AT_ONCE = 5
PAGES = ("main", "topics", "queues", "agents", "products", "comments")


class FeedbackReport:
    """Figures, comments and the picture, for supervisors and admins."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.drawing: Drawing[FeedbackFigures] = Drawing(context)

    async def show(self, turn: Turn, actor: Actor) -> None:
        """The card anew, and the picture; Refusal when nobody was asked anything yet."""
        found = await self._context.recent.renew(CARD, turn.now, self._count)
        if found.is_empty:
            raise Refusal("feedback-none")
        name = await self.drawing.draw(CARD, found, actor.language)
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/main", 0, anew=True)
            await send_picture(tx, turn.now, actor, name)

    async def turn_page(self, turn: Turn, actor: Actor, page: str) -> None:
        """Another page of the card: `main`, or `NAME.NUMBER`, or `said.KIND.TOPIC.NUMBER`."""
        if page.partition(".")[0] not in (*PAGES, "said"):
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{page}", 0)

    async def _count(self, now: datetime) -> FeedbackFigures:
        return await count_feedback(self._context, now)


async def read_feedback(context: Context, now: datetime) -> FeedbackFigures:
    """The figures as they were a moment ago at most."""
    return await context.recent.read(CARD, now, lambda at: count_feedback(context, at))


async def read_comments(
    context: Context, kind: str, topic_id: int | None, page: int, now: datetime
) -> tuple[list[Comment], bool]:
    """A page of comments, the newest first; and whether there are more."""
    since = bounds(monday_of(now, context.shop.zone), context.shop.zone)[0]
    skip = page * AT_ONCE
    async with context.store.look() as tx:
        found = await comments.comments(tx, kind, topic_id, since, skip, AT_ONCE + 1)
    return found[:AT_ONCE], len(found) > AT_ONCE
