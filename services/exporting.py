"""`/export`: all labels as a file, for a spreadsheet or for a program."""

import asyncio
from datetime import datetime, timedelta

from models import asking, batches, outbox
from models.journal import record
from models.trade import comparing
from models.turn import Toast, Turn
from services import export_files, promises
from services.context import Context
from services.errors import Refusal
from services.export_files import FORMS, Writer
from services.invitations import still_admin
from services.people import Actor
from services.trade.feeds.writing import FORMS as CATALOGUE

KEPT = timedelta(days=1)


class Exporting:
    """Files of labels, promised like anything else that a person sees."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder

    async def ask(self, turn: Turn, actor: Actor) -> None:
        """What, and in which form."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            labels = (await asking.newest_ids(tx))[1]
            products = await comparing.count_sold(tx)
            if not labels and not products:
                raise Refusal("export-nothing")
            keyboard = {
                "name": "export",
                "forms": list(FORMS if labels else ()),
                "catalogue": list(CATALOGUE if products else ()),
            }
            await promises.tell(tx, turn.now, actor, "export-ask", keyboard=keyboard)

    async def send(self, turn: Turn, actor: Actor, form: str) -> None:
        """The labels, in one file or several."""
        if form not in FORMS:
            raise Refusal("button-old")
        async with self._context.store.look() as tx:
            await still_admin(tx, actor)
            writer = Writer(self._folder, form)
            async for page in batches.pages(tx):
                await asyncio.to_thread(writer.add, page)
        if not writer.files:
            raise Refusal("export-nothing")
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            record(tx, turn.now, actor.tg_id, "export", form=form, count=writer.count)
            day = turn.now.astimezone(self._context.shop.zone)
            for number, file in enumerate(writer.files, start=1):
                part = f"-{number}" if len(writer.files) > 1 else ""
                payload = {
                    "file": file,
                    "name": f"labels-{day:%Y-%m-%d}{part}.{form}",
                    "count": writer.count,
                }
                await outbox.promise(tx, actor.tg_id, "document", payload, turn.now)
            turn.toast = Toast("toast-done")

    async def forget_old(self, now: datetime) -> None:
        """What was written is sent long since."""
        await asyncio.to_thread(export_files.forget_old, self._folder, now - KEPT)
