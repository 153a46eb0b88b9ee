"""Staff put another file in the place of the one they sent: the customer's copy follows."""

from typing import Any

from playground.messages import Message
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, Scene, in_forum, in_private


async def another(scene: Scene, kind: str = "photo") -> dict[str, Any]:
    """What a file that was sent elsewhere consists of."""
    elsewhere = scene.shop.playground.group("Склад", members=[scene.boris])
    sent = await scene.boris.sends(kind, data=b"\x89PNG another file", chat=elsewhere)
    return {kind: sent.content[kind]}


async def replaces(scene: Scene, message: Message, kind: str, caption: str = "") -> Any:
    """Replace a message's file, as Telegram's own programs can; the new file."""
    message.content = {**await another(scene, kind), **({"caption": caption} if caption else {})}
    message.kind = kind
    scene.shop.playground.world.edited(message, scene.boris.user)
    return message.content[kind]


def file_of(message: Message) -> str:
    found = message.content[message.kind]
    return str((found[-1] if isinstance(found, list) else found)["file_unique_id"])


async def says_photo(scene: Scene, caption: str) -> tuple[Message, Message]:
    """A photo of the agent, and the customer's copy of it."""
    where = {"chat": scene.group, "thread": await scene.thread()} if scene.group else {}
    if not where:
        where = {"reply_to": await scene.question()}
    photo = await scene.boris.sends("photo", caption=caption, **where)
    copy = await scene.anna.waits_for(caption, timeout=PATIENCE)
    await scene.shop.settles()
    return photo, copy


async def test_a_replaced_photo_is_replaced_for_the_customer(shop: Shop) -> None:
    scene = await in_forum(shop)
    photo, copy = await says_photo(scene, "вот чек")
    await replaces(scene, photo, "photo", "вот верный чек")
    changed = await scene.anna.waits_for("вот верный чек", since=0, timeout=PATIENCE)
    assert changed is copy and file_of(copy) == file_of(photo)
    assert copy.text == "Борис:\nвот верный чек"

    await scene.boris.edits(photo, "и подпись")
    await scene.anna.waits_for("и подпись", since=0, timeout=PATIENCE)
    assert file_of(copy) == file_of(photo)
    assert not [one for one in scene.boris.sees(chat=scene.group) if "вложение" in one.text]


async def test_a_photo_becomes_a_document_in_private_too(shop: Shop) -> None:
    scene = await in_private(shop)
    photo, copy = await says_photo(scene, "вот чек")
    await replaces(scene, photo, "document", "вот он файлом")
    await scene.anna.waits_for("вот он файлом", since=0, timeout=PATIENCE)
    assert copy.kind == "document" and file_of(copy) == file_of(photo)


async def test_a_part_of_an_album_is_replaced(shop: Shop) -> None:
    scene = await in_forum(shop)
    album = await scene.boris.sends_album("photo", 3, chat=scene.group, thread=await scene.thread())
    await scene.anna.waits_for(lambda one: one.kind == "photo", timeout=PATIENCE)
    await shop.settles()
    copies = [one for one in scene.anna.sees() if one.kind == "photo"]
    await replaces(scene, album[1], "photo")
    await scene.anna.waits_until(lambda: file_of(copies[1]) == file_of(album[1]), timeout=PATIENCE)
    assert file_of(copies[0]) == file_of(album[0])


async def test_words_that_become_a_photo_can_not_follow_and_the_agent_is_told(shop: Shop) -> None:
    scene = await in_forum(shop)
    words = await scene.writes("сейчас пришлю чек")
    copy = await scene.anna.waits_for("сейчас пришлю чек", timeout=PATIENCE)
    await shop.settles()
    await replaces(scene, words, "photo")
    told = await scene.boris.waits_for("отдельным сообщением", chat=scene.group, timeout=PATIENCE)
    assert told.reply_to is words
    await shop.settles()
    assert (copy.kind, copy.text) == ("text", "Борис:\nсейчас пришлю чек")
