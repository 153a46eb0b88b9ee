"""How long the bot was not there: noticed afterwards, told to admins, orders asked about again."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from models import queues
from models.store import Session
from services import promises
from services.context import Context
from services.trade.reminding import PRESS_LIFE

HEARD = "heard_at"
NOTE_EVERY = 20.0
MESSAGE_LIFE = timedelta(hours=24)

AfterGap = Callable[[datetime], Awaitable[None]]


class Gaps:
    """Told of every answer that Telegram gives to "what is new?".

    While the program runs, a clock that only goes forward counts; across a restart, the stored
    moment.
    """

    def __init__(self, context: Context, after: AfterGap) -> None:
        self._context = context
        self._after = after
        self._heard: float | None = None
        self._noted: float | None = None

    async def heard(self, now: datetime, ticking: float) -> None:
        """Telegram answered now; after a gap in which presses were lost, those concerned hear.

        `ticking`: seconds of a clock that only goes forward.
        """
        if self._noted is None or ticking - self._noted >= NOTE_EVERY:
            await self._note(now, await self._away(now, ticking))
            self._noted = ticking
        self._heard = ticking

    async def _note(self, now: datetime, away: timedelta) -> None:
        if away > PRESS_LIFE:
            await self._after(now)
        async with self._context.store.change() as tx:
            if away > PRESS_LIFE:
                await self._tell(tx, now, away)
            await queues.write_setting(tx, HEARD, {"at": now.isoformat()})

    async def _away(self, now: datetime, ticking: float) -> timedelta:
        if self._heard is not None:
            return timedelta(seconds=ticking - self._heard)
        async with self._context.store.look() as tx:
            stored = await queues.read_setting(tx, HEARD)
        return now - datetime.fromisoformat(stored["at"]) if stored else timedelta()

    async def _tell(self, tx: Session, now: datetime, away: timedelta) -> None:
        key = "gap-messages" if away > MESSAGE_LIFE else "gap-presses"
        span = {"minutes": away.total_seconds() / 60}
        since = {"moment": (now - away).isoformat(), "now": now.isoformat()}
        for admin in self._context.directory.admins():
            await promises.tell(tx, now, admin, key, away=span, since=since)
