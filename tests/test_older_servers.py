"""Servers of an older Bot API: rights that they do not know are rights not granted."""

import json

import pytest
from aiogram.types import Update

from bot.older import fill_answer, fill_update
from tests.desk import Shop

BARE = {"status": "administrator", "user": {"id": 100, "is_bot": True, "first_name": "Bot"}}


def change_in(chat: int) -> dict[str, object]:
    return {
        "update_id": 7_000_000,
        "my_chat_member": {
            "chat": {"id": chat, "type": "supergroup", "title": "Заказы"},
            "from": {"id": 5, "is_bot": False, "first_name": "Анна"},
            "date": 1_700_000_000,
            "old_chat_member": {"status": "left", "user": BARE["user"]},
            "new_chat_member": BARE | {"can_pin_messages": True},
        },
    }


def test_an_update_without_new_rights_is_read() -> None:
    update = Update.model_validate(fill_update(change_in(-100)))
    assert update.my_chat_member is not None
    member = update.my_chat_member.new_chat_member
    assert getattr(member, "can_pin_messages", None) is True
    assert getattr(member, "can_delete_messages", None) is False


def test_an_answer_without_new_rights_is_filled() -> None:
    filled = json.loads(fill_answer(json.dumps({"ok": True, "result": BARE})))
    assert filled["result"]["can_manage_chat"] is False
    several = json.loads(fill_answer(json.dumps({"ok": True, "result": [BARE, BARE]})))
    assert all(one["can_promote_members"] is False for one in several["result"])


@pytest.mark.parametrize("content", ["<html>", "[]", '{"ok": false}', '{"ok": true, "result": 5}'])
def test_what_is_something_else_stays(content: str) -> None:
    assert fill_answer(content) == content


async def test_such_an_update_is_handled(shop: Shop) -> None:
    shop.playground.push(change_in(-1_009_999_999_999))
    await shop.settles()
    async with shop.looks() as tx:
        from models import inbox

        assert (await inbox.counts(tx))["dead"] == 0
