"""Which of a bot's commands a person is offered in a chat."""

from typing import Any

from playground.accounts import Bot, User
from playground.chats import GroupChat


def scope_key(scope: dict[str, Any] | None) -> str:
    scope = scope or {"type": "default"}
    parts = [scope["type"], scope.get("chat_id"), scope.get("user_id")]
    return ":".join(str(part) for part in parts if part is not None)


def commands_for(bot: Bot, user: User, group: GroupChat | None) -> list[dict[str, Any]]:
    """The narrowest scope wins, and within it the person's language."""
    for scope in _scopes(user, group):
        for language in (user.language_code or "", ""):
            found = bot.commands.get((scope, language))
            if found:
                return found
    return []


def _scopes(user: User, group: GroupChat | None) -> list[str]:
    if group is None:
        return [f"chat:{user.id}", "all_private_chats", "default"]
    scopes = [f"chat_member:{group.id}:{user.id}"]
    member = group.members.get(user.id)
    if member is not None and member.is_admin:
        scopes += [f"chat_administrators:{group.id}", "all_chat_administrators"]
    return [*scopes, f"chat:{group.id}", "all_group_chats", "default"]
