"""Membership of groups and the rights of administrators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from aiogram.types import ChatMemberAdministrator

from playground.accounts import Account

FOR_CHANNELS = {"can_post_messages", "can_edit_messages", "can_manage_direct_messages"}
ADMIN_RIGHTS = [
    name
    for name in ChatMemberAdministrator.model_fields
    if name.startswith("can_") and name not in FOR_CHANNELS | {"can_be_edited"}
]
ALWAYS = {"can_manage_chat"}


@dataclass(eq=False)
class Member:
    account: Account
    status: str = "member"
    rights: set[str] = field(default_factory=set)

    def may(self, right: str) -> bool:
        return self.status == "creator" or right in self.rights

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    def json(self) -> dict[str, Any]:
        card: dict[str, Any] = {"user": self.account.json(), "status": self.status}
        if self.status == "creator":
            card["is_anonymous"] = False
        if self.status == "administrator":
            card |= {"can_be_edited": False, "is_anonymous": False}
            card |= {right: right in self.rights for right in ADMIN_RIGHTS}
        if self.status == "kicked":
            card["until_date"] = 0
        return card


def bot_member(account: Account, rights: Iterable[str] | str) -> Member:
    """`"all"`: administrator with every right; no rights at all: an ordinary member."""
    granted = set(ADMIN_RIGHTS) if rights == "all" else set(rights)
    if unknown := granted - set(ADMIN_RIGHTS):
        raise ValueError(f"no such right: {sorted(unknown)[0]}")
    if not granted:
        return Member(account)
    return Member(account, "administrator", granted | ALWAYS)
