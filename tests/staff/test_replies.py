"""Answers: the name over them, every kind, albums, edits, reply threads, reactions."""

import pytest

from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, in_forum, in_private, said, ticket


async def test_the_name_stands_over_words_and_captions(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("350 рублей <b>точно</b> & без доплат")
    text = await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    assert text.text == "Борис:\n350 рублей <b>точно</b> & без доплат"
    thread = await scene.thread()
    await scene.boris.sends("photo", caption="вот коробка", chat=scene.group, thread=thread)
    photo = await scene.anna.waits_for("вот коробка", timeout=PATIENCE)
    assert photo.kind == "photo" and photo.text == "Борис:\nвот коробка"


@pytest.mark.parametrize("kind", ["sticker", "voice", "video_note", "location", "contact"])
async def test_what_has_no_caption_comes_after_a_line_with_the_name(shop: Shop, kind: str) -> None:
    scene = await in_private(shop)
    await scene.boris.sends(kind, reply_to=await scene.question())
    await scene.anna.waits_for(lambda one: one.kind == kind, timeout=PATIENCE)
    await shop.settles()
    last = scene.anna.sees()[-2:]
    if kind == "voice":
        assert last[1].text == "Борис:"
    else:
        assert [one.kind for one in last] == ["text", kind]
        assert last[0].text == "Борис:"


async def test_a_very_long_answer_arrives_whole_after_the_name(shop: Shop) -> None:
    scene = await in_forum(shop)
    long = "очень подробно " * 272
    await scene.writes(long)
    await scene.anna.waits_for("очень подробно", timeout=PATIENCE)
    await shop.settles()
    name, answer = scene.anna.sees()[-2:]
    assert name.text == "Борис:" and answer.text == long.strip()


async def test_an_album_stays_an_album_after_the_name(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.boris.sends_album(
        "photo", 4, caption="три вида", chat=scene.group, thread=await scene.thread()
    )
    await scene.writes("выбирайте")
    await scene.anna.waits_for("выбирайте", timeout=PATIENCE)
    await shop.settles()
    last = scene.anna.sees()[-6:]
    assert last[0].text == "Борис:"
    assert [one.kind for one in last[1:5]] == ["photo"] * 4
    assert len({one.album for one in last[1:5]}) == 1
    assert last[5].text == "Борис:\nвыбирайте"


async def test_edits_reach_the_customer(shop: Shop) -> None:
    scene = await in_forum(shop)
    mine = await scene.writes("350 рублей")
    copy = await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    await scene.boris.edits(mine, "330 рублей")
    changed = await scene.anna.waits_for("330 рублей", timeout=PATIENCE, since=0)
    assert changed is copy and changed.text == "Борис:\n330 рублей"
    photo = await scene.boris.sends(
        "photo", caption="цена 1", chat=scene.group, thread=await scene.thread()
    )
    await scene.anna.waits_for("цена 1", timeout=PATIENCE)
    await scene.boris.edits(photo, "цена 2")
    await scene.anna.waits_for("Борис:\nцена 2", timeout=PATIENCE)
    assert "350" not in scene.customer_sees()


async def test_an_edit_into_a_note_never_shows(shop: Shop) -> None:
    scene = await in_forum(shop)
    mine = await scene.writes("350 рублей")
    await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    await scene.boris.edits(mine, "// покупатель вредный")
    await shop.settles()
    assert "вредный" not in scene.customer_sees()
    assert "350 рублей" in scene.customer_sees()


async def test_answers_keep_their_threads_both_ways(shop: Shop) -> None:
    scene = await in_forum(shop)
    anna, boris, group = scene.anna, scene.boris, scene.group
    first = next(one for one in anna.sees() if one.text == QUESTION)
    await anna.says("ещё вопрос: а в Клин доставка сколько?")
    await boris.waits_for("Клин", chat=group, timeout=PATIENCE)
    await scene.writes("в Тверь 350", reply_to=await scene.question())
    answer = await anna.waits_for("в Тверь 350", timeout=PATIENCE)
    assert answer.reply_to is first
    await shop.settles()
    await anna.says("дорого", reply_to=answer)
    heard = await boris.waits_for("дорого", chat=group, timeout=PATIENCE)
    assert heard.reply_to is not None and heard.reply_to.text == "в Тверь 350"
    assert heard.reply_to.sender is boris.user


async def test_reactions_cross_the_counter(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.boris.reacts(await scene.question(), "👍")
    own = next(one for one in scene.anna.sees() if one.text == QUESTION)
    await scene.anna.waits_until(lambda: "👍" in own.reactions.values(), timeout=PATIENCE)
    mine = await scene.writes("350 рублей")
    answer = await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    await shop.settles()
    await scene.anna.reacts(answer, "🔥")
    await scene.boris.waits_until(lambda: "🔥" in mine.reactions.values(), timeout=PATIENCE)


async def test_service_messages_and_slips_stay_inside(shop: Shop) -> None:
    scene = await in_forum(shop)
    thread = await scene.thread()
    await scene.group.closes_topic(thread)
    await scene.group.reopens_topic(thread)
    await scene.writes("/nite секрет")
    await scene.boris.waits_for("Такой команды нет", chat=scene.group, timeout=PATIENCE)
    await shop.settles()
    assert "секрет" not in scene.customer_sees()
    assert await said(shop, "staff") == []


async def test_somebody_who_is_not_staff_is_told_once(shop: Shop) -> None:
    scene = await in_forum(shop)
    guest = shop.playground.user("Гость", language="ru")
    await scene.group.adds(guest)
    thread = await scene.thread()
    await guest.says("я просто мимо", chat=scene.group, thread=thread)
    await guest.waits_for("не отправлено", chat=scene.group, timeout=PATIENCE)
    await guest.says("и ещё раз", chat=scene.group, thread=thread)
    await shop.settles()
    told = [one for one in guest.sees(chat=scene.group) if "не отправлено" in one.text]
    assert len(told) == 1
    assert "мимо" not in scene.customer_sees() and "ещё раз" not in scene.customer_sees()


async def test_a_word_after_the_end_is_sent_and_reopening_is_offered_once(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/resolve")
    await scene.anna.waits_for("Вопрос решён?", timeout=PATIENCE)
    await scene.writes("и приходите ещё")
    await scene.anna.waits_for("приходите ещё", timeout=PATIENCE)
    offer = await scene.boris.waits_for("уже закрыто", chat=scene.group, timeout=PATIENCE)
    await scene.writes("до свидания")
    await shop.settles()
    offers = [one for one in scene.boris.sees(chat=scene.group) if "уже закрыто" in one.text]
    assert len(offers) == 1 and (await ticket(shop)).state == "resolved"
    await scene.boris.presses(offer, "Открыть снова")
    await shop.settles()
    assert (await ticket(shop)).state == "taken"


async def test_the_card_says_that_the_answer_arrived(shop: Shop) -> None:
    scene = await in_private(shop)
    await scene.writes("350 рублей")
    await scene.boris.waits_for("доставлен", timeout=PATIENCE)
    assert [one.delivery for one in await said(shop, "staff")] == ["delivered"]
