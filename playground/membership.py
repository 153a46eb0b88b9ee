"""Coming to groups and going from them, and who is told."""

from __future__ import annotations

from functools import partial
from typing import Any

from playground.accounts import Account, Bot, User
from playground.chats import GroupChat
from playground.rights import Member
from playground.views import chat_view
from playground.world import World

GONE = {"left", "kicked"}


def state(chat: GroupChat, account: Account) -> Member:
    if account.id in chat.members:
        return chat.members[account.id]
    return Member(account, "kicked" if account.id in chat.banned else "left")


def becomes(world: World, chat: GroupChat, new: Member, actor: Account) -> None:
    """Puts the account in its new state, tells the bots and the people."""
    account = new.account
    old = state(chat, account)
    was_in, is_in = old.status not in GONE, new.status not in GONE
    chat.members.pop(account.id, None)
    chat.banned.pop(account.id, None)
    if is_in:
        chat.members[account.id] = new
    elif new.status == "kicked":
        chat.banned[account.id] = account
    else:
        chat.former.add(account.id)
    _tell_bots(world, chat, old, new, actor)
    if is_in and not was_in:
        world.service(chat, actor, {"new_chat_members": [account.json()]})
    elif was_in and not is_in:
        world.service(chat, actor, {"left_chat_member": account.json()})
    show(world, chat, account)


def _tell_bots(world: World, chat: GroupChat, old: Member, new: Member, actor: Account) -> None:
    card: dict[str, Any] = {
        "chat": chat.json(),
        "from": actor.json(),
        "date": world.now(),
        "old_chat_member": old.json(),
        "new_chat_member": new.json(),
    }
    now = world.clock.now()
    if isinstance(new.account, Bot):
        new.account.updates.push("my_chat_member", card, now, chat.id)
    for bot in chat.bots():
        if bot is not new.account and chat.is_admin(bot):
            bot.updates.push("chat_member", card, now, chat.id)


def show(world: World, chat: GroupChat, former: Account | None = None) -> None:
    """Open pages of the members, and of the one who may have left, draw the chat anew."""
    users = list(chat.users())
    if isinstance(former, User) and former not in users:
        users.append(former)
    for user in users:
        world.hub.tell(user.id, partial(chat_event, chat, user))


def chat_event(chat: GroupChat, user: User, old: int | None = None) -> dict[str, Any]:
    event = {"type": "chat", "chat": chat.id, "thread": None, "chat_info": chat_view(chat, user)}
    return event if old is None else {**event, "old": old}
