"""Groups, rights, forum topics, migration, and the bot's coming and going."""

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)

from playground.errors import Refusal
from playground.groups import Group
from playground.people import Person
from playground.server import Playground
from tests.playground.raw import call, refusal


@pytest.fixture
async def boris(pg: Playground) -> Person:
    return pg.user("Boris")


@pytest.fixture
async def forum(pg: Playground, boris: Person) -> Group:
    group = pg.group("Staff", forum=True, members=[boris])
    await group.add_bot()
    return group


async def test_a_topic_lives(bot: Bot, forum: Group, boris: Person) -> None:
    topic = await bot.create_forum_topic(forum.id, "№1 Anna", icon_color=0x6FB9F0)
    thread = topic.message_thread_id
    place = {"chat_id": forum.id, "message_thread_id": thread}
    await bot.send_message(text="history", **place)
    assert [m.kind for m in forum.sees(thread)] == ["service", "text"]
    assert forum.sees(thread)[0].id == thread
    await bot.edit_forum_topic(name="№1 done", **place)
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        await bot.edit_forum_topic(name="№1 done", **place)
    await bot.close_forum_topic(**place)
    await bot.send_message(text="an administrator may", **place)
    await bot.reopen_forum_topic(**place)
    created = [u.message for u in await bot.get_updates() if u.message]
    assert any(m.forum_topic_created for m in created), "a bot is told of its own topics"
    await bot.delete_forum_topic(**place)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(text="x", **place)
    with pytest.raises(TelegramBadRequest, match="TOPIC_ID_INVALID"):
        await bot.close_forum_topic(**place)


async def test_a_topic_deleted_by_hand_is_told_to_nobody(
    pg: Playground, bot: Bot, forum: Group, boris: Person
) -> None:
    topic = await bot.create_forum_topic(forum.id, "gone soon")
    await bot.get_updates(offset=-1)
    before = pg.bot.updates.next_id
    await forum.deletes_topic(topic.message_thread_id)
    assert pg.bot.updates.next_id == before
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=topic.message_thread_id)


async def test_general_is_a_topic_without_id(bot: Bot, forum: Group) -> None:
    sent = await bot.send_message(forum.id, "to General")
    assert sent.message_thread_id is None and not sent.is_topic_message
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(forum.id, "General has no id", message_thread_id=1)
    await bot.hide_general_forum_topic(forum.id)
    await bot.unhide_general_forum_topic(forum.id)
    await bot.edit_general_forum_topic(forum.id, "Counter")
    assert forum.topics[0].name == "Counter"


async def test_closed_topics_and_rights(pg: Playground, boris: Person) -> None:
    vera = pg.user("Vera")
    group = pg.group("Staff", forum=True, members=[boris, vera])
    await group.add_bot(rights=["can_pin_messages"])
    thread = await group.creates_topic("T", by=boris)
    await group.closes_topic(thread)
    place = {"chat_id": group.id, "message_thread_id": thread}
    assert "TOPIC_CLOSED" in await refusal(pg, "sendMessage", text="x", **place)
    with pytest.raises(Refusal, match="the topic is closed"):
        await vera.says("x", chat=group, thread=thread)
    said = await refusal(pg, "createForumTopic", chat_id=group.id, name="x")
    assert said == "Bad Request: not enough rights to create a topic"
    said = await refusal(pg, "banChatMember", chat_id=group.id, user_id=vera.id)
    assert "not enough rights to restrict/unrestrict chat member" in said
    theirs = await vera.says("hello", chat=group)
    said = await refusal(pg, "deleteMessage", chat_id=group.id, message_id=theirs.id)
    assert "message can't be deleted" in said
    await group.add_bot(rights=[])
    said = await refusal(pg, "pinChatMessage", chat_id=group.id, message_id=theirs.id)
    assert "not enough rights to manage pinned messages" in said


