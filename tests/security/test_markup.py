"""Names, titles and words with markup in them are shown as they are, and mean nothing."""

from typing import Any

import pytest

from models.outbox import DEAD
from playground.messages import Message
from tests.desk import Shop

EVIL = [
    '<b>жирный</b><a href="tg://user?id=900001">Ольга</a>',
    "</b></i>&lt;&amp;&#x27;",
    "\u202eтсилаицепс\u202c <code>",
    "{ $name } %s %(x)s {0} №999",
    "سلام <i>عليكم</i>",
]
LINKS = {"text_link", "text_mention"}


def entities(message: Message) -> list[dict[str, Any]]:
    return list(message.content.get("entities", ()))


@pytest.mark.parametrize("name", EVIL)
async def test_a_whole_story_with_an_evil_name(shop: Shop, name: str) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, olga)
    anna = shop.playground.user(name, language="ru", last_name="<script>")
    await anna.says(f"сколько стоит доставка в Тверь? {name}")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await boris.waits_for("доставка в Тверь", chat=group)
    await group.adds(anna)
    await olga.waits_for("человек не из состава")
    await shop.settles()

    bot = shop.playground.bot
    ours = [m for m in (*group.sees(), *olga.sees()) if m.sender is bot]
    assert any("<script>" in message.text for message in ours)
    written = [m for m in ours if "сколько стоит доставка" not in m.text]
    assert not [m for m in written for one in entities(m) if one["type"] in LINKS]
    await nothing_died(shop)


@pytest.mark.parametrize("title", EVIL)
async def test_an_evil_group_title_and_staff_name(shop: Shop, title: str) -> None:
    olga = await shop.admin()
    ida = await shop.agent(title, "orders", role="admin")
    group = shop.playground.group(title, members=[olga])
    await group.add_bot(by=olga)
    await olga.says("/bind orders", chat=group)
    await ida.waits_for("теперь ведут в группе")
    await olga.says("/staff")
    page = await olga.waits_for("В составе: 2")
    assert not [one for one in entities(page) if one["type"] in LINKS]
    await shop.settles()
    await nothing_died(shop)


async def nothing_died(shop: Shop) -> None:
    from sqlalchemy import select

    from models.outbox import Outbox

    async with shop.looks() as tx:
        dead = (await tx.execute(select(Outbox.error).where(Outbox.status == DEAD))).all()
    assert [error for (error,) in dead if "told anew" not in str(error)] == []
