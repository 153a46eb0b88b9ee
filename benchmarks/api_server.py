"""A lean Bot API server: hands out prepared messages, answers sends, notes when it did both.

The playground checks every call as Telegram would and keeps a world; on two cores that would
be measured instead of the bot. This one only parses the form and answers.
"""

import argparse
import asyncio
import json
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import web

BOT = {"id": 100, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
ONE_MESSAGE = ("sendMessage", "editMessageText", "sendPhoto", "copyMessage")


@dataclass(slots=True)
class Asked:
    """One customer's message: when it arrived at the server, and when it was acknowledged."""

    arrived: float
    acknowledged: float | None = None


class Server:
    """The updates that wait, and the messages of each customer."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, str]] = []
        self.asked: dict[int, Asked] = {}
        self.next_update = 1
        self.next_message = 1
        self.calls: dict[str, int] = {}
        self.arrival = asyncio.Event()
        self.everybody = asyncio.Event()
        self.left = 0

    async def load(self, request: web.Request) -> web.Response:
        """Customers write: all at once, or `rate` of them a second; answers when all are served."""
        given = await request.json()
        self.asked, self.left, self.calls = {}, len(given["texts"]), {}
        self.everybody.clear()
        began, processor = time.monotonic(), time.process_time()
        for place, text in enumerate(given["texts"]):
            if given["rate"]:
                await asyncio.sleep(max(0.0, began + place / given["rate"] - time.monotonic()))
            self._write(given["first"] + place, text)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.everybody.wait(), given["patience"])
        return web.json_response(self._report(began, time.process_time() - processor))

    def _write(self, customer: int, text: str) -> None:
        person = {"id": customer, "first_name": f"Customer {customer}", "language_code": "en"}
        message = {
            "message_id": 1,
            "date": int(time.time()),
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
            "text": text,
        }
        self.waiting.append(
            (
                self.next_update,
                json.dumps({"update_id": self.next_update, "message": message}),
            )
        )
        self.next_update += 1
        self.asked[customer] = Asked(time.monotonic())
        self.arrival.set()

    def _report(self, began: float, processor: float) -> dict[str, Any]:
        waits = [one.acknowledged - one.arrived for one in self.asked.values() if one.acknowledged]
        last = max((one.acknowledged or 0.0 for one in self.asked.values()), default=began)
        return {
            "asked": len(self.asked),
            "acknowledged": len(waits),
            "seconds": last - began,
            "waits": waits,
            "server_share": processor / max(last - began, 1e-9),
            "calls": self.calls,
        }

    async def call(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        method = request.match_info["method"]
        params = await request.post()
        self.calls[method] = self.calls.get(method, 0) + 1
        if method == "getUpdates":
            return await self._updates(params)
        if method == "getMe":
            return _ok(BOT)
        if method not in ONE_MESSAGE:
            return _ok(True)
        chat_id = int(str(params["chat_id"]))
        asked = self.asked.get(chat_id)
        if asked is not None and asked.acknowledged is None:
            asked.acknowledged = time.monotonic()
            self.left -= 1
            if self.left == 0:
                self.everybody.set()
        return _ok(self._message(chat_id, params))

    def _message(self, chat_id: int, params: Any) -> dict[str, Any]:
        self.next_message += 1
        kind = "private" if chat_id > 0 else "supergroup"
        return {
            "message_id": int(str(params.get("message_id", self.next_message))),
            "date": int(time.time()),
            "from": BOT,
            "chat": {"id": chat_id, "type": kind, "first_name": "A"},
            "text": str(params.get("text", "")),
        }

    async def _updates(self, params: Any) -> web.Response:
        offset, limit = int(str(params.get("offset", 0))), int(str(params.get("limit", 100)))
        self.waiting = [one for one in self.waiting if one[0] >= offset]
        if not self.waiting:
            self.arrival.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.arrival.wait(), float(str(params.get("timeout", 0))))
        texts = ",".join(text for _, text in self.waiting[:limit])
        return web.Response(
            text=f'{{"ok":true,"result":[{texts}]}}', content_type="application/json"
        )


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def serve(port: int) -> None:
    """Serve until the process is ended."""
    server = Server()
    app = web.Application(client_max_size=2**26)
    app.router.add_post("/load", server.load)
    app.router.add_route("*", "/bot{token}/{method}", server.call)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


def main() -> None:
    """`python -m benchmarks.api_server`: prints its port."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