async def test_members_and_administrators(pg: Playground, bot: Bot, forum: Group) -> None:
    vera, anna = pg.user("Vera"), pg.user("Anna")
    await forum.adds(vera)
    await forum.promotes(vera, ["can_pin_messages"])
    admins = await bot.get_chat_administrators(forum.id)
    assert {m.status for m in admins} == {"creator", "administrator"} and len(admins) == 3
    me = await bot.get_chat_member(forum.id, bot.id)
    assert me.status == "administrator" and me.can_manage_topics
    assert (await bot.get_chat_member(forum.id, anna.id)).status == "left"
    assert await bot.get_chat_member_count(forum.id) == 3
    chat = await bot.get_chat(forum.id)
    assert chat.is_forum and chat.title == "Staff"
    assert (await bot.export_chat_invite_link(forum.id)).startswith("https://t.me/")
    await forum.adds(anna)
    await bot.ban_chat_member(forum.id, anna.id)
    assert (await bot.get_chat_member(forum.id, anna.id)).status == "kicked"
    with pytest.raises(Refusal, match="Anna is not in Staff"):
        await anna.says("x", chat=forum)
    assert "PARTICIPANT_ID_INVALID" in await refusal(
        pg, "getChatMember", chat_id=forum.id, user_id=1
    )


async def test_the_bot_is_thrown_out_and_told(pg: Playground, bot: Bot, forum: Group) -> None:
    await forum.remove_bot()
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        await bot.send_message(forum.id, "x")
    changes = [u.my_chat_member for u in await bot.get_updates() if u.my_chat_member]
    assert [c.new_chat_member.status for c in changes] == ["administrator", "kicked"]
    await forum.add_bot()
    await bot.leave_chat(forum.id)
    assert bot.id not in forum.chat.members


async def test_a_group_becomes_a_supergroup(pg: Playground, bot: Bot, boris: Person) -> None:
    group = pg.group("Plain", members=[boris])
    await group.add_bot()
    old = group.id
    await bot.send_message(old, "before")
    new = await group.migrates()
    with pytest.raises(TelegramMigrateToChat) as error:
        await bot.send_message(old, "after")
    assert error.value.migrate_to_chat_id == new == group.id
    body = await call(pg, "sendMessage", chat_id=old, text="x")
    assert body["description"] == ("Bad Request: group chat was upgraded to a supergroup chat")
    assert body["parameters"] == {"migrate_to_chat_id": new}
    messages = [u.message for u in await bot.get_updates() if u.message]
    assert messages[-2].migrate_to_chat_id == new
    assert messages[-1].migrate_from_chat_id == old
    await bot.send_message(new, "after")
    await boris.waits_for("after", chat=group)


async def test_privacy_mode_only_when_asked(pg: Playground, bot: Bot, boris: Person) -> None:
    group = pg.group("Plain", members=[boris])
    await group.add_bot(rights=[])
    pg.bot.privacy = True
    for text in ("chatter", "/queue", "@prilavok_bot hello"):
        await boris.says(text, chat=group)
    said = await bot.send_message(group.id, "question")
    await boris.says("answer", chat=group, reply_to=said.message_id)
    texts = [u.message.text for u in await bot.get_updates() if u.message and u.message.text]
    assert texts == ["/queue", "@prilavok_bot hello", "answer"]


async def test_an_anonymous_administrator(bot: Bot, forum: Group, boris: Person) -> None:
    await boris.says("/bind sales", chat=forum, anonymous=True)
    message = (await bot.get_updates())[-1].message
    assert message and message.from_user and message.from_user.username == "GroupAnonymousBot"
    assert message.sender_chat and message.sender_chat.id == forum.id


async def test_typing_is_seen(pg: Playground, bot: Bot, forum: Group, boris: Person) -> None:
    events = pg.world.hub.open(boris.id)
    await bot.send_chat_action(forum.id, "typing")
    event = events.get_nowait()
    assert (event["type"], event["chat"], event["thread"]) == ("typing", forum.id, 0)
    assert "wrong parameter action" in await refusal(
        pg, "sendChatAction", chat_id=forum.id, action="singing"
    )


async def test_pins_of_one_topic(bot: Bot, forum: Group, boris: Person) -> None:
    thread = await forum.creates_topic("T")
    inside = await boris.says("in", chat=forum, thread=thread)
    outside = await boris.says("out", chat=forum)
    for message in (inside, outside):
        await bot.pin_chat_message(forum.id, message.id)
    await bot.unpin_all_forum_topic_messages(forum.id, thread)
    assert forum.chat.pinned == [outside.id]
    await bot.unpin_all_general_forum_topic_messages(forum.id)
    assert forum.chat.pinned == []
    await bot.pin_chat_message(forum.id, inside.id)
    await bot.unpin_all_chat_messages(forum.id)
    assert forum.chat.pinned == []
    await bot.close_general_forum_topic(forum.id)
    await bot.reopen_general_forum_topic(forum.id)
