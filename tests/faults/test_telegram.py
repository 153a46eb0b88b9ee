"""F5, F6: Telegram asks to wait, fails, or its answer is lost."""

import asyncio
from collections import defaultdict

from playground.calls import Record
from tests.faults.counter import Counter
from tests.faults.crowd import Crowd

PROMPT = 0.1


async def test_nine_of_ten_calls_are_told_to_wait(counter: Counter, full: bool) -> None:
    """F5: everything arrives in order; while told to wait a chat is left alone."""
    messages, seconds, customers = (1000, 60.0, 40) if full else (30, 4.0, 4)
    crowd = Crowd(counter, await counter.admin(), customers)
    await counter.opens()
    faults = counter.playground.faults
    faults.share_429, faults.retry_after = 0.9, 2
    faults.methods = {"sendMessage", "copyMessage", "editMessageText", "setMessageReaction"}
    working = asyncio.create_task(crowd.works())
    writing = asyncio.create_task(crowd.writes(messages, messages / seconds))
    await asyncio.sleep(seconds)
    faults.share_429 = 0.0
    await writing
    await crowd.is_done(within=900)
    crowd.goes_home()
    await working
    await counter.ends_well("Покупатель", "Тверь", within=300)
    assert crowd.check() == 0
    refused = _impatient(list(counter.playground.calls))
    told = sum(one.status == 429 for one in counter.playground.calls)
    print(f"F5: {messages} messages, {told} calls told to wait, {refused} came too early")
    assert refused == 0


def _impatient(calls: list[Record]) -> int:
    """How many calls to a chat came before the time it was told to wait was over."""
    held: dict[int, float] = defaultdict(float)
    early = 0
    for call in calls:
        chat = call.params.get("chat_id")
        if not isinstance(chat, int):
            continue
        early += call.time < held[chat] - PROMPT
        if call.status == 429:
            held[chat] = call.time + call.answer["parameters"]["retry_after"]
    return early


async def test_answers_are_lost_and_calls_fail(counter: Counter, full: bool) -> None:
    """F6: nothing is lost; at most one double for each lost answer, none for an edit."""
    messages, customers = (5000, 40) if full else (60, 4)
    crowd = Crowd(counter, await counter.admin(), customers)
    await counter.opens()
    faults = counter.playground.faults
    faults.share_lost = faults.share_500 = 0.1
    faults.methods = {"sendMessage", "copyMessage", "editMessageText", "setMessageReaction"}
    working = asyncio.create_task(crowd.works())
    await crowd.writes(messages, 30.0)
    await crowd.is_done(within=1800)
    faults.clear()
    crowd.goes_home()
    await working
    await counter.ends_well("Покупатель", "Тверь", within=300)
    calls = counter.playground.calls
    lost = sum(call.fault == "lost" for call in calls.of("sendMessage", "copyMessage"))
    failed = sum(call.status == 500 for call in calls)
    doubled = crowd.check()
    unsure = len(counter.ledger.outbox("unsure"))
    print(
        f"F6: {messages} messages, {lost} lost, {failed} × 500: {doubled} doubled, {unsure} unsure"
    )
    assert doubled <= lost
