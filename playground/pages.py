"""Files below `playground/page/`, and nothing outside."""

import mimetypes
from pathlib import Path

from aiohttp import web

from playground.errors import Refusal

ROOT = (Path(__file__).parent / "page").resolve()
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


def page_file(path: str) -> web.StreamResponse:
    target = (ROOT / (path.lstrip("/") or "index.html")).resolve()
    if not target.is_relative_to(ROOT) or not target.is_file():
        raise Refusal("no such file", 404)
    kind = TYPES.get(target.suffix) or mimetypes.guess_type(target.name)[0]
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return web.Response(
        body=target.read_bytes(),
        content_type=kind or "application/octet-stream",
        charset="utf-8" if kind and kind.startswith("text/") else None,
        headers=headers,
    )
