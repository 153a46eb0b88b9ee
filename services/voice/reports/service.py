"""`/stats service`: how customers are served, on one card with pages and in a picture."""

from datetime import datetime

from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.voice.reports.drawing import Drawing, send_picture
from services.voice.reports.service_figures import ServiceFigures, count_service

CARD = "service"
PAGES = ("main", "weeks", "topics", "queues", "agents")


class ServiceReport:
    """Figures and the picture, for supervisors and admins."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.drawing: Drawing[ServiceFigures] = Drawing(context)

    async def show(self, turn: Turn, actor: Actor) -> None:
        """The card anew, and the picture; Refusal when there was no ticket yet."""
        found = await self._context.recent.renew(CARD, turn.now, self._count)
        if not found.whole.tickets and not found.backlog:
            raise Refusal("service-none")
        name = await self.drawing.draw(CARD, found, actor.language)
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/main", 0, anew=True)
            await send_picture(tx, turn.now, actor, name)

    async def turn_page(self, turn: Turn, actor: Actor, page: str) -> None:
        """Another page of the card: `main`, or `NAME.NUMBER`."""
        if page.partition(".")[0] not in PAGES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{page}", 0)

    async def _count(self, now: datetime) -> ServiceFigures:
        return await count_service(self._context, now)


async def read_service(context: Context, now: datetime) -> ServiceFigures:
    """The figures as they were a moment ago at most."""
    return await context.recent.read(CARD, now, lambda at: count_service(context, at))
