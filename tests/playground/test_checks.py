"""Every call is checked against the Bot API's facts."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from playground.checks import CLASSES, method_check
from playground.registry import METHODS
from playground.server import Playground
from tests.playground.raw import call, refusal


@pytest.fixture
async def anna_id(pg: Playground) -> int:
    anna = pg.user("Anna")
    await anna.starts()
    return anna.id


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def test_every_method_of_the_bot_api_has_a_check() -> None:
    assert len(CLASSES) > 180
    for name in CLASSES:
        check = method_check(name)
        assert check and check.name.lower() == name
    assert METHODS.keys() <= CLASSES.keys()


async def test_unknown_token_and_method(pg: Playground) -> None:
    assert (await call(pg, "getMe", token="1:NO"))["error_code"] == 401
    assert (await call(pg, "sendNothing"))["error_code"] == 404


async def test_a_method_that_is_not_carried_out_says_so(pg: Playground) -> None:
    said = await refusal(pg, "getStarTransactions")
    assert said == "Bad Request: the playground does not carry out getStarTransactions"


async def test_methods_are_found_whatever_their_case(pg: Playground) -> None:
    assert (await call(pg, "GETME"))["ok"]


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, "message text is empty"),
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "txet": 1}, "sendMessage has no parameter txet"),
        ({"text": {"a": 1}}, "text must be of type String"),
        ({"text": "x", "disable_notification": "maybe"}, "must be of type Boolean"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "reply_markup": {}}, "can't find field"),
        ({"text": "x", "reply_markup": keyboard({"text": "a"})}, "text buttons are unallowed"),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "я" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": ""})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "data": "b"})},
            "InlineKeyboardButton in reply_markup.inline_keyboard[0][0] has no field 'data'",
        ),
        (
            {
                "text": "x",
                "reply_markup": keyboard(*[{"text": "a", "callback_data": "b"}] * 101),
            },
            "REPLY_MARKUP_TOO_LONG",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "business_connection_id": "b"}, "does not carry out"),
    ],
)
async def test_wrong_messages_are_refused(
    pg: Playground, anna_id: int, params: dict[str, Any], said: str
) -> None:
    assert said in await refusal(pg, "sendMessage", chat_id=anna_id, **params)
    assert len(pg.person(anna_id).sees()) == 1


async def test_missing_parameters_are_named(pg: Playground) -> None:
    assert "chat_id is empty" in await refusal(pg, "sendMessage", text="x")
    assert "parameter file_id is required" in await refusal(pg, "getFile")


async def test_a_lenient_reply_to_a_missing_message_goes_out(pg: Playground, anna_id: int) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    body = await call(pg, "sendMessage", chat_id=anna_id, text="x", reply_parameters=reply)
    assert "reply_to_message" not in body["result"]


async def test_form_query_and_json_say_the_same(pg: Playground, anna_id: int) -> None:
    url = f"{pg.url}/bot100:TEST/sendMessage"
    params = {"chat_id": str(anna_id), "text": "привет", "disable_notification": "true"}
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params=params) as answer:
            assert (await answer.json())["ok"]
        async with session.post(url, data=params) as answer:
            assert (await answer.json())["ok"]
        async with session.post(
            url, data=b"[1]", headers={"Content-Type": "application/json"}
        ) as a:
            assert (await a.json())["description"] == "Bad Request: can't parse JSON object"
    assert [m.text for m in pg.person(anna_id).sees()] == ["/start", "привет", "привет"]


async def test_who_can_be_written_to(pg: Playground, bot: Bot) -> None:
    boris, vera = pg.user("Boris"), pg.user("Vera")
    group = pg.group("Staff", members=[boris])
    await group.add_bot()
    say = {"text": "x"}
    assert "chat not found" in await refusal(pg, "sendMessage", chat_id=1, **say)
    assert "chat not found" in await refusal(pg, "sendMessage", chat_id=-1, **say)
    assert "chat not found" in await refusal(pg, "sendMessage", chat_id=vera.id, **say)
    assert "chat not found" in await refusal(pg, "sendMessage", chat_id="@nobody", **say)
    said = await refusal(pg, "sendMessage", chat_id=boris.id, **say)
    assert said == "Forbidden: bot can't initiate conversation with a user"
    said = await refusal(pg, "sendMessage", chat_id=100, **say)
    assert said == "Forbidden: bot can't send messages to bots"
    await vera.says("hello")
    await vera.blocks()
    said = await refusal(pg, "sendMessage", chat_id=vera.id, **say)
    assert said == "Forbidden: bot was blocked by the user"
    await vera.unblocks()
    assert (await call(pg, "sendMessage", chat_id=vera.id, **say))["ok"]
    statuses = [
        (u.my_chat_member.old_chat_member.status, u.my_chat_member.new_chat_member.status)
        for u in await bot.get_updates()
        if u.my_chat_member and u.my_chat_member.chat.id == vera.id
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
