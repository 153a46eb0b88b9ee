"""The catalogue given out: as a document in Telegram, or into a file of this machine."""

import asyncio
import secrets
from datetime import datetime
from pathlib import Path

from models import outbox
from models.journal import record
from models.store import Store
from models.trade import comparing, leafing
from models.turn import Toast, Turn
from services.context import Context
from services.errors import Refusal
from services.export_files import MOST, path_of
from services.invitations import still_admin
from services.people import Actor
from services.trade.feeds.terms import currency_of
from services.trade.feeds.writing import FORMS, Writer


class Sending:
    """One file with everything that is sold."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder

    async def send(self, turn: Turn, actor: Actor, form: str) -> None:
        """The catalogue in a form; Refusal when there is none, or it is too large for Telegram."""
        if form not in FORMS:
            raise Refusal("button-old")
        async with self._context.store.look() as tx:
            await still_admin(tx, actor)
        facts = self._context.shop.facts
        path = path_of(self._folder, f"{secrets.token_hex(16)}.{form}")
        count = await write(
            self._context.store,
            path,
            form,
            turn.now,
            str(facts.get("name", "")),
            currency_of(facts),
        )
        if not count or (await asyncio.to_thread(path.stat)).st_size > MOST:
            await asyncio.to_thread(path.unlink)
            raise Refusal("feed-export-large" if count else "feed-export-nothing")
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            record(tx, turn.now, actor.tg_id, "feed_export", form=form, count=count)
            day = turn.now.astimezone(self._context.shop.zone)
            payload = {
                "file": path.name,
                "name": f"catalogue-{day:%Y-%m-%d}.{form}",
                "count": count,
                "caption": "feed-export-caption",
            }
            await outbox.promise(tx, actor.tg_id, "document", payload, turn.now)
            turn.toast = Toast("toast-done")


async def write(
    store: Store, path: Path, form: str, now: datetime, shop: str, currency: str
) -> int:
    """The catalogue into a file, which appears when it is whole; how many products are in it."""
    growing = path.with_name(f"{path.name}.tmp")
    await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    count = 0
    async with store.look() as tx:
        writer = Writer(form, shop, currency, await comparing.categories(tx))
        await asyncio.to_thread(growing.write_text, writer.start(now), "utf-8", newline="")
        async for page in leafing.leaves(tx):
            count += len(page)
            await asyncio.to_thread(_append, growing, writer, page)
    await asyncio.to_thread(_close, growing, path, writer.end())
    return count


def _append(path: Path, writer: Writer, page: list[leafing.Leaf]) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(writer.page(page))


def _close(growing: Path, path: Path, end: str) -> None:
    with growing.open("a", encoding="utf-8", newline="") as file:
        file.write(end)
    growing.replace(path)
