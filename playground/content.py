"""What media, places, contacts, polls and dice look like inside a message."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from playground.accounts import User
from playground.errors import Refusal
from playground.files import File
from playground.pictures import size_of
from playground.polls import poll_content
from playground.world import World

Content = dict[str, Any]
MEDIA = {
    "photo",
    "voice",
    "video",
    "video_note",
    "document",
    "audio",
    "animation",
    "sticker",
}
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
KEPT = ("duration", "width", "height", "performer", "title", "emoji", "length")
DEFAULTS: dict[str, Content] = {
    "voice": {"duration": 1},
    "video": {"width": 320, "height": 240, "duration": 1},
    "video_note": {"length": 240, "duration": 1},
    "audio": {"duration": 1},
    "animation": {"width": 320, "height": 240, "duration": 1},
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
}
NAMED = {"document", "audio", "video", "animation"}


def file_content(world: World, file: File, details: Content) -> Content:
    """The message's content for a file of the kind it was uploaded as."""
    card: Content = {"file_id": file.id, "file_unique_id": file.unique_id}
    card["file_size"] = file.size
    if file.kind == "photo":
        small = world.files.smaller(file)
        width, height = size_of(file.data) or (320, 240)
        sizes = [{**_size(small), "width": 90, "height": 68}, {**_size(file)}]
        return {"photo": [sizes[0], {**sizes[1], "width": width, "height": height}]}
    card |= DEFAULTS.get(file.kind, {}) | world.files.cards.get(file.id, {})
    card |= {key: details[key] for key in KEPT if details.get(key) is not None}
    if file.kind in NAMED:
        card["file_name"] = file.name
    if file.kind not in ("sticker", "video_note"):
        card["mime_type"] = file.mime
    world.files.cards[file.id] = card
    if file.kind == "animation":
        document = {k: v for k, v in card.items() if k not in ("width", "height", "duration")}
        return {"animation": card, "document": document}
    return {file.kind: card}


def _size(file: File) -> Content:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def media_group(world: World) -> str:
    return "13" + world.serial()


def location(details: Content) -> Content:
    card = {
        "latitude": details.get("latitude", 55.7558),
        "longitude": details.get("longitude", 37.6173),
    }
    extra = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return card | {key: details[key] for key in extra if key in details}


def venue(details: Content) -> Content:
    place = location(details)
    card = {
        "location": place,
        "title": details.get("title", "Красная площадь"),
        "address": details.get("address", "Москва"),
    }
    return {"location": place, "venue": card}


def dice(emoji: str) -> Content:
    return {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}}


def contact(user: User, details: Content) -> Content:
    card = {
        "phone_number": details.get("phone_number", user.phone),
        "first_name": details.get("first_name", user.first_name),
    }
    if card["phone_number"] == user.phone:
        card["user_id"] = user.id
    return {"contact": card}


def plain_content(world: World, user: User, kind: str, details: Content) -> Content:
    """What a person sends that needs no file."""
    makers: dict[str, Callable[[], Content]] = {
        "location": lambda: {"location": location(details)},
        "venue": lambda: venue(details),
        "contact": lambda: contact(user, details),
        "dice": lambda: dice(details.get("emoji", "🎲")),
        "poll": lambda: poll_content(
            world, details.get("question", "?"), details.get("options", ["1", "2"])
        ),
    }
    if kind not in makers:
        raise Refusal(f"nobody can send a {kind}", 400)
    return makers[kind]()
