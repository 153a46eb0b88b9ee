"""Words that stand in a chat already, said anew: the message that was pressed tells what came."""

from datetime import datetime
from typing import Any

from models import outbox
from models.outbox import REPLY
from models.store import Session


async def reword(
    tx: Session,
    now: datetime,
    chat_id: int,
    tg_id: int,
    language: str,
    key: str,
    keyboard: dict[str, Any] | None = None,
    **args: Any,
) -> None:
    """Promise that one of our own messages becomes this sentence, with these buttons or none."""
    payload = {"tg_id": tg_id, "key": key, "args": args, "language": language}
    await outbox.promise(
        tx, chat_id, "reword", payload | {"keyboard": keyboard}, now, priority=REPLY
    )
