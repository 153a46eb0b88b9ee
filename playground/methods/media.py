"""Photos, voices, documents and all other files; albums; a file's way back."""

from __future__ import annotations

from typing import Any

from playground.content import MEDIA, Content, file_content, media_group
from playground.errors import bad
from playground.methods.messages import change, editable
from playground.methods.sending import caption, send
from playground.registry import Call, method
from playground.uploads import given_file

DOWNLOAD_LIMIT = 20 * 2**20
ALONE = {"document", "audio"}
NO_CAPTION = {"sticker", "video_note"}


def media_content(call: Call, kind: str, params: dict[str, Any], value: str) -> Content:
    """A file with its caption, from a method's parameters or an InputMedia object."""
    content = file_content(call.world, given_file(call, kind, value), params)
    if kind not in NO_CAPTION:
        content |= caption(call, params)
    if params.get("has_spoiler"):
        content["has_media_spoiler"] = True
    if params.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


@method(
    *("sendPhoto", "sendVoice", "sendVideo", "sendVideoNote"),
    *("sendDocument", "sendAudio", "sendAnimation", "sendSticker"),
)
def send_media(call: Call) -> dict[str, Any]:
    name = call.method.removeprefix("send").lower()
    kind = "video_note" if name == "videonote" else name
    content = media_content(call, kind, call.params, call.params[kind])
    return send(call, kind, content).json()


@method("sendMediaGroup")
def send_album(call: Call) -> list[dict[str, Any]]:
    items = call.params["media"]
    if not 2 <= len(items) <= 10:
        raise bad("an album must have 2-10 items")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & ALONE:
        raise bad("documents and audios can't be mixed with other media in an album")
    contents = [media_content(call, item["type"], item, item["media"]) for item in items]
    group = media_group(call.world)
    return [
        send(call, item["type"], content, media_group_id=group).json()
        for item, content in zip(items, contents, strict=True)
    ]


@method("editMessageMedia")
def edit_media(call: Call) -> dict[str, Any]:
    message = editable(call)
    item = call.params["media"]
    if message.kind not in {"text"} | MEDIA - NO_CAPTION:
        raise bad("there is no media in the message to edit")
    content = media_content(call, item["type"], item, item["media"])
    return change(call, message, content, item["type"])


@method("getFile")
def get_file(call: Call) -> dict[str, Any]:
    file = call.world.files.by_id(call.params["file_id"])
    if file is None:
        raise bad("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    card = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    return {**card, "file_path": file.path}


@method("getUserProfilePhotos")
def get_profile_photos(call: Call) -> dict[str, Any]:
    if call.params["user_id"] not in call.world.users:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}
