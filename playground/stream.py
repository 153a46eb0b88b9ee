"""Server-Sent Events: what one person sees, as it happens."""

import asyncio
import json

from aiohttp import web

from playground.events import Hub

HEARTBEAT = 15.0


async def stream(request: web.BaseRequest, hub: Hub, person_id: int) -> web.StreamResponse:
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    queue = hub.open(person_id)
    try:
        await _send(response, {"type": "hello", "as": person_id})
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event["type"] == "bye":
                return response
            await _send(response, event)
    except ConnectionError:
        return response
    finally:
        hub.close(person_id, queue)


async def _send(response: web.StreamResponse, event: dict[str, object]) -> None:
    await response.write(f"data: {json.dumps(event)}\n\n".encode())
