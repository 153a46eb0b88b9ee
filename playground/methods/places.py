"""Locations, venues, contacts, polls, dice, and the sign of somebody typing."""

from __future__ import annotations

from typing import Any

from playground.access import open_thread
from playground.content import DICE, dice, location, venue
from playground.errors import bad
from playground.methods.sending import send
from playground.polls import poll_content
from playground.registry import Call, method

ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location"),
    *("record_video_note", "upload_video_note"),
}


@method("sendLocation")
def send_location(call: Call) -> dict[str, Any]:
    _check_place(call)
    return send(call, "location", {"location": location(call.params)}).json()


@method("sendVenue")
def send_venue(call: Call) -> dict[str, Any]:
    _check_place(call)
    return send(call, "venue", venue(call.params)).json()


def _check_place(call: Call) -> None:
    if abs(call.params["latitude"]) > 90 or abs(call.params["longitude"]) > 180:
        raise bad("location is invalid")


@method("sendContact")
def send_contact(call: Call) -> dict[str, Any]:
    card = {
        name: call.params[name]
        for name in ("phone_number", "first_name", "last_name", "vcard")
        if name in call.params
    }
    return send(call, "contact", {"contact": card}).json()


@method("sendDice")
def send_dice(call: Call) -> dict[str, Any]:
    emoji = call.get("emoji", "🎲")
    if emoji not in DICE:
        raise bad("invalid dice emoji")
    return send(call, "dice", dice(emoji)).json()


@method("sendPoll")
def send_poll(call: Call) -> dict[str, Any]:
    question, options = call.params["question"], call.params["options"]
    if not 1 <= len(question) <= 300:
        raise bad(
            "poll question length must not exceed 300" if question else "poll has no question"
        )
    if not 1 <= len(options) <= 12:
        raise bad("poll must have 1-12 options")
    names = ("is_anonymous", "type", "allows_multiple_answers", "is_closed", "correct_option_ids")
    details = {name: call.get(name) for name in names}
    return send(call, "poll", poll_content(call.world, question, options, **details)).json()


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    chat, action = call.chat(), call.params["action"]
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    thread = open_thread(call.bot, chat, call.get("message_thread_id"))
    place = (thread or 0) if chat.forum else None
    who = {"id": call.bot.id, "first_name": call.bot.first_name}
    call.world.notify(chat, place, "typing", who=who, action=action)
    return True
