"""Files, albums, places and polls, sent by people and by the bot; copies and forwards of them."""

import io
import struct

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto, InputPollOption

from playground.people import Person
from playground.server import Playground
from tests.playground.raw import refusal

KINDS = [
    *("photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker"),
    *("location", "venue", "contact", "poll", "dice"),
]


@pytest.fixture
async def anna(pg: Playground) -> Person:
    person = pg.user("Anna")
    await person.starts()
    return person


@pytest.fixture
async def boris(pg: Playground) -> Person:
    person = pg.user("Boris")
    await person.starts()
    return person


def picture(data: bytes = b"\x89PNG picture") -> BufferedInputFile:
    return BufferedInputFile(data, "pic.png")


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_reaches_the_bot_and_is_copied(
    bot: Bot, anna: Person, boris: Person, kind: str
) -> None:
    sent = await anna.sends(kind, **({"caption": "look"} if kind == "photo" else {}))
    message = (await bot.get_updates())[-1].message
    assert message and getattr(message, kind) is not None
    copy = await bot.copy_message(boris.id, anna.id, message.message_id)
    arrived = boris.sees()[-1]
    assert (arrived.id, arrived.kind) == (copy.message_id, kind)
    assert "forward_origin" not in arrived.extra
    assert arrived.content.keys() == sent.content.keys()


@pytest.mark.parametrize(
    "kind",
    ["photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker"],
)
async def test_the_bot_uploads_and_sends_again(bot: Bot, anna: Person, kind: str) -> None:
    send = getattr(bot, f"send_{kind}")
    first = await send(anna.id, picture())
    file = first.photo[-1] if kind == "photo" else getattr(first, kind)
    again = await send(anna.id, file.file_id)
    assert [m.kind for m in anna.sees()[-2:]] == [kind, kind]
    with pytest.raises(TelegramBadRequest, match="can't use file of type"):
        await bot.send_sticker(anna.id, file.file_id) if kind != "sticker" else (
            await bot.send_photo(anna.id, file.file_id)
        )
    assert again.message_id == first.message_id + 1


async def test_bytes_come_back(pg: Playground, bot: Bot, anna: Person) -> None:
    await anna.sends("document", data=b"price list", file_name="../../prices.csv")
    message = (await bot.get_updates())[-1].message
    assert message and message.document
    assert message.document.file_size == 10
    into = io.BytesIO()
    await bot.download(message.document, into)
    assert into.getvalue() == b"price list"
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{pg.url}/file/bot100:TEST/documents/none.txt") as answer:
            assert answer.status == 404
        url = f"{pg.url}/api/media/{message.document.file_id}"
        async with session.get(url) as answer:
            assert await answer.read() == b"price list"


async def test_an_album_stays_one(bot: Bot, anna: Person, boris: Person) -> None:
    await anna.sends_album("photo", 3, caption="three")
    await anna.says("between")
    items = [u.message for u in await bot.get_updates() if u.message and u.message.photo]
    assert len({m.media_group_id for m in items}) == 1 and items[0].caption == "three"
    ids = [m.message_id for m in items]
    await bot.copy_messages(boris.id, anna.id, ids)
    await bot.forward_messages(boris.id, anna.id, ids[:1])
    albums = [m.album for m in boris.sees()[-4:]]
    assert len(set(albums[:3])) == 1 and albums[0] != items[0].media_group_id
    assert albums[3] is None


async def test_the_bot_sends_an_album(bot: Bot, anna: Person) -> None:
    media = [InputMediaPhoto(media=picture(), caption="<b>x</b>", parse_mode="HTML")]
    with pytest.raises(TelegramBadRequest, match="2-10 items"):
        await bot.send_media_group(anna.id, media)
    sent = await bot.send_media_group(anna.id, [*media, InputMediaPhoto(media=picture())])
    assert sent[0].media_group_id == sent[1].media_group_id
    assert sent[0].caption_entities and sent[0].caption_entities[0].type == "bold"


