"""The HTTP server itself, on 127.0.0.1 only."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

from aiohttp import web

from playground.control import Control
from playground.gateway import Gateway

HOST = "127.0.0.1"
LARGEST_BODY = 60 * 2**20


class Listener:
    def __init__(self, gateway: Gateway, control: Control) -> None:
        self._gateway = gateway
        self._control = control
        self._runner: web.ServerRunner | None = None
        self._site: web.TCPSite | None = None
        self._kept: socket.socket | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    async def start(self, port: int) -> None:
        self.port = port
        server = web.Server(self._serve, request_factory=_request, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.2)
        await self._runner.setup()
        await self.open_door()

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        self._runner = self._site = None
        self._let_port_go()

    async def open_door(self) -> None:
        assert self._runner is not None
        if self._site is not None:
            return
        self._let_port_go()
        self._site = web.TCPSite(self._runner, HOST, self.port, reuse_address=True)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def close_door(self) -> None:
        """Stops listening and cuts what is open; the port stays ours to open again."""
        if self._site is None or self._runner is None or self._runner.server is None:
            return
        await self._site.stop()
        self._site = None
        self._keep_port()
        for connection in self._runner.server.connections:
            if connection.transport is not None:
                connection.transport.abort()

    def _keep_port(self) -> None:
        """Bound but not listening: who knocks is refused, and nobody else is given the port."""
        self._kept = socket.socket()
        self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind((HOST, self.port))

    def _let_port_go(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._kept = None

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            return await self._gateway.api(request)
        if path.startswith("/file/bot"):
            return await self._gateway.file(request)
        return await self._control.serve(request)


def _request(
    message: Any, payload: Any, protocol: Any, writer: Any, task: asyncio.Task[None]
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY
    )
