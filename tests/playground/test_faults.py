"""Faults and limits can be switched on, and do what they say."""

import socket
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from playground.people import Person
from playground.server import Playground
from tests.playground.raw import call


@pytest.fixture
async def anna(pg: Playground) -> Person:
    person = pg.user("Anna")
    await person.starts()
    return person


@pytest.fixture
def still(pg: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands unless the test moves it."""
    began = time.time()
    monkeypatch.setattr(pg.clock, "now", lambda: began + pg.clock.offset)


async def test_the_next_calls_fail_in_order(pg: Playground, bot: Bot, anna: Person) -> None:
    pg.faults.next_calls("429", retry_after=7)
    pg.faults.next_calls("500", method="sendMessage")
    with pytest.raises(TelegramRetryAfter) as error:
        await bot.send_message(anna.id, "1")
    assert error.value.retry_after == 7
    await bot.get_chat(anna.id)
    with pytest.raises(TelegramServerError):
        await bot.send_message(anna.id, "2")
    await bot.send_message(anna.id, "3")
    assert [m.text for m in anna.sees()] == ["/start", "3"]
    assert [record.fault for record in pg.calls] == ["429:7", None, "500", None]
    assert [record.status for record in pg.calls.of("sendMessage", chat=anna.id)] == [
        429,
        500,
        200,
    ]


async def test_a_lost_answer_had_its_effect(pg: Playground, bot: Bot, anna: Person) -> None:
    pg.faults.next_calls("lost")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "arrived")
    assert anna.sees()[-1].text == "arrived"
    assert [record.fault for record in pg.calls] == ["lost"]


async def test_a_block_for_one_call(pg: Playground, anna: Person) -> None:
    pg.faults.next_calls("blocked", chat=anna.id)
    assert (await call(pg, "sendMessage", chat_id=anna.id, text="x"))["error_code"] == 403


async def test_shares_are_seeded_and_restricted(pg: Playground, anna: Person) -> None:
    async def round_of(number: int) -> list[int]:
        pg.faults.reseed(5)
        pg.faults.share_429 = 0.3
        pg.faults.share_500 = 0.2
        done = [await call(pg, "sendMessage", chat_id=anna.id, text="x") for _ in range(number)]
        return [body.get("error_code", 200) for body in done]

    first = await round_of(40)
    assert first == await round_of(40)
    assert {200, 429, 500} == set(first)
    pg.faults.methods = {"sendPhoto"}
    assert set(await round_of(10)) == {200}
    pg.faults.methods = None
    pg.faults.chats = {1}
    assert set(await round_of(10)) == {200}
    pg.faults.clear()
    assert pg.faults.quiet


async def test_down_closes_connections(pg: Playground, bot: Bot, anna: Person) -> None:
    pg.faults.down = True
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "x")
    async with aiohttp.ClientSession() as session:
        answer = await session.post(f"{pg.url}/api/faults", json={"down": False})
        assert answer.status == 200
    await bot.send_message(anna.id, "y")
    assert [m.text for m in anna.sees()] == ["/start", "y"]


async def test_nobody_listens(pg: Playground, bot: Bot, anna: Person) -> None:
    url = pg.url
    await pg.refuse_connections()
    with pytest.raises(TelegramNetworkError) as error:
        await bot.send_message(anna.id, "x")
    assert isinstance(error.value.__cause__, aiohttp.ClientConnectorError)
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", int(url.rpartition(":")[2])))
    await pg.accept_connections()
    assert pg.url == url
    await bot.send_message(anna.id, "y")


async def test_latency(pg: Playground, bot: Bot) -> None:
    pg.faults.latency = 0.1
    started = time.monotonic()
    await bot.get_me()
    assert time.monotonic() - started >= 0.1


@pytest.mark.usefixtures("still")
async def test_twenty_a_minute_in_a_group(pg: Playground, bot: Bot, anna: Person) -> None:
    group = pg.group("Staff", forum=True, members=[anna])
    await group.add_bot()
    pg.limits.on = True
    sent = await bot.send_message(group.id, "board")
    await bot.create_forum_topic(group.id, "T")
    for number in range(18):
        await bot.edit_message_text(f"board {number}", chat_id=group.id, message_id=sent.message_id)
    with pytest.raises(TelegramRetryAfter) as error:
        await bot.send_message(group.id, "one too many")
    assert error.value.retry_after == 60
    await bot.delete_message(group.id, sent.message_id)
    pg.clock.advance(61)
    await bot.send_message(group.id, "a minute later")


@pytest.mark.usefixtures("still")
async def test_bursts_in_a_chat_and_thirty_in_all(pg: Playground, anna: Person) -> None:
    pg.limits.on = True
    say = {"chat_id": anna.id, "text": "x"}
    statuses = [(await call(pg, "sendMessage", **say))["ok"] for _ in range(6)]
    assert statuses == [True] * 5 + [False]
    pg.clock.advance(60)
    others = [pg.user(f"P{number}") for number in range(31)]
    for other in others:
        await other.starts()
    pg.clock.advance(1)
    done = [await call(pg, "sendMessage", chat_id=p.id, text="x") for p in others]
    assert [body["ok"] for body in done].count(False) == 1
