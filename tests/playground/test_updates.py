"""Offsets, long polling, conflicts and expiry, as the Bot API server has them."""

import asyncio
from typing import Any

import pytest

from playground.people import Person
from playground.server import Playground
from tests.playground.raw import call, polling, refusal


async def texts(pg: Playground, **params: Any) -> list[str]:
    body = await call(pg, "getUpdates", **params)
    return [update["message"]["text"] for update in body["result"]]


async def talker(pg: Playground, *said: str) -> Person:
    anna = pg.user("Anna")
    for text in said:
        await anna.says(text)
    return anna


async def test_an_offset_forgets_what_is_below_at_once(pg: Playground) -> None:
    await talker(pg, "1", "2", "3")
    assert await texts(pg) == ["1", "2", "3"]
    assert await texts(pg, offset=100_000_001) == ["2", "3"]
    assert await texts(pg, offset=0, limit=1) == ["2"]
    assert pg.bot.updates.pending(pg.clock.now()) == 2


async def test_a_negative_offset_keeps_the_newest(pg: Playground) -> None:
    await talker(pg, "1", "2", "3")
    assert await texts(pg, offset=-2) == ["2", "3"]
    assert await texts(pg) == ["2", "3"]


async def test_an_offset_far_in_the_future_is_not_believed(pg: Playground) -> None:
    await talker(pg, "1")
    assert await texts(pg, offset=900_000_000) == ["1"]


async def test_at_most_a_hundred(pg: Playground) -> None:
    await talker(pg, *map(str, range(120)))
    assert len(await texts(pg)) == 100
    assert len(await texts(pg, offset=100_000_100)) == 20


async def test_asking_again_at_once_gives_one(
    pg: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.polling.TOO_SOON", 60.0)
    await talker(pg, "1", "2")
    assert len(await texts(pg, offset=1)) == 2
    assert len(await texts(pg, offset=1)) == 1


async def test_long_polling_ends_when_something_comes(pg: Playground) -> None:
    waiting = asyncio.create_task(texts(pg, timeout=30))
    await polling(pg)
    anna = await talker(pg, "now")
    assert await asyncio.wait_for(waiting, 60) == ["now"]
    await anna.says("more")
    assert await texts(pg, offset=100_000_001, timeout=30) == ["more"]


async def test_the_newer_of_two_pollers_wins(pg: Playground) -> None:
    older = asyncio.create_task(call(pg, "getUpdates", timeout=30))
    await polling(pg)
    newer = asyncio.create_task(texts(pg, offset=5, timeout=30))
    assert (await older)["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await talker(pg, "for the newer")
    assert await newer == ["for the newer"]


async def test_messages_live_a_day_and_presses_150_seconds(pg: Playground) -> None:
    anna = await talker(pg, "old")
    markup = {"inline_keyboard": [[{"text": "Take", "callback_data": "t"}]]}
    await call(pg, "sendMessage", chat_id=anna.id, text="card", reply_markup=markup)
    await anna.presses("Take")
    pg.clock.advance(151)
    await anna.says("newer")
    assert await texts(pg) == ["old", "newer"]
    pg.clock.advance(86_400 - 150)
    assert await texts(pg, offset=1) == ["newer"]


async def test_reactions_come_only_when_asked_for(pg: Playground) -> None:
    anna = await talker(pg, "hello")
    await anna.reacts(anna.sees()[0], "👍")
    assert len((await call(pg, "getUpdates"))["result"]) == 1
    await call(pg, "getUpdates", offset=1, allowed_updates=["message", "message_reaction"])
    await anna.reacts(anna.sees()[0], "❤️")
    newest = (await call(pg, "getUpdates", offset=2))["result"][-1]["message_reaction"]
    assert newest["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert newest["new_reaction"] == [{"type": "emoji", "emoji": "❤"}]
    await call(pg, "getUpdates", offset=3, allowed_updates=[])
    await anna.reacts(anna.sees()[0], "")
    assert pg.bot.updates.pending(pg.clock.now()) == 2
    said = await refusal(pg, "getUpdates", allowed_updates=["mesage"])
    assert "no update type 'mesage'" in said


async def test_forged_updates_repeats_and_jumps(pg: Playground) -> None:
    forged = pg.push({"message": {"text": "\ud800", "message_id": "not a number"}})
    assert (await call(pg, "getUpdates"))["result"][0]["update_id"] == forged
    pg.bot.updates.repeat_batches(2, shuffle_seed=1)
    for _ in range(2):
        again = (await call(pg, "getUpdates", offset=forged + 1))["result"]
        assert [update["update_id"] for update in again] == [forged]
    pg.bot.updates.jump_to(7)
    assert pg.push({"message": {}}) == 7
    assert (await call(pg, "getUpdates", offset=forged + 1))["result"][0]["update_id"] == 7
