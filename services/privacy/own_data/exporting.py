"""All that is known of a person, as files for them: a JSON object, and a page to read."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from models import outbox, people
from models.journal import record
from models.own import asked, reading
from models.own.inventory import SECTIONS
from models.own.reach import Person
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services import contacts
from services.context import Context
from services.errors import Refusal
from services.incoming import Sender
from services.privacy.own_data import files, terms
from services.privacy.own_data.files import Writer
from services.profile.fields import asked_of

KEPT = timedelta(hours=1)
PAUSE = timedelta(minutes=10)
VERB = "own_export"
# What personal data is used for, and on what ground (GDPR article 6, 152-FZ article 6).
PURPOSES = {"service": "contract", "memory": "consent", "news": "consent", "profiling": "consent"}
RECIPIENTS = ("staff", "telegram")


async def person_of(tx: Session, context: Context, customer: Customer) -> Person:
    """Whose data it is, as the inventory asks."""
    is_staff = context.directory.find(customer.tg_id).staff_id is not None
    return Person(customer.id, customer.tg_id, is_staff)


class OwnExport:
    """Exports, one in ten minutes for each person."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder

    async def send(self, turn: Turn, sender: Sender) -> None:
        """Two documents in the person's chat; Refusal when nothing is known, or too soon."""
        async with self._context.store.look() as tx:
            customer = await people.customer_by_tg(tx, sender.tg_id)
            if customer is None:
                raise Refusal("own-nothing")
            await self._not_too_soon(tx, turn.now, customer)
            name = await self._write(tx, turn.now, customer)
        async with self._context.store.change(turn) as tx:
            still = await people.customer_by_tg(tx, sender.tg_id)
            if still is None or still.id != customer.id:  # erased while it was written
                await asyncio.to_thread(files.forget_of, self._folder, customer.id)
                raise Refusal("own-nothing")
            record(tx, turn.now, customer.tg_id, VERB)
            for form in ("html", "json"):
                payload = {"own": name, "form": form, "language": customer.language}
                await outbox.promise(tx, customer.tg_id, "document", payload, turn.now)
            turn.toast = Toast("own-made")

    async def _not_too_soon(self, tx: Session, now: datetime, customer: Customer) -> None:
        last = await asked.last_line(tx, VERB, customer.tg_id, now - PAUSE)
        if last is not None:
            minutes = max(1, round((last + PAUSE - now).total_seconds() / 60))
            raise Refusal("own-again-later", minutes=minutes)

    async def _write(self, tx: Session, now: datetime, customer: Customer) -> str:
        person = await person_of(tx, self._context, customer)
        head = self._head(now, customer.language)
        writer = await asyncio.to_thread(Writer, self._folder, customer.id, head)
        try:
            for entry in SECTIONS:
                writer.section(entry.section)
                async for page in reading.pages(tx, entry, person, customer.language):
                    await asyncio.to_thread(writer.add, page)
            await asyncio.to_thread(writer.close)
        except BaseException:
            await asyncio.to_thread(writer.drop)
            raise
        return writer.name

    def _head(self, now: datetime, language: str) -> Mapping[str, Any]:
        facts = self._context.shop.facts
        return {
            "made_at": now.isoformat(timespec="seconds"),
            "language": language,
            "shop": contacts.name_of(self._context.shop, language),
            "contact": {key: str(value) for key, value in facts.get("contacts", {}).items()},
            "policy": str(facts.get("policies", {}).get("privacy_url", "")),
            "currency": str(facts.get("currency", "RUB")),
            "time_zone": str(self._context.shop.zone),
            "purposes": [{"purpose": one, "ground": why} for one, why in PURPOSES.items()],
            "recipients": list(RECIPIENTS),
            "kept": terms.told(facts),
            "asked": {key: one.titles[language] for key, one in asked_of(facts).items()},
        }

    async def forget_old(self, now: datetime) -> None:
        """What was written is sent long since."""
        await asyncio.to_thread(files.forget_old, self._folder, now - KEPT)
