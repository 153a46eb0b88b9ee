"""F21 and what other desks fail at: fast first messages, albums, lost topics, edits, every kind."""

import asyncio
from typing import Any

import pytest

from playground.faults import Faults
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop
from tests.faults.counter import Counter

QUESTION = "Сколько стоит доставка в Тверь?"
OTHER_KINDS = ("video_note", "location", "poll", "dice", "sticker", "voice", "contact", "venue")
SLOW = 60.0


async def test_three_fast_first_messages_make_one_ticket(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    for words in ("Здравствуйте", QUESTION, "и сколько дней идёт доставка?"):
        await anna.says(words)
    await anna.waits_for("№1", timeout=SLOW, since=0)
    await shop.settles(SLOW)
    assert len(await shop.tickets()) == 1


@pytest.mark.parametrize("count", [3, 10])
async def test_an_album_stays_one_album_in_order(shop: Shop, count: int) -> None:
    boris, group, anna = await _in_a_topic(shop)
    parts = await anna.sends_album("photo", count, caption="вот она")
    await boris.waits_until(lambda: len(_photos(group.sees())) == count, timeout=SLOW)
    await shop.settles(SLOW)
    copies = _photos(group.sees())
    assert len(copies) == count and len({one.album for one in copies}) == 1
    assert copies[0].text == "вот она"
    files = [one.content["photo"][-1]["file_unique_id"] for one in parts]
    assert [one.content["photo"][-1]["file_unique_id"] for one in copies] == files


async def test_a_topic_deleted_by_hand_is_made_anew(shop: Shop) -> None:
    boris, group, anna = await _in_a_topic(shop)
    await group.deletes_topic(max(group.topics))
    await anna.says("и ещё: а самовывоз есть?")
    again = await boris.waits_for("самовывоз", chat=group, timeout=SLOW)
    told = [one.text for one in group.sees(again.topic)]
    assert [text for text in told if QUESTION in text], "the history is told anew"
    await boris.says("Есть, с девяти", chat=group, thread=again.topic)
    await anna.waits_for("Есть, с девяти", timeout=SLOW)


async def test_a_reply_that_must_wait_is_sent_and_called_sent_only_then(shop: Shop) -> None:
    boris, group, anna = await _in_a_topic(shop)
    shop.playground.faults.next_calls("429", 1, chat=anna.id, method="sendMessage", retry_after=2)
    await boris.says("Триста рублей", chat=group, thread=max(group.topics))
    await anna.waits_for("Триста рублей", timeout=SLOW)
    await shop.settles(SLOW)
    assert sum("Триста рублей" in one.text for one in anna.sees()) == 1


async def test_staff_are_told_that_the_customer_is_gone(shop: Shop) -> None:
    boris, group, anna = await _in_a_topic(shop)
    await anna.blocks()
    await boris.says("Триста рублей", chat=group, thread=max(group.topics))
    await boris.waits_for("аблокировал", chat=group, timeout=SLOW)


async def test_edits_reach_the_other_side(shop: Shop) -> None:
    boris, group, anna = await _in_a_topic(shop)
    said = await anna.says("и когда привезут велосипед")
    copy = await boris.waits_for("когда привезут", chat=group, timeout=SLOW)
    await anna.edits(said, "и когда привезут самокат")
    await boris.waits_for("привезут самокат", chat=group, timeout=SLOW)
    answer = await boris.says("В среду", chat=group, thread=copy.topic)
    await anna.waits_for("В среду", timeout=SLOW)
    await boris.edits(answer, "В четверг")
    await anna.waits_for("В четверг", timeout=SLOW)
    assert not any("В среду" in one.text for one in anna.sees())


async def test_every_kind_arrives_or_is_said_not_to(shop: Shop) -> None:
    boris, group, anna = await _in_a_topic(shop)
    for kind in OTHER_KINDS:
        await anna.sends(kind)
    await boris.waits_until(lambda: _copied(group.sees()) >= set(OTHER_KINDS), timeout=SLOW)


async def test_killed_while_the_topic_is_made(counter: Counter) -> None:
    await _interrupted_at_the_topic(counter, by_kill=True)


async def test_asked_to_end_while_the_topic_is_made(counter: Counter) -> None:
    await _interrupted_at_the_topic(counter, by_kill=False)


async def test_what_is_said_while_the_bot_is_down_is_answered(counter: Counter) -> None:
    anna = counter.playground.user("Анна", language="ru")
    await counter.opens()
    await counter.program.kills()
    await anna.says(QUESTION)
    await anna.says("и сколько дней?")
    await counter.opens()
    await anna.waits_for("№1", timeout=SLOW)
    await counter.ends_well("Анна", "Тверь")
    assert [text for _, _, text in counter.ledger.messages("customer")] == [
        QUESTION,
        "и сколько дней?",
    ]


async def _interrupted_at_the_topic(counter: Counter, by_kill: bool) -> None:
    await counter.opens()
    admin = await counter.admin()
    group = await counter.group("Заказы", "orders")
    anna = counter.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await admin.waits_for("№1", chat=group, timeout=SLOW)
    making = _called(counter.playground.faults, "createForumTopic")
    await admin.presses("Взять №1", chat=group)
    async with asyncio.timeout(SLOW):
        await making.wait()
    await (counter.program.kills() if by_kill else counter.program.terminates())
    counter.playground.faults.clear()
    await counter.opens()
    copy = await admin.waits_for(lambda one: one.text == QUESTION, chat=group, timeout=SLOW)
    await admin.says("Триста рублей", chat=group, thread=copy.topic)
    await anna.waits_for("Триста рублей", timeout=SLOW)
    await counter.ends_well("Анна", "Тверь")
    assert sum(QUESTION in one.text for one in group.sees(copy.topic)) == 1


def _called(faults: Faults, method: str) -> asyncio.Event:
    """Set as soon as a call of this method has come; its answer takes a second."""
    came, concerns = asyncio.Event(), faults.concerns

    def concerned(name: str, chat: Any) -> bool:
        if name == method:
            came.set()
        return concerns(name, chat)

    faults.latency, faults.methods = 1.0, {method}
    faults.concerns = concerned  # type: ignore[method-assign]
    return came


async def _in_a_topic(shop: Shop) -> tuple[Person, Any, Person]:
    """An agent who has taken a customer's ticket in a forum."""
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group, timeout=SLOW)
    await boris.presses("Взять №1")
    await boris.waits_for(QUESTION, chat=group, timeout=SLOW)
    await shop.settles(SLOW)
    return boris, group, anna


def _photos(messages: list[Message]) -> list[Message]:
    return [one for one in messages if one.kind == "photo"]


def _copied(messages: list[Message]) -> set[str]:
    return {one.kind for one in messages}
