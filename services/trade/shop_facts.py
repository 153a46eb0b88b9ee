"""What the shop's file says of selling is read at every start: there the file is the truth."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from models import queues
from models.store import Session
from services import room_sections
from services.shop import FACTS
from services.trade import promos

SECTIONS = (
    *("currency", "delivery", "payment", "orders", "carriers", "search"),
    *("returns", "welcome"),
)


async def renew(tx: Session, given: Mapping[str, Any]) -> None:
    """Bring delivery, payment, orders and promo codes of the file into the database."""
    known = await queues.read_setting(tx, FACTS) or {}
    fresh = {key: given[key] for key in (*SECTIONS, *room_sections.names()) if key in given}
    if any(known.get(key) != value for key, value in fresh.items()):
        await queues.write_setting(tx, FACTS, {**known, **fresh})
    zone = ZoneInfo(str(known.get("time_zone", "UTC")))
    await promos.seed(tx, given.get("promo", {}), zone)
