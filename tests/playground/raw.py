"""Calls without a client library, for what a library would not send."""

import asyncio
from typing import Any

import aiohttp

from playground.server import Playground


async def call(
    pg: Playground, method: str, *, token: str = "100:TEST", **params: Any
) -> dict[str, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{pg.url}/bot{token}/{method}", json=params) as answer,
    ):
        body: dict[str, Any] = await answer.json()
        assert body["ok"] is (answer.status == 200)
        assert body.get("error_code", 200) == answer.status
        return body


async def polling(pg: Playground) -> None:
    """Until a long getUpdates waits."""
    async with asyncio.timeout(60):
        while pg.poller(pg.bot)._waiting is None:  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.001)


async def refusal(pg: Playground, method: str, **params: Any) -> str:
    body = await call(pg, method, **params)
    assert not body["ok"], body
    return str(body["description"])
