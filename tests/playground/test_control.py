"""The control API: what the page asks, does and is told."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from playground.__main__ import serve
from playground.server import Playground


class Page:
    """One person's open page."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self.http = http
        self.me = 0

    async def get(self, path: str, **query: Any) -> Any:
        async with self.http.get(path, params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self.http.post(path, json=body) as answer:
            return answer.status, await answer.json()

    async def act(self, verb: str, **body: Any) -> Any:
        status, answer = await self.post("/api/act", **{"as": self.me}, verb=verb, **body)
        assert status == 200, answer
        return answer


@pytest.fixture
async def page(pg: Playground) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession(pg.url) as session:
        page = Page(session)
        _, made = await page.post("/api/people", name="Анна", language="ru")
        page.me = made["person"]["id"]
        yield page


async def heard(answer: aiohttp.ClientResponse, kind: str) -> dict[str, Any]:
    async with asyncio.timeout(60):
        async for line in answer.content:
            if line.startswith(b"data:") and f'"type": "{kind}"'.encode() in line:
                event: dict[str, Any] = json.loads(line[5:])
                return event
    raise AssertionError(f"no {kind}")


async def test_a_conversation(pg: Playground, page: Page, bot: Bot) -> None:
    world = await page.get("/api/world", **{"as": page.me})
    assert world["me"]["first_name"] == "Анна"
    assert [(c["id"], c["started"]) for c in world["chats"]] == [(100, False)]
    await page.act("starts")
    said = (await page.act("says", text="привет 😀"))["message"]
    assert said["mine"] and said["chat_id"] == 100 and said["thread"] is None
    await bot.send_message(page.me, "hello", reply_to_message_id=said["message_id"])
    chat = (await page.get("/api/world", **{"as": page.me}))["chats"][0]
    assert chat["unread"] == 1 and chat["last"]["text"] == "hello"
    await page.act("reads")
    history = await page.get("/api/history", **{"as": page.me}, chat=100, limit=2)
    assert [m["text"] for m in history["messages"]] == ["привет 😀", "hello"] and history["more"]
    assert (await page.get("/api/world", **{"as": page.me}))["chats"][0]["unread"] == 0


async def test_events(pg: Playground, page: Page, bot: Bot) -> None:
    await page.act("starts")
    async with page.http.get("/api/events", params={"as": page.me}) as stream:
        await heard(stream, "hello")
        markup = {"inline_keyboard": [[{"text": "Take", "callback_data": "t"}]]}
        sent = await bot.send_message(page.me, "card", reply_markup=markup)  # type: ignore[arg-type]
        assert (await heard(stream, "message"))["message"]["text"] == "card"
        assert (await heard(stream, "unread"))["total"] == 1
        query = (await page.act("presses", message=sent.message_id, button="Take"))["query"]
        await bot.answer_callback_query(query, text="Taken")
        assert (await heard(stream, "toast"))["text"] == "Taken"
        await bot.edit_message_text("taken", chat_id=page.me, message_id=sent.message_id)
        assert (await heard(stream, "edited"))["message"]["text"] == "taken"
        await page.act("reacts", message=sent.message_id, emoji="👍")
        assert (await heard(stream, "reaction"))["reactions"][0]["mine"]
        await bot.pin_chat_message(page.me, sent.message_id)
        assert (await heard(stream, "pinned"))["pinned"] == [sent.message_id]
        await bot.delete_message(page.me, sent.message_id)
        assert (await heard(stream, "deleted"))["message_id"] == sent.message_id
        await page.act("blocks")
        assert (await heard(stream, "chat"))["chat_info"]["blocked"]
        await page.act("unblocks")
        await page.post("/api/reset")
        await heard(stream, "reset")


async def test_every_kind_can_be_sent_from_the_page(page: Page) -> None:
    await page.act("starts")
    own = base64.b64encode(b"my bytes").decode()
    sent = (await page.act("sends", kind="document", data=own, file_name="a.txt"))["message"]
    async with page.http.get(f"/api/media/{sent['document']['file_id']}") as answer:
        assert await answer.read() == b"my bytes"
    album = (await page.act("sends", kind="photo", count=3, caption="x"))["messages"]
    assert len({message["media_group_id"] for message in album}) == 1
    poll = (await page.act("sends", kind="poll", question="?", options=["a", "b"]))["message"]
    voted = await page.act("votes", message=poll["message_id"], options=[1])
    assert voted["message"]["poll"]["options"][1]["voter_count"] == 1
    await page.act("shares_contact")
    said = (await page.act("says", text="teh"))["message"]
    await page.act("edits", message=said["message_id"], text="the")
    await page.act("deletes", message=said["message_id"])
    history = await page.get("/api/history", **{"as": page.me}, chat=100)
    assert [m["kind"] for m in history["messages"]][-2:] == ["poll", "contact"]


async def test_a_forum_from_the_page(pg: Playground, page: Page, bot: Bot) -> None:
    boris = pg.user("Boris")
    body = {"title": "Staff", "forum": True, "members": [page.me], "bot": True}
    _, made = await page.post("/api/groups", **body)
    chat = made["chat"]
    thread = (await page.act("creates_topic", chat=chat, name="Anna"))["thread"]
    await page.act("says", chat=chat, thread=thread, text="in the topic")
    await page.act("adds", chat=chat, person=boris.id)
    shown = (await page.get("/api/world", **{"as": boris.id}))["chats"][0]
    assert [topic["name"] for topic in shown["topics"]] == ["General", "Anna"]
    assert [topic["unread"] for topic in shown["topics"]] == [2, 2]
    history = await page.get("/api/history", **{"as": boris.id}, chat=chat, thread=thread)
    assert [m["kind"] for m in history["messages"]] == ["service", "text"]
    await page.act("closes_topic", chat=chat, thread=thread)
    await page.act("reopens_topic", chat=chat, thread=thread)
    await page.act("deletes_topic", chat=chat, thread=thread)
    await page.act("removes_bot", chat=chat)
    await page.act("adds_bot", chat=chat, rights=["can_pin_messages"])
    assert (await bot.get_chat_member(chat, bot.id)).can_pin_messages  # type: ignore[union-attr]
    await page.act("types", chat=chat)
    await page.act("removes", chat=chat, person=boris.id)
    assert len((await page.get("/api/world", **{"as": boris.id}))["chats"]) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"as": 1, "verb": "says", "text": "x"}, 404),
        ({"verb": "says"}, 400),
        ({"verb": "flies"}, 400),
        ({"verb": "says", "text": "x", "chat": -77}, 404),
        ({"verb": "deletes", "message": 99}, 404),
        ({"verb": "creates_topic", "name": "x"}, 409),
        ({"verb": "sends", "kind": "document", "data": "%"}, 400),
    ],
)
async def test_wrong_acts(page: Page, body: dict[str, Any], status: int) -> None:
    got, answer = await page.post("/api/act", **{"as": page.me, **body})
    assert (got, "error" in answer) == (status, True)


