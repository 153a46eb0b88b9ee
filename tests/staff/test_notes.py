"""Notes never leak: every message that the customer sees is searched."""

from tests.desk import Shop
from tests.staff.scenes import PATIENCE, in_forum, in_private, said


async def test_notes_of_every_kind_stay_inside(shop: Shop) -> None:
    scene = await in_forum(shop)
    thread, group, boris = await scene.thread(), scene.group, scene.boris
    first = await scene.writes("// тайна один")
    await scene.writes("/note тайна два")
    await scene.writes("//тайна три", reply_to=await scene.question())
    await boris.sends("photo", caption="// тайна четыре", chat=group, thread=thread)
    await boris.sends("document", caption="/note тайна пять", chat=group, thread=thread)
    await boris.sends_album("photo", 3, caption="// тайна шесть", chat=group, thread=thread)
    await boris.edits(first, "тайна семь, уже без знака")
    await scene.writes("а это можно")
    await scene.anna.waits_for("а это можно", timeout=PATIENCE)
    await shop.settles()
    assert "тайна" not in scene.customer_sees()
    assert not [one for one in scene.anna.sees() if one.kind in ("photo", "document")]
    notes = await said(shop, "note")
    assert [one.kind for one in notes] == ["text"] * 3 + ["photo", "document"] + ["photo"] * 3
    assert notes[1].text == "тайна два" and notes[3].text == "тайна четыре"


async def test_an_empty_note_explains_itself(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/note")
    await scene.boris.waits_for("Добавьте текст", chat=scene.group, timeout=PATIENCE)
    await scene.boris.says("/note")
    await scene.boris.waits_for("/note 12", timeout=PATIENCE)


async def test_notes_in_private_by_reply_and_by_number(shop: Shop) -> None:
    scene = await in_private(shop)
    note = await scene.writes("// тайна один")
    await scene.boris.says("/note 1 тайна два")
    await scene.boris.waits_until(lambda: "✍" in note.reactions.values(), timeout=PATIENCE)
    await shop.settles()
    assert [one.text for one in await said(shop, "note")] == ["тайна один", "тайна два"]
    assert "тайна" not in scene.customer_sees()


async def test_a_late_caption_keeps_the_whole_album_inside(shop: Shop) -> None:
    scene = await in_forum(shop)
    thread = await scene.thread()
    album = await scene.boris.sends_album("photo", 2, chat=scene.group, thread=thread)
    await scene.boris.edits(album[1], "// тайна")
    await shop.settles()
    assert "тайна" not in scene.customer_sees()


async def test_notes_travel_with_the_ticket_and_keep_their_mark(shop: Shop) -> None:
    scene = await in_forum(shop)
    vera = await shop.agent("Вера", "care")
    await scene.writes("// тайна один")
    await scene.writes("/transfer care")
    await scene.boris.waits_for("Весь разговор", chat=scene.group, timeout=PATIENCE)
    await vera.says("/take 1")
    note = await vera.waits_for("тайна один", timeout=PATIENCE)
    assert note.text == "📝 Борис:\nтайна один"
    await vera.says("здравствуйте", reply_to=note)
    await scene.anna.waits_for("здравствуйте", timeout=PATIENCE)
    await shop.settles()
    assert "тайна" not in scene.customer_sees()
