"""The first conversation: start, answer, edit, button, topic."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from playground.people import NotSeen
from playground.server import Playground

BUTTON = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="✅ Взять", callback_data="take:1")]]
)


async def test_a_person_and_a_bot_talk(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Анна", language="ru")
    await anna.starts("from-site")
    [update] = await bot.get_updates()
    assert update.message and update.message.text == "/start from-site"
    assert update.message.from_user and update.message.from_user.language_code == "ru"
    await bot.send_message(anna.id, "<b>Здравствуйте</b>", parse_mode="HTML")
    seen = await anna.waits_for("Здравствуйте")
    assert seen.entities == [{"type": "bold", "offset": 0, "length": 12}]
    assert [message.text for message in anna.sees()] == ["/start from-site", "Здравствуйте"]


async def test_an_edit_is_waited_for(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    await anna.starts()
    sent = await bot.send_message(anna.id, "one")
    await anna.waits_for("one")
    await sent.as_(bot).edit_text("two")
    assert (await anna.waits_for("two")).id == sent.message_id
    with pytest.raises(NotSeen, match="waited in vain for 'three'"):
        await anna.waits_for("three", timeout=0.05)


async def test_a_button_is_pressed_and_answered_once(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    await anna.starts()
    await bot.send_message(anna.id, "Ticket", reply_markup=BUTTON)
    press = await anna.presses("Взять")
    query = (await bot.get_updates())[-1].callback_query
    assert query and query.data == "take:1"
    await bot.answer_callback_query(query.id, text="Taken", show_alert=True)
    assert await press.answered() == {"text": "Taken", "alert": True, "url": None}
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)


async def test_a_forum_has_topics_and_general(pg: Playground, bot: Bot) -> None:
    boris = pg.user("Boris")
    staff = pg.group("Staff", forum=True, members=[boris])
    await staff.add_bot()
    thread = await staff.creates_topic("Anna")
    await boris.says("in the topic", chat=staff, thread=thread)
    await boris.says("in General", chat=staff)
    first, second = (update.message for update in (await bot.get_updates())[-2:])
    assert first and first.message_thread_id == thread and first.is_topic_message
    assert first.reply_to_message and first.reply_to_message.forum_topic_created
    assert second and second.message_thread_id is None and not second.is_topic_message
    await bot.send_message(staff.id, "answer", message_thread_id=thread)
    await boris.waits_for("answer", chat=staff, thread=thread)
