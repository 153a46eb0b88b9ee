"""What stands in the staff's chats when somebody is erased, and what a training still holds."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from models import queues
from models.inbox import DONE, Inbox
from models.inbox import NEW as CAME
from models.outbox import NEW, SENT, Outbox
from models.own import traces
from models.own.reach import Person as Whose
from models.registry import TrainingRun
from models.store import Store
from services.privacy.own_data import leaving
from tests.privacy.canary import WORD, tables_with

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
STAFF, GROUP, ANNA = 71, -100500, Whose(1, 770001)


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Any:
    """As much of a shop as an erasure leaves work to."""
    directory = SimpleNamespace(staff=lambda: [SimpleNamespace(tg_id=STAFF)])
    return SimpleNamespace(store=store, directory=directory, shelf=SimpleNamespace(folder=tmp_path))


def promised(chat_id: int, status: str = NEW) -> Outbox:
    """A message to somebody that names the person."""
    row = Outbox(chat_id=chat_id, kind="text", payload={"args": {"name": WORD}}, status=status)
    row.created_at, row.not_before = NOW - timedelta(seconds=5), NOW + timedelta(hours=5)
    return row


def came(lane: int, number: int) -> Inbox:
    """A message of the staff's that names the person, not handled yet."""
    row = Inbox(bot_id=1, update_id=number, lane=lane, body={"text": WORD}, has_body=True)
    row.status, row.received_at = CAME, NOW - timedelta(seconds=5)
    return row


async def notes(context: Any, *texts: str) -> None:
    """The end of an erasure."""
    async with context.store.change() as tx:
        found = traces.Traces((), (), (), (), (), (), texts)
        await leaving.note(tx, context, NOW, ANNA, found)


async def left(context: Any) -> Any:
    async with context.store.look() as tx:
        return await queues.read_setting(tx, leaving.LEFT)


async def test_what_the_staff_are_yet_to_read_is_emptied_when_it_is_sent(context: Any) -> None:
    waiting = [promised(STAFF), promised(GROUP), promised(ANNA.tg_id)]
    said = [came(STAFF, 1), came(GROUP, 2)]
    async with context.store.change() as tx:
        tx.add_all([*waiting, *said, promised(STAFF, SENT)])
    await notes(context)
    for minutes in (2, 4):
        await leaving.sweep(context, NOW + timedelta(minutes=minutes))
    async with context.store.change() as tx:
        assert sorted(await tables_with(tx, WORD)) == [
            f"inbox.body: {WORD}",
            f"outbox.payload: {WORD}",
        ]
        for row in waiting:
            (await tx.get_one(Outbox, row.id)).status = SENT
        for update in said:
            (await tx.get_one(Inbox, update.id)).status = DONE
    await leaving.sweep(context, NOW + timedelta(hours=6))
    async with context.store.look() as tx:
        assert await tables_with(tx, WORD) == []
    assert await left(context) == {}


async def test_what_a_training_under_way_writes_is_forgotten_when_it_ends(context: Any) -> None:
    async with context.store.change() as tx:
        run = TrainingRun(author_tg_id=STAFF, state="running", stage="x", done=0, total=1)
        run.started_at = run.beat_at = NOW
        tx.add(run)
    await notes(context, WORD)
    await leaving.sweep(context, NOW + timedelta(minutes=2))
    trial = context.shelf.folder / "runs" / "1" / "trial.json"
    trial.parent.mkdir(parents=True)
    trial.write_text(json.dumps({"changed": [{"text": WORD}]}))
    async with context.store.change() as tx:
        (await tx.get_one(TrainingRun, run.id)).state = "done"
    await leaving.sweep(context, NOW + timedelta(minutes=9))
    assert WORD not in trial.read_text()
    assert await left(context) == {}
