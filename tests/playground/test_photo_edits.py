"""A text becomes a photo and never a text again; photos that Telegram fetches itself."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto

from playground.people import Person
from playground.server import Playground


@pytest.fixture
async def anna(pg: Playground) -> Person:
    person = pg.user("Anna")
    await person.starts()
    return person


async def test_a_text_becomes_a_photo_and_stays_one(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "words")
    place = {"chat_id": anna.id, "message_id": sent.message_id}
    upload = BufferedInputFile(b"\x89PNG one", "one.png")
    edited = await bot.edit_message_media(InputMediaPhoto(media=upload, caption="seen"), **place)
    assert not isinstance(edited, bool) and edited.photo
    assert (anna.sees()[-1].kind, anna.sees()[-1].text) == ("photo", "seen")
    again = InputMediaPhoto(media=edited.photo[-1].file_id, caption="seen")
    with pytest.raises(TelegramBadRequest, match="is not modified"):
        await bot.edit_message_media(again, **place)
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("words", **place)


async def test_photos_from_the_web(pg: Playground, bot: Bot, anna: Person) -> None:
    online = pg.world.files.online
    online["https://shop.example/bike.png"] = b"\x89PNG bike"
    online["https://shop.example/page"] = b" <html>not a picture"
    online["https://shop.example/large.jpg"] = b"x" * (5 * 2**20 + 1)
    sent = await bot.send_photo(anna.id, "https://shop.example/bike.png")
    assert sent.photo and (await bot.get_file(sent.photo[-1].file_id)).file_size == 9
    for address, said in (
        ("page", "wrong type of the web page content"),
        ("large.jpg", "failed to get HTTP URL content"),
        ("gone.png", "failed to get HTTP URL content"),
    ):
        with pytest.raises(TelegramBadRequest, match=said):
            await bot.send_photo(anna.id, f"https://shop.example/{address}")
