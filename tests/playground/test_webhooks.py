"""Delivery to a bot's own address: secret, order, repeats, answers with a method."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiohttp import web

from playground.server import Playground
from tests.playground.raw import call, polling, refusal


class Receiver:
    """A web address that says what it is told to say."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.url = ""
        self.news = asyncio.Event()

    async def serve(self, request: web.BaseRequest) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.news.set()
        return self.answers.pop(0) if self.answers else web.Response()

    async def count(self, number: int) -> list[str]:
        async with asyncio.timeout(60):
            while len(self.got) < number:
                self.news.clear()
                await self.news.wait()
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    here = Receiver()
    runner = web.ServerRunner(web.Server(here.serve))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield here
    await runner.cleanup()


async def test_delivery_in_order_with_the_secret(
    pg: Playground, bot: Bot, receiver: Receiver
) -> None:
    anna = pg.user("Anna")
    await anna.says("waiting already")
    await bot.set_webhook(receiver.url, secret_token="s3cret")
    await anna.says("second")
    assert await receiver.count(2) == ["waiting already", "second"]
    assert set(receiver.secrets) == {"s3cret"}
    said = await refusal(pg, "getUpdates")
    assert said.startswith("Conflict: can't use getUpdates method while webhook is active")
    info = await bot.get_webhook_info()
    assert info.url == receiver.url and info.max_connections == 40
    await bot.delete_webhook()
    assert (await call(pg, "getUpdates"))["result"] == []


async def test_a_refused_update_is_repeated_and_holds_its_chat(
    pg: Playground, bot: Bot, receiver: Receiver
) -> None:
    receiver.answers = [web.Response(status=500, headers={"Retry-After": "20"})]
    await bot.set_webhook(receiver.url)
    anna, boris = pg.user("Anna"), pg.user("Boris")
    await anna.says("a1")
    assert await receiver.count(1) == ["a1"]
    await anna.says("a2")
    await boris.says("b1")
    assert await receiver.count(2) == ["a1", "b1"]
    async with asyncio.timeout(60):
        while not (said := (await bot.get_webhook_info()).last_error_message):
            pass
    assert "500" in said
    pg.clock.advance(20)
    assert await receiver.count(4) == ["a1", "b1", "a1", "a2"]


async def test_a_method_in_the_answer_is_carried_out(
    pg: Playground, bot: Bot, receiver: Receiver
) -> None:
    anna = pg.user("Anna")
    answer = {"method": "sendMessage", "chat_id": anna.id, "text": "from the answer"}
    receiver.answers = [web.json_response(answer)]
    await bot.set_webhook(receiver.url)
    await anna.says("hello")
    await anna.waits_for("from the answer")


async def test_setting_a_webhook(pg: Playground, receiver: Receiver) -> None:
    waiting = asyncio.create_task(call(pg, "getUpdates", timeout=30))
    await polling(pg)
    assert "HTTPS URL" in await refusal(pg, "setWebhook", url="http://example.org/")
    said = await refusal(pg, "setWebhook", url=receiver.url, secret_token="a b")
    assert "unallowed characters" in said
    assert (await call(pg, "setWebhook", url=receiver.url, drop_pending_updates=True))["ok"]
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    assert (await call(pg, "setWebhook", url=""))["ok"]
    assert (await call(pg, "getWebhookInfo"))["result"]["url"] == ""
