"""Reads a call's parameters and files from query string, JSON, form or multipart body."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from playground.errors import bad
from playground.registry import Upload

Parameters = tuple[dict[str, Any], dict[str, Upload]]


async def read_parameters(request: web.BaseRequest) -> Parameters:
    query = request.query_string
    raw: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    if not request.body_exists:
        return raw, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, raw)
    body = await request.read()
    if kind == "application/json":
        return raw | _json(body), {}
    raw.update(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return raw, {}


def _json(body: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(body or b"{}")
    except ValueError:
        decoded = None
    if not isinstance(decoded, dict):
        raise bad("can't parse JSON object")
    return decoded


async def _multipart(request: web.BaseRequest, raw: dict[str, Any]) -> Parameters:
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
            value.file.close()
        elif isinstance(value, str):
            raw[name] = value
    return raw, files


def attached(raw: dict[str, Any], files: dict[str, Upload], known: Any) -> dict[str, Any]:
    """A file sent in a parameter's own place counts as attached under the parameter's name."""
    for name in files:
        if name in known and name not in raw:
            raw[name] = f"attach://{name}"
    return raw
