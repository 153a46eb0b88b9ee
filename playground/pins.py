"""Pinned messages."""

from playground.accounts import Account
from playground.chats import Chat
from playground.messages import Message
from playground.world import World


def pin(world: World, message: Message, actor: Account) -> None:
    chat = message.chat
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    content = {"pinned_message": message.json(nested=False)}
    world.service(chat, actor, content, message.thread if message.is_topic else None)
    show_pins(world, chat)


def unpin(world: World, chat: Chat, message_ids: list[int]) -> None:
    chat.pinned = [pinned for pinned in chat.pinned if pinned not in message_ids]
    show_pins(world, chat)


def show_pins(world: World, chat: Chat) -> None:
    newest_first = list(reversed(chat.pinned))
    world.notify(chat, None, "pinned", pinned=newest_first)
