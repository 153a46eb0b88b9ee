"""What an erasure leaves for a moment later: calls on their way, copies in chats, files, the log.

All of it is noted with the erasure, so that it is done even when the program stops in between.
"""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from classifier.readings import read
from models import queues, registry, sending
from models.own import quoting, scrubbing, traces
from models.own.reach import Person
from models.own.traces import Traces
from models.schema import sqlite_file
from models.store import Session
from services import lists, promises
from services.context import Context
from services.privacy.own_data import taught
from services.upkeep import EMPTIED

LEFT = "erasure_left"
# Lists that quote customers: the card, and the page that shows what is left.
QUOTING = {
    "review": "review",
    "feedback": "feedback/main",
    "wishes": "wishes/list.open.0",
    "customers": "customers/main",
}
SETTLED_AFTER = timedelta(minutes=1)


async def take_away(tx: Session, now: datetime, found: Traces) -> None:
    """Topics, copies and cards of a person in Telegram go, as far as Telegram lets them."""
    for chat_id, thread_id in found.topics:
        await promises.delete_topic(tx, now, chat_id, thread_id)
    gone = {chat_id for chat_id, _ in found.topics}
    for chat_id, tg_id in dict.fromkeys((*found.copies, *found.cards)):
        if chat_id not in gone:
            await promises.delete(tx, now, chat_id, tg_id)


async def show_lists(tx: Session, now: datetime) -> None:
    """Lists of the staff's that quote customers show what is left."""
    for card, page in QUOTING.items():
        await lists.show_list(tx, now, card, page)


async def show_orders(tx: Session, now: datetime, found: Traces) -> None:
    """The staff's cards of a person's orders show them without a name."""
    for order_id in found.orders:
        for chat_id, thread_id in sorted(await sending.places_of(tx, "work", order_id), key=str):
            await promises.show(tx, now, chat_id, "work", order_id, thread=thread_id)


async def note(tx: Session, context: Context, now: datetime, person: Person, found: Traces) -> None:
    """Empty what quotes the person in the staff's chats, and note what is left for later."""
    staff = [one.tg_id for one in context.directory.staff()]
    await quoting.empty_staff_side(tx, staff, await _emptied(tx), now)
    readings = {read(text)[: taught.LONGEST] for text in found.texts}
    await traces.forget_nearest(tx, sorted({*readings, *found.texts}))
    left = await _left(tx)
    for name, ids in (await quoting.in_use(tx, person, staff)).items():
        left[name] = sorted({*left.get(name, ()), *ids})
    marks = {*left.get("texts", ()), *taught.marks_of(found.texts)}
    left |= {"until": now.isoformat(), "texts": sorted(marks)}
    await queues.write_setting(tx, LEFT, left)


async def sweep(context: Context, now: datetime) -> None:
    """Do what is left; whatever can't be done yet is left for the next time."""
    async with context.store.look() as tx:
        left = await _left(tx)
        is_training = await registry.running(tx) is not None
    if not left:
        return
    if left.get("texts"):
        await asyncio.to_thread(taught.forget, context.shelf.folder, left["texts"])
    await _rows(context, now, () if is_training else left.get("texts", ()))
    path = sqlite_file(str(context.store.url.render_as_string(hide_password=False)))
    is_clean = path is None or await asyncio.to_thread(scrubbing.checkpoint, path)
    async with context.store.look() as tx:
        left = await _left(tx)
    if is_clean and not any(left.values()):
        async with context.store.change() as tx:
            if not any((await _left(tx)).values()):
                await queues.write_setting(tx, LEFT, {})


async def _rows(context: Context, now: datetime, forgotten: Collection[str]) -> None:
    """Rows that are done with; texts once no file can be written any more that holds them."""
    async with context.store.change() as tx:
        left = await _left(tx)
        left |= await quoting.sweep(tx, left)
        until = left.get("until")
        if not until or now - datetime.fromisoformat(until) >= SETTLED_AFTER:
            left["until"] = None
            left["texts"] = sorted(set(left.get("texts", ())) - set(forgotten))
        await queues.write_setting(tx, LEFT, left)


async def _left(tx: Session) -> dict[str, Any]:
    return dict(await queues.read_setting(tx, LEFT) or {})


async def _emptied(tx: Session) -> int:
    mark = await queues.read_setting(tx, EMPTIED) or {}
    return int(mark.get("id", 0))
