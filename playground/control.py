"""The control API for the browser page, and the page's own files."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiohttp import web

from playground.acts import act, found_person
from playground.errors import ApiError, Refusal
from playground.faultboard import change_faults, show_faults
from playground.pages import page_file
from playground.people import Person
from playground.stream import stream
from playground.views import message_view, person_view
from playground.worldview import world_view

if TYPE_CHECKING:
    from playground.server import Playground

Answer = Awaitable[web.StreamResponse]
HOME = {"127.0.0.1", "localhost"}
MOST_MESSAGES = 200


class Control:
    def __init__(self, playground: Playground) -> None:
        self.playground = playground
        self._routes: dict[tuple[str, str], Callable[[web.BaseRequest], Answer]] = {
            ("GET", "/api/world"): self._world,
            ("GET", "/api/history"): self._history,
            ("POST", "/api/act"): self._act,
            ("POST", "/api/people"): self._people,
            ("POST", "/api/groups"): self._groups,
            ("GET", "/api/events"): self._events,
            ("GET", "/api/faults"): self._faults,
            ("POST", "/api/faults"): self._faults,
            ("GET", "/api/calls"): self._calls,
            ("POST", "/api/reset"): self._reset,
        }

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if not _at_home(request):
            return _failure("only for pages of this machine", 403)
        try:
            return await self._route(request)
        except Refusal as refusal:
            return _failure(str(refusal), refusal.status)
        except ApiError as error:
            return _failure(error.description, 400)
        except (KeyError, TypeError, ValueError) as error:
            return _failure(f"wrong request: {error!r}", 400)

    async def _route(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/api/media/"):
            return self._media(path.removeprefix("/api/media/"))
        handler = self._routes.get((request.method, path))
        if handler is not None:
            return await handler(request)
        if path.startswith("/api/") or request.method != "GET":
            raise Refusal("no such address", 404)
        return page_file(path)

    def _person(self, request: web.BaseRequest) -> Person:
        return self.playground.person(int(request.query["as"]))

    async def _world(self, request: web.BaseRequest) -> web.StreamResponse:
        person = self._person(request) if "as" in request.query else None
        return web.json_response(world_view(self.playground, person))

    async def _history(self, request: web.BaseRequest) -> web.StreamResponse:
        person = self._person(request)
        query = request.query
        thread = int(query["thread"]) if "thread" in query else None
        messages = person.sees(chat=int(query["chat"]), thread=thread)
        before = int(query.get("before", 0))
        if before:
            messages = [message for message in messages if message.id < before]
        limit = min(int(query.get("limit", 50)), MOST_MESSAGES)
        page = [message_view(message, person.user) for message in messages[-limit:]]
        return web.json_response({"messages": page, "more": len(messages) > limit})

    async def _act(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await _body(request)
        person = self.playground.person(int(body["as"]))
        return web.json_response({"ok": True, **await act(person, body)})

    async def _people(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await _body(request)
        language, name = body.pop("language", None), body.pop("name")
        known = {key: body[key] for key in ("last_name", "username", "phone") if key in body}
        person = self.playground.user(name, language=language, **known)
        return web.json_response({"ok": True, "person": person_view(person.user)})

    async def _groups(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await _body(request)
        members = [found_person(self.playground, user) for user in body.get("members", [])]
        group = self.playground.group(body["title"], forum=bool(body.get("forum")), members=members)
        if body.get("bot"):
            await group.add_bot()
        return web.json_response({"ok": True, "chat": group.id})

    async def _events(self, request: web.BaseRequest) -> web.StreamResponse:
        return await stream(request, self.playground.world.hub, self._person(request).id)

    async def _faults(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.method == "POST":
            change_faults(self.playground, await _body(request))
        return web.json_response(show_faults(self.playground))

    async def _calls(self, request: web.BaseRequest) -> web.StreamResponse:
        calls = self.playground.calls
        limit = int(request.query.get("limit", 200))
        newer = calls.after(int(request.query.get("after", 0)), limit)
        return web.json_response(
            {"calls": [record.json() for record in newer], "last": calls.total}
        )

    def _media(self, file_id: str) -> web.StreamResponse:
        file = self.playground.world.files.by_id(file_id)
        if file is None:
            raise Refusal("no such file", 404)
        safe = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return web.Response(body=file.data, content_type=file.mime, headers=safe)

    async def _reset(self, request: web.BaseRequest) -> web.StreamResponse:
        self.playground.reset()
        return web.json_response({"ok": True})


def _at_home(request: web.BaseRequest) -> bool:
    """Neither another site's page nor a name that was bent to this machine gets in."""
    names = [urlsplit(f"//{request.host}").hostname]
    if origin := request.headers.get("Origin"):
        names.append(urlsplit(origin).hostname)
    return all(name in HOME for name in names)


async def _body(request: web.BaseRequest) -> dict[str, Any]:
    body = json.loads(await request.read())
    if not isinstance(body, dict):
        raise ValueError("expected a JSON object")
    return body


def _failure(text: str, status: int) -> web.Response:
    return web.json_response({"error": text}, status=status)
