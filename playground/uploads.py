"""Files that come with a call: new ones, ones sent before, and what Telegram refuses."""

from __future__ import annotations

import mimetypes

from playground.errors import ApiError, bad
from playground.files import File
from playground.pictures import check_dimensions
from playground.registry import Call, Upload

PHOTO_LIMIT = 10 * 2**20
FILE_LIMIT = 50 * 2**20
PHOTO_BY_URL, FILE_BY_URL = 5 * 2**20, 20 * 2**20
NO_TYPE = "application/octet-stream"
USUAL = {
    "photo": "image/jpeg",
    "voice": "audio/ogg",
    "video": "video/mp4",
    "video_note": "video/mp4",
    "animation": "video/mp4",
    "audio": "audio/mpeg",
    "sticker": "image/webp",
}


def given_file(call: Call, kind: str, value: str) -> File:
    """The file a parameter names: `attach://NAME` or the id of one sent before."""
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad(f"file {value!r} was not sent along")
        return stored(call, kind, upload)
    if value.startswith(("http://", "https://")):
        return _fetched(call, kind, value)
    file = call.world.files.by_id(value)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _fetched(call: Call, kind: str, url: str) -> File:
    """A file that Telegram fetches itself: the playground knows only what it was told of."""
    data = call.world.files.online.get(url)
    if data is None:
        raise bad("failed to get HTTP URL content (the playground stays off the network)")
    if len(data) > (PHOTO_BY_URL if kind == "photo" else FILE_BY_URL):
        raise bad("failed to get HTTP URL content")
    if kind == "photo" and data.lstrip().startswith(b"<"):
        raise bad("wrong type of the web page content")
    name = url.rpartition("/")[2]
    return stored(call, kind, Upload(name, mimetypes.guess_type(name)[0] or NO_TYPE, data))


def stored(call: Call, kind: str, upload: Upload) -> File:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > (PHOTO_LIMIT if kind == "photo" else FILE_LIMIT):
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        check_dimensions(upload.data)
    return call.world.files.add(kind, upload.data, upload.name, _mime(kind, upload))


def _mime(kind: str, upload: Upload) -> str:
    guess = mimetypes.guess_type(upload.name)[0]
    declared = None if upload.mime == NO_TYPE else upload.mime
    return declared or guess or USUAL.get(kind, NO_TYPE)
