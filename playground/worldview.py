"""What the page asks first: people, bots, groups, and the chats of the one it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.chats import Chat
from playground.people import Person
from playground.views import group_view, member_view, person_view, private_view

if TYPE_CHECKING:
    from playground.server import Playground


def world_view(playground: Playground, person: Person | None) -> dict[str, Any]:
    world = playground.world
    view: dict[str, Any] = {
        "people": [person_view(user) for user in world.users.values()],
        "bots": [member_view(bot, "bot") for bot in world.bots.values()],
        "groups": [
            {"id": group.id, "title": group.title}
            for group in world.groups.values()
            if not group.migrated_to
        ],
    }
    if person is not None:
        view |= {"me": person_view(person.user), "chats": _chats(playground, person)}
    return view


def _chats(playground: Playground, person: Person) -> list[dict[str, Any]]:
    user = person.user
    dated = [
        (_newest(bot.chats.get(user.id)), private_view(bot, bot.chats.get(user.id), user))
        for bot in playground.world.bots.values()
    ]
    for group in playground.world.groups.values():
        if user.id in group.members and not group.migrated_to:
            dated.append((_newest(group), group_view(group, user)))
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return [view for _, view in dated]


def _newest(chat: Chat | None) -> int:
    return chat.changes[-1].changed if chat and chat.changes else 0
