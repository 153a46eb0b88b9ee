"""The Bot API over HTTP: finds bot and method, checks, carries out, records, answers."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from playground.accounts import Bot
from playground.checks import CLASSES, method_check
from playground.errors import ApiError, bad
from playground.faults import raised
from playground.parameters import attached, read_parameters
from playground.registry import METHODS, Call, Json

if TYPE_CHECKING:
    from playground.server import Playground

QUIET = "getUpdates"


class Gateway:
    def __init__(self, playground: Playground) -> None:
        self.playground = playground

    async def api(self, request: web.BaseRequest) -> web.StreamResponse:
        """`/bot<token>/<method>`."""
        token, _, name = request.path[4:].partition("/")
        bot = self.playground.world.bots.get(token)
        if bot is None:
            return _answer(ApiError(401, "Unauthorized").answer(), 401)
        cls = CLASSES.get(name.lower())
        if cls is None:
            return _answer(ApiError(404, "Not Found").answer(), 404)
        return await self._call(request, bot, str(cls.__api_method__))

    async def _call(self, request: web.BaseRequest, bot: Bot, name: str) -> web.StreamResponse:
        playground = self.playground
        call = Call(playground, bot, name, {})
        fault: str | None = None
        status = 200
        try:
            await self._read(request, call)
            if not playground.faults.quiet:
                fault = playground.faults.choose(name, call.get("chat_id"))
                await self._suffer(request, call, fault)
            result = await self._carry_out(call)
        except ApiError as error:
            status, result = error.code, error.answer()
        except _Closed:
            return web.Response(status=502)
        if name != QUIET or status != 200:
            now = playground.world.clock.now()
            playground.calls.add(now, bot.id, name, call.params, status, result, fault)
        if fault == "lost" or playground.faults.down:
            _close(request)
        return _answer(result, status)

    @staticmethod
    async def _read(request: web.BaseRequest, call: Call) -> None:
        """Fills in parameters and files; the parameters stay as they came if they are wrong."""
        raw, call.files = await read_parameters(request)
        check = method_check(call.method.lower())
        assert check is not None
        call.params = attached(raw, call.files, check.checks) if call.files else raw
        call.params = check(call.params)

    async def _suffer(self, request: web.BaseRequest, call: Call, fault: str | None) -> None:
        faults = self.playground.faults
        if fault == "down":
            _close(request)
            raise _Closed
        if faults.latency and faults.concerns(call.method, call.get("chat_id")):
            await asyncio.sleep(faults.latency)
        raised(fault)

    async def _carry_out(self, call: Call) -> Any:
        function = METHODS.get(call.method.lower())
        if function is None:
            raise bad(f"the playground does not carry out {call.method}")
        if self.playground.limits.on:
            self.playground.limits.check(call.bot.id, call.method, call.params)
        result = function(call)
        return await result if inspect.isawaitable(result) else result

    def execute(self, bot: Bot, wanted: dict[str, Any]) -> None:
        """A method in a webhook's answer: carried out if it can be, recorded as any other."""
        raw = {key: value for key, value in wanted.items() if key != "method"}
        name = str(wanted["method"])
        function, check = METHODS.get(name.lower()), method_check(name.lower())
        if function is None or check is None:
            return
        try:
            call = Call(self.playground, bot, check.name, check(raw))
            result = function(call)
            status = 200
        except ApiError as error:
            status, result = error.code, error.answer()
        if inspect.iscoroutine(result):
            result.close()
            return
        now = self.playground.world.clock.now()
        self.playground.calls.add(now, bot.id, check.name, raw, status, result, "in webhook")

    async def file(self, request: web.BaseRequest) -> web.StreamResponse:
        """`/file/bot<token>/<path>`."""
        token, _, path = request.path[9:].partition("/")
        if self.playground.faults.down:
            _close(request)
        if token not in self.playground.world.bots:
            return _answer(ApiError(401, "Unauthorized").answer(), 401)
        file = self.playground.world.files.by_path(path)
        if file is None:
            return _answer(ApiError(404, "Not Found").answer(), 404)
        return web.Response(body=file.data, content_type="application/octet-stream")


class _Closed(Exception):
    """The connection was cut on purpose."""


def _close(request: web.BaseRequest) -> None:
    if request.transport is not None:
        request.transport.abort()


def _answer(result: Any, status: int) -> web.Response:
    if status != 200:
        text = json.dumps(result)
    elif isinstance(result, Json):
        text = f'{{"ok":true,"result":{result.text}}}'
    else:
        text = f'{{"ok":true,"result":{json.dumps(result)}}}'
    return web.Response(
        body=text.encode(), status=status, headers={"Content-Type": "application/json"}
    )
