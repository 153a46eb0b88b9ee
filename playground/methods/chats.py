"""Chats and their members."""

from __future__ import annotations

from typing import Any

from playground.access import group_only, need_right, readable
from playground.accounts import Account
from playground.chats import Chat, GroupChat, PrivateChat
from playground.errors import bad
from playground.membership import becomes, state
from playground.registry import Call, method
from playground.rights import Member

GIFTS = (
    *("unlimited_gifts", "limited_gifts", "unique_gifts"),
    *("premium_subscription", "gifts_from_channels"),
)
NO_BANS = "not enough rights to restrict/unrestrict chat member"
PERMISSIONS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos"),
    *("can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
    *("can_send_other_messages", "can_add_web_page_previews", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_manage_topics"),
)


def _chat(call: Call) -> Chat:
    return readable(call.world, call.bot, call.params["chat_id"])


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    chat = _chat(call)
    card = chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    pinned = chat.live(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        card["pinned_message"] = pinned.json(nested=False)
    if isinstance(chat, GroupChat):
        card["permissions"] = dict.fromkeys(PERMISSIONS, True)
        if chat.invite_link:
            card["invite_link"] = chat.invite_link
    if isinstance(chat, PrivateChat) and chat.user.hides_forwards:
        card["has_private_forwards"] = True
    return card


def _account(call: Call, user_id: int) -> Account:
    found = call.world.users.get(user_id) or call.world.bot_by_id(user_id)
    if found is None:
        raise bad("PARTICIPANT_ID_INVALID")
    return found


@method("getChatMember")
def get_member(call: Call) -> dict[str, Any]:
    chat, account = _chat(call), _account(call, call.params["user_id"])
    if isinstance(chat, GroupChat):
        return state(chat, account).json()
    if account not in (*chat.users(), *chat.bots()):
        raise bad("member not found")
    return Member(account).json()


@method("getChatAdministrators")
def get_administrators(call: Call) -> list[dict[str, Any]]:
    chat = _chat(call)
    if not isinstance(chat, GroupChat):
        raise bad("there are no administrators in the private chat")
    every = call.get("return_bots", False)
    return [
        member.json()
        for member in chat.members.values()
        if member.is_admin and (every or not member.account.is_bot or member.account is call.bot)
    ]


@method("getChatMemberCount")
def count_members(call: Call) -> int:
    chat = _chat(call)
    return len(chat.members) if isinstance(chat, GroupChat) else 2


@method("leaveChat")
def leave(call: Call) -> bool:
    chat = call.chat()
    if not isinstance(chat, GroupChat):
        raise bad("bot can't leave a private chat")
    becomes(call.world, chat, Member(call.bot, "left"), call.bot)
    return True


@method("banChatMember", "unbanChatMember")
def ban(call: Call) -> bool:
    chat = group_only(call.chat())
    need_right(call.bot, chat, "can_restrict_members", NO_BANS)
    account = _account(call, call.params["user_id"])
    if state(chat, account).is_admin:
        raise bad("user is an administrator of the chat")
    banned = call.method.startswith("ban")
    if not banned and call.get("only_if_banned") and account.id not in chat.banned:
        return True
    chat.banned.pop(account.id, None)
    becomes(call.world, chat, Member(account, "kicked" if banned else "left"), call.bot)
    return True


@method("exportChatInviteLink")
def export_link(call: Call) -> str:
    chat = group_only(call.chat())
    need_right(call.bot, chat, "can_invite_users", "not enough rights to manage chat invite link")
    chat.invite_link = f"https://t.me/+playground{call.world.serial()}"
    return chat.invite_link