async def test_faults_and_calls(pg: Playground, page: Page, bot: Bot) -> None:
    await page.act("starts")
    status, shown = await page.post("/api/faults", share_429=1, retry_after=9, limits=True)
    assert status == 200 and shown["retry_after"] == 9 and shown["limits"] and pg.limits.on
    status, _ = await page.post("/api/faults", share_500=2)
    assert status == 400
    status, _ = await page.post("/api/faults", shrae=1)
    assert status == 400
    await page.post(
        "/api/faults", share_429=0, limits=False, next=[{"kind": "blocked", "chat": page.me}]
    )
    await bot.get_me()
    calls = await page.get("/api/calls", after=0)
    assert calls["last"] == 1 and calls["calls"][0]["method"] == "getMe"
    assert calls["calls"][0]["ok"]


async def test_nothing_outside_the_page_folder_is_served(pg: Playground, page: Page) -> None:
    for path in ("/%2e%2e/server.py", "/..%2fserver.py", "/nothing.js", "/api/nothing"):
        async with page.http.get(path) as answer:
            assert answer.status == 404
    for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        async with page.http.get("/api/world", headers=headers) as answer:
            assert answer.status == 403


async def test_it_runs_by_itself() -> None:
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(serve(0, "100:TEST", "prilavok_bot", ready.set_result))
    url = (await asyncio.wait_for(ready, 60)).split()[0]
    async with aiohttp.ClientSession(url) as http:
        assert "people" in await Page(http).get("/api/world")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
