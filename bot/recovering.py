"""What was on its way when the program died: made once more, and after that unsure."""

from collections.abc import Collection
from datetime import datetime

from bot.merging import detach
from models import cards, outbox
from models.outbox import UNSURE, Outbox
from models.store import Session, Store
from services.delivery import Delivery
from services.outcomes import Outcome

NEVER_TWICE = ("invoice",)
TWICE = "stopped twice while sending"


async def recover(store: Store, delivery: Delivery, busy: Collection[int], now: datetime) -> None:
    """Let rows wait again whose call was running and is not running now."""
    async with store.change() as tx:
        for row in await outbox.in_flight(tx):
            if row.id in busy:
                continue
            twice = row.lost >= 1 and row.kind in ("text", "relay", "album")
            if twice or row.kind in NEVER_TWICE:
                await _unsure(tx, delivery, row, now)
            else:
                await outbox.wait_again(tx, row.id, now, lost=row.lost + 1)
                await _doubt(tx, row)


async def _doubt(tx: Session, row: Outbox) -> None:
    """The call may have reached Telegram: what the card shows is not what it showed last."""
    if row.kind == "card":
        name = str(row.payload["card"]).partition("/")[0]
        await cards.doubt(tx, f"{name}:{row.payload['id']}:{row.chat_id}:")


async def _unsure(tx: Session, delivery: Delivery, row: Outbox, now: datetime) -> None:
    await delivery.settle(tx, Outcome(detach(row), UNSURE, now, error=TWICE))
