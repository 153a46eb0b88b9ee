"""Reactions: which emoji Telegram allows, and setting them."""

from __future__ import annotations

from typing import Any

from playground.accounts import Account, Bot
from playground.messages import Message
from playground.views import reactions_view
from playground.world import World

EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 "
    "🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 "
    "😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
ALLOWED = frozenset(EMOJI.split())


def react(world: World, message: Message, who: Account, emoji: str) -> None:
    """Puts one person's or bot's reaction in the place of the old one."""
    old = message.reactions.get(who.id, "")
    if old == emoji:
        return
    if emoji:
        message.reactions[who.id] = emoji
    else:
        message.reactions.pop(who.id)
    _tell_people(world, message)
    if not isinstance(who, Bot):
        _tell_bots(world, message, who, old, emoji)


def _tell_people(world: World, message: Message) -> None:
    for user in message.chat.users():
        event = {
            "type": "reaction",
            "chat": message.chat.id_for(user),
            "thread": message.topic,
            "message_id": message.id,
            "reactions": reactions_view(message, user),
        }
        world.hub.say(user.id, event)


def _tell_bots(world: World, message: Message, who: Account, old: str, new: str) -> None:
    update: dict[str, Any] = {
        "chat": message.chat.json(),
        "message_id": message.id,
        "user": who.json(),
        "date": world.now(),
        "old_reaction": _listed(old),
        "new_reaction": _listed(new),
    }
    for bot in message.chat.bots():
        if message.chat.is_admin(bot):
            bot.updates.push("message_reaction", update, world.clock.now(), message.chat.id)


def _listed(emoji: str) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
