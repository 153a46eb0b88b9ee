"""Whatever Telegram answers, or does not: what the row becomes and what is called again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramServerError,
)
from sqlalchemy import select, update

from bot.sender import IN_FLIGHT
from models import outbox
from models.outbox import DEAD, NEW, SENDING, SENT, UNDELIVERABLE, UNSURE, Outbox
from models.store import Session, Store, StoreFault
from tests.core.telegram import NOW, Desk, Fault, Script, lost, running, unreachable


async def test_a_row_is_stored_as_sending_before_its_call_starts(store: Store) -> None:
    async with running(store) as desk:
        seen: list[str] = []

        async def looks() -> None:
            seen.extend(row.status for row in await desk.rows())

        desk.script.before = looks
        await desk.promises(1)
        [row] = await desk.until(SENT)
    assert seen == [SENDING]
    assert row.tg_id == 1


async def test_claimed_rows_are_sent_though_the_look_they_are_drawn_in_fails(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(store) as desk:
        look, test = store.look, asyncio.current_task()

        @asynccontextmanager
        async def failing() -> AsyncIterator[Session]:
            async with look() as tx:
                yield tx
                claimed = await tx.scalars(select(Outbox.id).where(Outbox.status == SENDING))
                if claimed.first() is not None and asyncio.current_task() is not test:
                    raise StoreFault

        monkeypatch.setattr(store, "look", failing)
        await desk.promises(1, 2)
        await desk.until(SENT, SENT)
    assert sorted(desk.script.calls) == [1, 2]


async def test_a_hundred_promises_are_each_kept_once_with_few_in_flight(store: Store) -> None:
    async with running(store) as desk:
        await desk.promises(*range(1, 101))
        await desk.until(*[SENT] * 100)
    assert sorted(desk.script.calls) == list(range(1, 101))
    assert desk.script.most_running <= IN_FLIGHT


async def test_a_chat_gets_its_messages_in_order(store: Store) -> None:
    async with running(store) as desk:
        await desk.promises(*[1] * 10)
        rows = await desk.until(*[SENT] * 10)
    assert [row.tg_id for row in rows] == list(range(1, 11))


@pytest.mark.parametrize(
    "fault",
    [
        lambda method: TelegramRetryAfter(method, "Too Many Requests", retry_after=3),
        lambda method: TelegramServerError(method, "Bad Gateway"),
        unreachable,
    ],
)
async def test_what_was_certainly_not_taken_is_sent_again(store: Store, fault: Fault) -> None:
    async with running(store, fault, fault) as desk:
        await desk.promises(1)
        [row] = await desk.until(SENT)
    assert desk.script.calls == [1, 1, 1]
    assert row.lost == 0


async def test_too_many_requests_is_never_counted_as_a_try(store: Store) -> None:
    slow: Fault = lambda method: TelegramRetryAfter(method, "Too Many", retry_after=2)  # noqa: E731
    async with running(store, *[slow] * 15) as desk:
        await desk.promises(1)
        [row] = await desk.until(SENT)
    assert row.tries == 0


async def test_a_lost_answer_repeats_a_message_once_and_then_leaves_it_unsure(
    store: Store,
) -> None:
    async with running(store, lost, lost) as desk:
        await desk.promises(1)
        [row] = await desk.until(UNSURE)
    assert desk.script.calls == [1, 1]
    assert row.lost == 2


async def test_a_lost_answer_repeats_an_edit_as_often_as_it_takes(store: Store) -> None:
    async with running(store, *[lost] * 5) as desk:
        await desk.promises(1, kind="card")
        await desk.until(SENT)
    assert desk.script.calls == [1] * 6


async def test_an_edit_that_changes_nothing_is_a_success(store: Store) -> None:
    same: Fault = lambda method: TelegramBadRequest(method, "message is not modified")  # noqa: E731
    async with running(store, same) as desk:
        await desk.promises(1, kind="card")
        await desk.until(SENT)
    assert desk.script.calls == [1]


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (lambda method: TelegramForbiddenError(method, "bot was blocked"), UNDELIVERABLE),
        (lambda method: TelegramBadRequest(method, "chat not found"), UNDELIVERABLE),
        (lambda method: TelegramBadRequest(method, "can't parse entities"), DEAD),
    ],
)
async def test_what_can_never_be_sent_is_not_tried_again(
    store: Store, fault: Fault, state: str
) -> None:
    async with running(store, fault) as desk:
        await desk.promises(1)
        [row] = await desk.until(state)
    assert desk.script.calls == [1]
    assert row.error


async def test_a_group_that_became_a_supergroup_is_written_to_at_its_new_id(store: Store) -> None:
    moved: Fault = lambda method: TelegramMigrateToChat(method, "moved", migrate_to_chat_id=-1007)  # noqa: E731
    async with running(store, moved) as desk:
        await desk.promises(-7)
        [row] = await desk.until(SENT)
    assert desk.script.calls == [-7, -1007]
    assert desk.delivery.moved == [(-7, -1007)]
    assert row.chat_id == -1007


async def test_after_a_stop_what_was_on_its_way_goes_once_more_and_then_is_unsure(
    store: Store,
) -> None:
    desk = Desk(store, Script())
    await desk.promises(1, 2)
    async with store.change() as tx:
        await tx.execute(update(Outbox).values(status=SENDING))
        await tx.execute(update(Outbox).where(Outbox.chat_id == 2).values(lost=1))
    async with running(store) as desk:
        await desk.until(SENT, UNSURE)
    assert desk.script.calls == [1]


async def test_stopping_waits_for_what_is_on_its_way(store: Store) -> None:
    async with running(store) as desk:
        started = asyncio.Event()

        async def slow() -> None:
            started.set()
            await asyncio.sleep(0.05)

        desk.script.before = slow
        await desk.promises(1)
        await started.wait()
    assert [row.status for row in await desk.rows()] == [SENT]


async def test_rows_not_yet_due_wait(store: Store) -> None:
    async with running(store) as desk:
        async with store.change() as tx:
            await outbox.promise(tx, 1, "text", {}, NOW, not_before=NOW + timedelta(hours=1))
        await desk.promises(2)
        await desk.until(NEW, SENT)
        desk.seconds += 3600
        await desk.until(SENT, SENT)
