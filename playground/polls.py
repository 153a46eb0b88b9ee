"""Polls and the votes in them."""

from __future__ import annotations

from typing import Any

from playground.accounts import Bot, User
from playground.errors import Refusal
from playground.messages import Message
from playground.world import World


def poll_content(world: World, question: str, options: list[Any], **details: Any) -> dict[str, Any]:
    texts = [option if isinstance(option, str) else option["text"] for option in options]
    poll = {
        "id": world.serial(),
        "question": question,
        "options": [
            {"persistent_id": str(index), "text": text, "voter_count": 0}
            for index, text in enumerate(texts)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    return {"poll": poll | {key: value for key, value in details.items() if value is not None}}


def vote(world: World, message: Message, user: User, chosen: list[int]) -> None:
    """Counts a vote and tells the bot that asked."""
    poll = message.content.get("poll")
    if poll is None or poll["is_closed"]:
        raise Refusal("there is no open poll in that message")
    if not all(0 <= index < len(poll["options"]) for index in chosen):
        raise Refusal("the poll has no such option", 400)
    votes = message.votes
    votes[user.id] = chosen
    for index, option in enumerate(poll["options"]):
        option["voter_count"] = sum(index in answer for answer in votes.values())
    poll["total_voter_count"] = sum(bool(answer) for answer in votes.values())
    world.altered(message)
    if isinstance(message.sender, Bot):
        _tell(world, message.sender, poll, user, chosen)


def _tell(world: World, bot: Bot, poll: dict[str, Any], user: User, chosen: list[int]) -> None:
    now = world.clock.now()
    bot.updates.push("poll", poll, now, int(poll["id"]))
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": user.json(),
            "option_ids": chosen,
            "option_persistent_ids": [str(index) for index in chosen],
        }
        bot.updates.push("poll_answer", answer, now, int(poll["id"]))
