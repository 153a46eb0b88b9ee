"""Whoever is erased while a model reads their words: nothing that was read is written after."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select

from models.memory.wishes import FOUND, Wish, WishGroup
from models.messages import Message
from models.outbox import Outbox
from models.own import erasing, sparing
from models.own.erasure import Erasure
from models.own.reach import Person as Whose
from models.people import Customer
from models.queues import Queue, write_setting
from models.store import Store
from models.tickets import Ticket
from models.turn import Turn
from services import gathering
from services.errors import Refusal
from services.privacy.own_data.exporting import OwnExport
from services.voice.wish_finding import MARK, WishFinding
from tests.privacy.canary import WORD, tables_with

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


class Slow:
    """Reads as the encoder does; in the middle of it something happens."""

    def __init__(self, happens: Callable[[], Awaitable[None]]) -> None:
        self._happens = happens

    async def wishes_in(self, texts: Sequence[str]) -> list[str]:
        await self._happens()
        return list(texts)

    async def vectors(self, texts: Sequence[str]) -> Any:
        await self._happens()
        return np.eye(len(texts), 4, dtype=np.float32)


async def said_by(store: Store, tg_id: int, text: str) -> Whose:
    """A customer with a ticket and one message."""
    async with store.change() as tx:
        queue = Queue(key=str(tg_id), title_ru="q", title_en="q", hours={}, target_minutes=1)
        one = Customer(tg_id=tg_id, name="Анна", created_at=NOW, seen_at=NOW)
        tx.add_all((queue, one))
        await tx.flush()
        ticket = Ticket(ref=f"r{tg_id}", customer_id=one.id, queue_id=queue.id, subject=text)
        ticket.state, ticket.decision, ticket.probability = "open", "route", 0.4
        ticket.opened_at = ticket.changed_at = NOW - timedelta(minutes=1)
        tx.add(ticket)
        await tx.flush()
        message = Message(ticket_id=ticket.id, side="customer", kind="text", text=text)
        message.delivery, message.said_at = "delivered", NOW
        tx.add(message)
    return Whose(one.id, tg_id)


def erases(store: Store, person: Whose) -> Callable[[], Awaitable[None]]:
    """Once; the next time there is nothing to erase."""

    async def done() -> None:
        async with store.change() as tx:
            erasure = Erasure(person, NOW, await sparing.nobody(tx, NOW))
            await erasing.erase(tx, erasure)

    return done


def finding(store: Store, happens: Callable[[], Awaitable[None]]) -> WishFinding:
    """The finder of wishes with a slow encoder."""
    made = WishFinding(SimpleNamespace(store=store, understanding=None))  # type: ignore[arg-type]
    made._sense = Slow(happens)  # type: ignore[assignment]
    return made


async def test_no_wish_of_somebody_erased_while_it_was_found(store: Store) -> None:
    anna = await said_by(store, 770001, f"жаль, что нет {WORD}")
    await said_by(store, 770002, "жаль, что нет дронов")
    async with store.change() as tx:
        await write_setting(tx, MARK, {"message": 0})
    await finding(store, erases(store, anna)).look(NOW)
    async with store.look() as tx:
        assert await tables_with(tx, WORD) == []
        assert await tables_with(tx, "жаль, что нет дронов") == [
            f"{one}: жаль, что нет дронов"
            for one in ("ticket.subject", "message.text", "wish.text")
        ]


async def test_no_group_of_a_wish_erased_while_it_was_read(store: Store) -> None:
    anna = await said_by(store, 770001, WORD)

    async def replaced() -> None:
        await erases(store, anna)()
        async with store.change() as tx:  # SQLite gives the number of the last row again
            tx.add(Wish(id=1, text="другое", origin=FOUND, created_at=NOW))

    async with store.change() as tx:
        await write_setting(tx, MARK, {"message": 9})
        tx.add(Wish(id=1, customer_id=anna.customer_id, text=WORD, origin=FOUND, created_at=NOW))
    await finding(store, replaced).look(NOW)
    async with store.look() as tx:
        assert await tables_with(tx, WORD) == []
        assert await tx.get(WishGroup, 1) is None


async def test_no_question_to_an_admin_about_words_erased_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await said_by(store, 770001, f"где {WORD}")

    async def meanwhile(*given: Any) -> Any:
        found = [
            gathering.Choice(one, gathering.Worth(1.0, "unsure"), (), False)
            for one in given[1].tickets
        ]
        await erases(store, anna)()
        return found

    monkeypatch.setattr(gathering.asyncio, "to_thread", meanwhile)
    context = SimpleNamespace(store=store, understanding=SimpleNamespace(model=None), shop=None)
    await gathering.Gathering(context).gather(NOW)  # type: ignore[arg-type]
    async with store.look() as tx:
        assert await tables_with(tx, WORD) == []


async def test_no_files_of_somebody_erased_while_they_were_written(
    store: Store, tmp_path: Path
) -> None:
    anna = await said_by(store, 770001, WORD)
    (tmp_path / "own").mkdir()

    async def written(*_: Any) -> str:
        await erases(store, anna)()
        (tmp_path / "own" / f"{anna.customer_id}-x.json").write_text(WORD)
        return "x"

    export = OwnExport(SimpleNamespace(store=store, shelf=SimpleNamespace(folder=tmp_path)))  # type: ignore[arg-type]
    export._write = written  # type: ignore[method-assign]
    with pytest.raises(Refusal, match="own-nothing"):
        await export.send(Turn(bot_id=1, now=NOW), SimpleNamespace(tg_id=anna.tg_id))  # type: ignore[arg-type]
    async with store.look() as tx:
        assert (await tx.scalars(select(Outbox))).all() == []
    assert not list((tmp_path / "own").iterdir())