async def test_captions(bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_photo(anna.id, picture(), caption="x" * 1025)
    sent = await bot.send_photo(anna.id, picture(), caption="one")
    place = {"chat_id": anna.id, "message_id": sent.message_id}
    await bot.edit_message_caption(caption="two", **place)
    assert anna.sees()[-1].text == "two"
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("x", **place)
    other = InputMediaPhoto(media=picture(b"other"), caption="three")
    await bot.edit_message_media(other, **place)
    assert anna.sees()[-1].text == "three"
    copied = await bot.copy_message(anna.id, anna.id, sent.message_id, caption="four")
    assert anna.sees()[-1].id == copied.message_id and anna.sees()[-1].text == "four"


async def test_what_cannot_be_copied(pg: Playground, bot: Bot, anna: Person) -> None:
    board = await bot.send_message(anna.id, "board")
    await bot.pin_chat_message(anna.id, board.message_id)
    service = anna.sees()[-1].id
    place = {"chat_id": anna.id, "from_chat_id": anna.id}
    said = await refusal(pg, "copyMessage", message_id=service, **place)
    assert said == "Bad Request: message can't be copied"
    said = await refusal(pg, "forwardMessage", message_id=service, **place)
    assert said == "Bad Request: message can't be forwarded"
    assert "message to copy not found" in await refusal(pg, "copyMessage", message_id=99, **place)
    said = await refusal(pg, "copyMessages", message_ids=[service], **place)
    assert "there are no messages to copy" in said
    said = await refusal(pg, "copyMessages", message_ids=[2, 1], **place)
    assert "strictly increasing" in said
    said = await refusal(pg, "copyMessages", message_ids=list(range(1, 102)), **place)
    assert "too many message identifiers" in said
    sealed = await bot.send_message(anna.id, "x", protect_content=True)
    said = await refusal(pg, "copyMessage", message_id=sealed.message_id, **place)
    assert "can't be copied" in said


async def test_forwards_name_the_author_unless_hidden(pg: Playground, bot: Bot) -> None:
    vera = pg.user("Вера", last_name="К", hides_forwards=True)
    anna = pg.user("Anna")
    for person in (anna, vera):
        said = await person.says("hello")
        forwarded = await bot.forward_message(anna.id, person.id, said.id)
        origin = forwarded.forward_origin
        assert origin and origin.type == ("hidden_user" if person is vera else "user")


async def test_places_and_polls(pg: Playground, bot: Bot, anna: Person) -> None:
    await bot.send_location(anna.id, 55.7, 37.6)
    await bot.send_venue(anna.id, 55.7, 37.6, "Shop", "Street 1")
    await bot.send_contact(anna.id, "+7900", "Boris")
    await bot.send_dice(anna.id, emoji="🎯")
    options = [InputPollOption(text="yes"), InputPollOption(text="no")]
    await bot.send_poll(anna.id, "Well?", options, is_anonymous=False)
    await anna.votes(anna.sees()[-1], 1)
    poll, answer = (await bot.get_updates())[-2:]
    assert poll.poll and poll.poll.options[1].voter_count == 1
    assert answer.poll_answer and answer.poll_answer.option_ids == [1]
    assert "location is invalid" in await refusal(
        pg, "sendLocation", chat_id=anna.id, latitude=91, longitude=0
    )
    assert "wrong file identifier" in await refusal(
        pg, "sendPhoto", chat_id=anna.id, photo="nonsense"
    )


@pytest.mark.parametrize(
    ("width", "height"), [(6000, 4001), (2100, 100), (0, 100)], ids=["large", "stretched", "flat"]
)
async def test_photos_that_telegram_can_not_show(
    bot: Bot, anna: Person, width: int, height: int
) -> None:
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(anna.id, picture(_png(width, height)))


async def test_a_photo_has_the_size_of_its_file(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(anna.id, picture(_png(900, 1400)))
    assert sent.photo and (sent.photo[-1].width, sent.photo[-1].height) == (900, 1400)


def _png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(20)
