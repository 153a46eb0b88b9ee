"""Telegram's words for what it does not do, method by method."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile

from playground.errors import Refusal
from playground.groups import Group
from playground.people import Person
from playground.server import Playground
from tests.playground.raw import call, refusal


@pytest.fixture
async def anna(pg: Playground) -> Person:
    person = pg.user("Anna")
    await person.starts()
    return person


@pytest.fixture
async def forum(pg: Playground, anna: Person) -> Group:
    group = pg.group("Staff", forum=True, members=[anna])
    await group.add_bot()
    return group


PRICE = [{"label": "x", "amount": 1}]
INVOICE = {"title": "t", "description": "d", "payload": "p", "currency": "XTR", "prices": PRICE}


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("sendInvoice", {**INVOICE, "prices": []}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ("sendInvoice", {**INVOICE, "currency": "RUB"}, "PAYMENT_PROVIDER_INVALID"),
        ("sendInvoice", {**INVOICE, "payload": ""}, "INVOICE_PAYLOAD_INVALID"),
        ("sendDice", {"emoji": "🐟"}, "invalid dice emoji"),
        ("sendPoll", {"question": "", "options": ["a"]}, "poll has no question"),
        ("sendPoll", {"question": "?", "options": []}, "poll must have 1-12 options"),
        ("sendPhoto", {"photo": "attach://x"}, "was not sent along"),
        ("sendPhoto", {"photo": "https://x.org/a.jpg"}, "stays off the network"),
        ("sendLocation", {"latitude": "north", "longitude": 1}, "latitude must be of type Float"),
        (
            "setMessageReaction",
            {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2},
            "REACTIONS_TOO_MANY",
        ),
        ("setMessageReaction", {"message_id": 1, "reaction": [{}]}, "can't find field"),
        ("deleteMessages", {"message_ids": []}, "there must be 1-100 message identifiers"),
        ("copyMessages", {"from_chat_id": 1, "message_ids": []}, "are not specified"),
        ("createForumTopic", {"name": "x"}, "available only for supergroups"),
        ("getChatAdministrators", {}, "no administrators in the private chat"),
        ("leaveChat", {}, "bot can't leave a private chat"),
        ("editMessageText", {"message_id": 1}, "message can't be edited"),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"keyboard": [[{"text": " "}]]}},
            "keyboard button text must be non-empty",
        ),
        (
            "sendMessage",
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "javascript:1"}]]},
            },
            "Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {
                "text": "x",
                "reply_markup": {
                    "inline_keyboard": [
                        [{"text": "a", "url": "https://x.ru", "callback_data": "b"}]
                    ]
                },
            },
            "must have exactly one of callback_data, url",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": ""}]},
            "setMyCommands has no parameter chat_id",
        ),
    ],
)
async def test_in_a_private_chat(
    pg: Playground, anna: Person, method: str, params: dict[str, Any], said: str
) -> None:
    assert said in await refusal(pg, method, chat_id=anna.id, **params)


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("createForumTopic", {"name": " "}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"name": "x" * 129}, "topic name is too long"),
        ("createForumTopic", {"name": "x", "icon_color": 1}, "invalid icon color"),
        ("closeForumTopic", {"message_thread_id": 0}, "TOPIC_ID_INVALID"),
        ("reopenGeneralForumTopic", {}, "TOPIC_NOT_MODIFIED"),
        ("unhideGeneralForumTopic", {}, "TOPIC_NOT_MODIFIED"),
        ("unpinAllForumTopicMessages", {"message_thread_id": 99}, "message thread not found"),
        ("banChatMember", {"user_id": 1}, "PARTICIPANT_ID_INVALID"),
    ],
)
async def test_in_a_forum(
    pg: Playground, forum: Group, method: str, params: dict[str, Any], said: str
) -> None:
    assert said in await refusal(pg, method, chat_id=forum.id, **params)


async def test_commands_need_a_known_chat_and_words(pg: Playground) -> None:
    command = {"command": "a", "description": "x"}
    scope = {"type": "chat", "chat_id": 77}
    said = await refusal(pg, "setMyCommands", commands=[command], scope=scope)
    assert "chat not found" in said
    said = await refusal(pg, "setMyCommands", commands=[{**command, "description": ""}])
    assert "BOT_COMMAND_DESCRIPTION_INVALID" in said
    assert "BOT_COMMANDS_TOO_MUCH" in await refusal(pg, "setMyCommands", commands=[command] * 101)
    assert "too long" in await refusal(pg, "setMyShortDescription", short_description="x" * 121)


async def test_a_plain_supergroup_has_no_topics(pg: Playground, anna: Person) -> None:
    group = pg.group("Plain", supergroup=True, members=[anna])
    await group.add_bot()
    said = await refusal(pg, "createForumTopic", chat_id=group.id, name="x")
    assert "the chat is not a forum" in said
    said = await refusal(pg, "banChatMember", chat_id=group.id, user_id=anna.id)
    assert "user is an administrator of the chat" in said
    with pytest.raises(Refusal, match="supergroup already"):
        await group.migrates()


async def test_a_bot_that_left_is_told_so(pg: Playground, bot: Bot, forum: Group) -> None:
    await bot.leave_chat(forum.id)
    said = await refusal(pg, "sendMessage", chat_id=forum.id, text="x")
    assert said == "Forbidden: bot is not a member of the supergroup chat"


async def test_sizes(pg: Playground, bot: Bot, anna: Person) -> None:
    await anna.sends("document", data=b"x" * (20 * 2**20 + 1))
    file_id = anna.sees()[-1].content["document"]["file_id"]
    assert "file is too big" in await refusal(pg, "getFile", file_id=file_id)
    assert "invalid file_id" in await refusal(pg, "getFile", file_id="none")
    for data, said in ((b"", "file must be non-empty"), (b"x" * (10 * 2**20 + 1), "Too Large")):
        with pytest.raises(Exception, match=said):
            await bot.send_photo(anna.id, BufferedInputFile(data, "a.jpg"))


async def test_a_payment_may_be_declined(pg: Playground, anna: Person) -> None:
    await call(pg, "sendInvoice", chat_id=anna.id, **INVOICE)
    press = await anna.pays(anna.sees()[-1])
    no = {"pre_checkout_query_id": press.id, "ok": False}
    assert "error_message is required" in await refusal(pg, "answerPreCheckoutQuery", **no)
    await call(pg, "answerPreCheckoutQuery", **no, error_message="sold out")
    assert await press.answered() == {"ok": False, "text": "sold out", "alert": True, "url": None}
    with pytest.raises(Refusal, match="that is no invoice"):
        await anna.pays(anna.sees()[0])


async def test_mentions_by_id_need_a_person(bot: Bot, anna: Person) -> None:
    link = '<a href="tg://user?id={}">name</a>'
    known = await bot.send_message(anna.id, link.format(anna.id), parse_mode="HTML")
    assert known.entities and known.entities[0].user and known.entities[0].user.id == anna.id
    unknown = await bot.send_message(anna.id, link.format(1), parse_mode="HTML")
    assert unknown.entities is None


async def test_impossible_presses(pg: Playground, bot: Bot, anna: Person) -> None:
    link = {"inline_keyboard": [[{"text": "Site", "url": "https://x.org"}]]}
    await call(pg, "sendMessage", chat_id=anna.id, text="x", reply_markup=link)
    with pytest.raises(Refusal, match="sends nothing to the bot"):
        await anna.presses("Site")
    with pytest.raises(Refusal, match="has no button 'Other'"):
        await anna.presses(anna.sees()[-1], "Other")
    with pytest.raises(Refusal, match="no open poll"):
        await anna.votes(anna.sees()[-1], 0)
    with pytest.raises(Refusal, match="start payload"):
        await anna.starts("not allowed!")
