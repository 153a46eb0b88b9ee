"""How long the bot was not there: noticed afterwards, told to admins, orders asked about again."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from models import queues
from models.store import Session
from services import promises
from services.context import Context

HEARD = "heard_at"
NOTE_EVERY = timedelta(seconds=20)
PRESS_LIFE = timedelta(seconds=150)
MESSAGE_LIFE = timedelta(hours=24)

AfterGap = Callable[[datetime], Awaitable[None]]


class Gaps:
    """Told of every answer that Telegram gives to "what is new?"."""

    def __init__(self, context: Context, after: AfterGap) -> None:
        self._context = context
        self._after = after
        self._noted: datetime | None = None

    async def heard(self, now: datetime) -> None:
        """Telegram answered now; after a gap in which presses were lost, those concerned hear."""
        if self._noted is not None and timedelta() <= now - self._noted < NOTE_EVERY:
            return
        async with self._context.store.look() as tx:
            before = await queues.read_setting(tx, HEARD)
        since = datetime.fromisoformat(before["at"]) if before else now
        if now - since > PRESS_LIFE:
            await self._after(now)
        async with self._context.store.change() as tx:
            if now - since > PRESS_LIFE:
                await self._tell(tx, now, since)
            await queues.write_setting(tx, HEARD, {"at": now.isoformat()})
        self._noted = now

    async def _tell(self, tx: Session, now: datetime, since: datetime) -> None:
        key = "gap-messages" if now - since > MESSAGE_LIFE else "gap-presses"
        away = {"minutes": (now - since).total_seconds() / 60}
        began = {"moment": since.isoformat(), "now": now.isoformat()}
        for admin in self._context.directory.admins():
            await promises.tell(tx, now, admin, key, away=away, since=began)
