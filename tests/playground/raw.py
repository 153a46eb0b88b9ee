"""Calls without a client library, for what a library would not send."""

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


async def refusal(pg: Playground, method: str, **params: Any) -> str:
    body = await call(pg, method, **params)
    assert not body["ok"], body
    return str(body["description"])
