"""Older Bot API servers leave out rights that are new: what is not said is not granted."""

import json
from collections.abc import Mapping
from typing import Any

from aiogram.types import ChatMemberAdministrator, ChatMemberRestricted

ASKED = frozenset({"getChatMember", "getChatAdministrators"})
UPDATES = ("my_chat_member", "chat_member")
RIGHTS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(
        name
        for name, field in model.model_fields.items()
        if field.is_required() and field.annotation is bool
    )
    for kind, model in (
        ("administrator", ChatMemberAdministrator),
        ("restricted", ChatMemberRestricted),
    )
}


def fill_update(body: Any) -> Any:
    """An update whose members carry every right that the library insists on."""
    if not isinstance(body, dict) or not any(name in body for name in UPDATES):
        return body
    filled = dict(body)
    for name in UPDATES:
        change = body.get(name)
        if isinstance(change, dict):
            sides = ("old_chat_member", "new_chat_member")
            filled[name] = change | {side: _fill(change[side]) for side in sides if side in change}
    return filled


def fill_answer(content: str) -> str:
    """The same for an answer about members; what is no JSON stays as it is."""
    try:
        answer = json.loads(content)
    except ValueError:
        return content
    if not isinstance(answer, dict) or "result" not in answer:
        return content
    result = answer["result"]
    members = [_fill(one) for one in result] if isinstance(result, list) else _fill(result)
    return json.dumps(answer | {"result": members})


def _fill(member: Any) -> Any:
    if not isinstance(member, dict):
        return member
    missing = RIGHTS.get(str(member.get("status")), ())
    return dict.fromkeys(missing, False) | member
