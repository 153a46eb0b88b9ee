"""When a group's allowance is nearly used up, waiting words of one ticket share a message."""

import asyncio
from typing import Any

from sqlalchemy import func, select

from bot import clock
from bot.merging import with_company
from models.outbox import NEW, Outbox
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, in_forum

GROUP = -100


def row(number: int, length: int | None = 10, ticket: int = 1, **more: Any) -> Outbox:
    """A waiting row of the group."""
    values = {"chat_id": GROUP, "kind": "relay", "tries": 0, "lost": 0} | more
    return Outbox(
        id=number, ticket_id=ticket, message_id=number, payload={"length": length}, **values
    )


def test_plain_words_of_one_ticket_go_together() -> None:
    rows = [row(1), row(2), row(3, ticket=2), row(4)]
    assert with_company(rows[0], rows, left=1).all_ids == [1, 2, 4]


def test_with_allowance_left_everything_goes_alone() -> None:
    rows = [row(1), row(2)]
    assert with_company(rows[0], rows, left=10).all_ids == [1]


def test_nothing_overtakes_a_photo_between_words() -> None:
    rows = [row(1), row(2, length=None), row(3)]
    assert with_company(rows[0], rows, left=1).all_ids == [1]


def test_a_message_never_grows_too_long() -> None:
    rows = [row(number, length=1500) for number in range(1, 6)]
    assert with_company(rows[0], rows, left=1).all_ids == [1, 2]


def test_private_chats_are_left_alone() -> None:
    rows = [row(1, chat_id=7), row(2, chat_id=7)]
    assert with_company(rows[0], rows, left=1).all_ids == [1]


async def test_a_chatty_customer_fits_into_the_groups_minute(shop: Shop) -> None:
    shop.playground.limits.on = True
    scene = await in_forum(shop)
    thread = await scene.thread()
    words = [f"слово номер {number}" for number in range(40)]
    for word in words:
        await scene.anna.says(word)

    def told() -> list[str]:
        return [one.text for one in scene.boris.sees(chat=scene.group, thread=thread)]

    await scene.boris.waits_until(lambda: words[-1] in "\n".join(told()), timeout=150)
    lines = [line for text in told() for line in text.split("\n———\n")]
    assert [line for line in lines if line.startswith("слово")] == words
    assert len(told()) < 20


async def waiting(shop: Shop, chat_id: int) -> int:
    """How many of the customer's words wait to be sent to a chat."""
    relays = select(func.count()).where(
        Outbox.chat_id == chat_id, Outbox.kind == "relay", Outbox.status == NEW
    )
    async with shop.looks() as tx:
        return int(await tx.scalar(relays) or 0)


async def test_an_edit_changes_its_part_of_a_shared_message(shop: Shop) -> None:
    scene = await in_forum(shop)
    pace, now = shop.app.pace, clock.ticking()
    while pace.group_left(scene.group.id, now) > 2:
        pace.take(scene.group.id, now)
    pace.hold(scene.group.id, 3600, now)
    first = await scene.anna.says("слово раз")
    await scene.anna.says("слово два")
    while await waiting(shop, scene.group.id) < 2:  # noqa: ASYNC110 - nothing announces it
        await asyncio.sleep(0.01)
    del pace._held[scene.group.id]
    await scene.boris.waits_for("раз\n———\nслово два", chat=scene.group, timeout=PATIENCE)
    await scene.anna.edits(first, "слово три")
    changed = await scene.boris.waits_for("слово три", chat=scene.group, timeout=PATIENCE)
    assert "слово два" in changed.text and "слово раз" not in changed.text
