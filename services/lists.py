"""Lists of the staff's that name people: shown as they are once somebody is to be named no more."""

from datetime import datetime

from models import sending
from models.store import Session
from services import promises


async def show_list(tx: Session, now: datetime, card: str, page: str) -> None:
    """A list shows a page as it is now in the private chats where it stands or is about to."""
    chats = {chat_id for chat_id, _ in await sending.places_of(tx, card, 0) if chat_id > 0}
    for chat_id in sorted(chats):
        await promises.show(tx, now, chat_id, page, 0)
