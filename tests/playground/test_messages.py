"""Edits, deletions, pins and reactions by the bot."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MenuButtonCommands,
    ReactionTypeEmoji,
)

from playground.people import Person
from playground.server import Playground
from tests.playground.raw import call, refusal

TAKE = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Take", callback_data="t", style="success")]]
)


@pytest.fixture
async def anna(pg: Playground) -> Person:
    person = pg.user("Anna")
    await person.says("hello")
    return person


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "<b>x</b>", parse_mode="HTML", reply_markup=TAKE)
    place = {"chat_id": anna.id, "message_id": sent.message_id}
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new"):
        await bot.edit_message_text("<b>x</b>", parse_mode="HTML", reply_markup=TAKE, **place)
    edited = await bot.edit_message_text("x", reply_markup=TAKE, **place)
    assert not isinstance(edited, bool) and edited.edit_date and edited.entities is None
    await bot.edit_message_reply_markup(**place)
    assert anna.sees()[-1].buttons == []


async def test_what_cannot_be_edited(pg: Playground, bot: Bot, anna: Person) -> None:
    photo = await bot.send_message(anna.id, "text")
    edit = {"chat_id": anna.id, "text": "new"}
    assert "message to edit not found" in await refusal(
        pg, "editMessageText", message_id=99, **edit
    )
    assert "message can't be edited" in await refusal(pg, "editMessageText", message_id=1, **edit)
    assert "there is no caption in the message to edit" in await refusal(
        pg, "editMessageCaption", chat_id=anna.id, message_id=photo.message_id, caption="x"
    )
    assert "message identifier is not specified" in await refusal(pg, "editMessageText", text="x")


async def test_deleting_has_an_age_limit(pg: Playground, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "secret")
    await bot.delete_message(anna.id, sent.message_id)
    await bot.delete_message(anna.id, anna.sees()[0].id)
    assert anna.sees() == []
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(anna.id, sent.message_id)
    late = await bot.send_message(anna.id, "late")
    pg.clock.advance(48 * 3600 + 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_message(anna.id, late.message_id)


async def test_several_are_deleted_and_missing_ones_skipped(bot: Bot, anna: Person) -> None:
    first = await bot.send_message(anna.id, "1")
    second = await bot.send_message(anna.id, "2")
    await bot.delete_messages(anna.id, [first.message_id, second.message_id, 77])
    assert [m.text for m in anna.sees()] == ["hello"]


async def test_pins(pg: Playground, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "board")
    await bot.pin_chat_message(anna.id, sent.message_id)
    assert (await bot.get_updates())[-1].message.pinned_message.message_id == sent.message_id  # type: ignore[union-attr]
    info = await bot.get_chat(anna.id)
    assert info.pinned_message and info.pinned_message.message_id == sent.message_id
    await bot.unpin_chat_message(anna.id, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await bot.unpin_chat_message(anna.id)
    assert "message to pin not found" in await refusal(
        pg, "pinChatMessage", chat_id=anna.id, message_id=99
    )


async def test_reactions_are_from_telegrams_list(bot: Bot, anna: Person) -> None:
    message = anna.sees()[0]
    await bot.set_message_reaction(anna.id, message.id, [ReactionTypeEmoji(emoji="👀")])
    assert message.reactions == {bot.id: "👀"}
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        await bot.set_message_reaction(anna.id, message.id, [ReactionTypeEmoji(emoji="✅")])
    await bot.set_message_reaction(anna.id, message.id, [])
    assert message.reactions == {}


async def test_presses_grow_old(pg: Playground, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "card", reply_markup=TAKE)
    press = await anna.presses("Take")
    pg.clock.advance(151)
    said = await refusal(pg, "answerCallbackQuery", callback_query_id=press.id)
    assert said == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_forged_and_old_buttons_can_be_pressed(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "card", reply_markup=TAKE)
    message = anna.sees()[-1]
    await bot.edit_message_reply_markup(chat_id=anna.id, message_id=sent.message_id)
    await anna.presses(message, data="forged:1")
    query = (await bot.get_updates())[-1].callback_query
    assert query and query.data == "forged:1" and query.from_user.id == anna.id


async def test_a_reply_keyboard_is_tapped(pg: Playground, bot: Bot, anna: Person) -> None:
    keyboard = {"keyboard": [[{"text": "Phone", "request_contact": True}, {"text": "Menu"}]]}
    await call(pg, "sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard)
    assert (await anna.taps("Phone")).content["contact"]["user_id"] == anna.id
    assert (await anna.taps("Menu")).text == "Menu"
    gone = {"remove_keyboard": True}
    await call(pg, "sendMessage", chat_id=anna.id, text="!", reply_markup=gone)
    with pytest.raises(Exception, match="no button 'Menu'"):
        await anna.taps("Menu")


async def test_what_a_bot_says_of_itself(pg: Playground, bot: Bot, anna: Person) -> None:
    commands = [{"command": "start", "description": "Start"}]
    assert (await call(pg, "setMyCommands", commands=commands))["ok"]
    scope = {"type": "chat", "chat_id": anna.id}
    await call(pg, "setMyCommands", commands=[], scope=scope, language_code="ru")
    assert [c.command for c in await bot.get_my_commands()] == ["start"]
    wrong = [{"command": "Старт", "description": "x"}]
    assert "BOT_COMMAND_INVALID" in await refusal(pg, "setMyCommands", commands=wrong)
    await bot.set_my_name("Прилавок", language_code="ru")
    assert (await bot.get_my_name(language_code="ru")).name == "Прилавок"
    assert (await bot.get_my_name()).name == "Prilavok"
    await bot.set_my_short_description("short")
    assert (await bot.get_my_short_description("ru")).short_description == "short"
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == []


async def test_an_invoice_is_paid(pg: Playground, bot: Bot, anna: Person) -> None:
    price = [{"label": "Bell", "amount": 150}]
    base = {"chat_id": anna.id, "title": "Bell", "description": "Loud", "payload": "order:1"}
    sent = await call(pg, "sendInvoice", **base, currency="XTR", prices=price)
    assert sent["ok"]
    press = await anna.pays(anna.sees()[-1])
    query = (await bot.get_updates())[-1].pre_checkout_query
    assert query and query.invoice_payload == "order:1" and query.total_amount == 150
    await bot.answer_pre_checkout_query(query.id, ok=True)
    assert (await press.answered())["ok"]
    paid = (await bot.get_updates(offset=-1))[0].message
    assert paid and paid.successful_payment
    assert paid.successful_payment.invoice_payload == "order:1"


async def test_small_settings_are_kept(pg: Playground, bot: Bot, anna: Person) -> None:
    assert (await bot.get_chat_menu_button()).type == "default"
    await bot.set_chat_menu_button(chat_id=anna.id, menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(anna.id)).type == "commands"
    assert await bot.set_my_default_administrator_rights()
    assert (await bot.get_user_profile_photos(anna.id)).total_count == 0
    assert (await bot.get_chat_member(anna.id, anna.id)).status == "member"
    await anna.says("waiting")
    await bot.log_out()
    assert pg.bot.updates.pending(pg.clock.now()) == 0


async def test_a_quote_must_be_in_the_message(pg: Playground, bot: Bot, anna: Person) -> None:
    said = await anna.says("where is my order")
    reply = {"message_id": said.id, "quote": "my order"}
    sent = await call(pg, "sendMessage", chat_id=anna.id, text="here", reply_parameters=reply)
    assert sent["result"]["quote"] == {"text": "my order", "position": 9, "is_manual": True}
    reply["quote"] = "something else"
    said_no = await refusal(pg, "sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)
    assert "QUOTE_TEXT_INVALID" in said_no
