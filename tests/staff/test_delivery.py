"""Delivery told truthfully, and answers taken back."""

import pytest

from playground.errors import bad
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, in_forum, in_private, said


async def fates(shop: Shop) -> list[str | None]:
    return [one.delivery for one in await said(shop, "staff")]


async def test_a_customer_who_blocked_the_bot(shop: Shop) -> None:
    scene = await in_forum(shop)
    shop.playground.faults.next_calls("blocked", method="sendMessage", chat=scene.anna.id)
    await scene.writes("350 рублей")
    await scene.boris.waits_for("заблокировал бота", chat=scene.group, timeout=PATIENCE)
    assert await fates(shop) == ["blocked"]
    await scene.writes("ау")
    await scene.boris.waits_for("не отправлено", chat=scene.group, timeout=PATIENCE)
    await scene.anna.says("я вернулась, что с доставкой?")
    await scene.boris.waits_for("вернулась", chat=scene.group, timeout=PATIENCE)
    await scene.writes("350 рублей")
    await scene.anna.waits_for("350 рублей", timeout=PATIENCE)


async def test_unsure_offers_to_send_again_or_to_believe(shop: Shop) -> None:
    scene = await in_private(shop)
    shop.playground.faults.next_calls("lost", 2, method="sendMessage", chat=scene.anna.id)
    await scene.writes("350 рублей")
    line = await scene.boris.waits_for("не подтвердил", timeout=PATIENCE)
    assert await fates(shop) == ["unsure"]
    await scene.boris.presses(line, "Отправить ещё раз")
    await scene.boris.waits_for("доставлен", timeout=PATIENCE)
    shop.playground.faults.next_calls("lost", 2, method="sendMessage", chat=scene.anna.id)
    await scene.writes("в Клин 200")
    line = await scene.boris.waits_for("не подтвердил", timeout=PATIENCE)
    await scene.boris.presses(line, "Он дошёл")
    await scene.boris.waits_until(lambda: line.deleted, timeout=PATIENCE)
    assert await fates(shop) == ["delivered", "delivered"]


async def test_a_card_tells_an_albums_fate_in_one_line(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.boris.sends_album("photo", 3, chat=scene.group, thread=await scene.thread())
    card = await scene.boris.waits_for("доставлен", chat=scene.group, timeout=PATIENCE)
    await shop.settles()
    told = [line for line in card.text.splitlines() if "доставлен" in line]
    assert told
    assert len(told) == len(set(told))


async def test_a_card_counts_only_tickets_that_came_before(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/resolve")
    await scene.anna.waits_for("Вопрос решён", timeout=PATIENCE)
    await scene.anna.says("верните деньги за перчатки, не подошли")
    await scene.anna.waits_for("№2", timeout=PATIENCE)
    await scene.writes("/card")
    card = await scene.boris.waits_for("прежних обращений", chat=scene.group, timeout=PATIENCE)
    assert "прежних обращений: 0" in card.text


async def test_unsend_deletes_the_customers_copy(shop: Shop) -> None:
    scene = await in_forum(shop)
    wrong = await scene.writes("не туда!")
    copy = await scene.anna.waits_for("не туда!", timeout=PATIENCE)
    album = await scene.boris.sends_album("photo", 3, chat=scene.group, thread=await scene.thread())
    await scene.anna.waits_for(lambda one: one.kind == "photo", timeout=PATIENCE)
    await shop.settles()
    await scene.writes("/unsend", reply_to=wrong)
    await scene.boris.waits_for("Забрали", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/unsend", reply_to=album[1])
    await shop.settles()
    assert copy.deleted
    assert not [one for one in scene.anna.sees() if one.kind == "photo"]
    assert not [one for one in scene.anna.sees() if one.text == "Борис:"]
    await scene.writes("/unsend", reply_to=wrong)
    await scene.boris.waits_for("уже забрали", chat=scene.group, timeout=PATIENCE)


async def test_unsend_says_why_not(shop: Shop) -> None:
    vera = await shop.agent("Вера", "orders")
    scene = await in_forum(shop, colleagues=(vera,))
    mine = await scene.writes("350 рублей")
    await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    await shop.settles()
    thread = await scene.thread()
    await vera.says("/unsend", chat=scene.group, thread=thread, reply_to=mine)
    await vera.waits_for("только своё", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/unsend", reply_to=await scene.question())
    await scene.boris.waits_for("Ответьте командой", chat=scene.group, timeout=PATIENCE)


async def test_unsend_after_two_days_is_too_late(shop: Shop) -> None:
    scene = await in_forum(shop)
    wrong = await scene.writes("не туда!")
    copy = await scene.anna.waits_for("не туда!", timeout=PATIENCE)
    await shop.settles()
    shop.clock.passes(hours=48)
    await scene.writes("/unsend", reply_to=wrong)
    said = await scene.boris.waits_for(
        "Забрать уже не получится", chat=scene.group, timeout=PATIENCE
    )
    assert "48 часов" in said.text and "по-прежнему видит" in said.text
    assert not copy.deleted
    assert await fates(shop) == ["delivered"]


async def test_when_telegram_says_it_is_too_late_an_album_is_told_of_once(shop: Shop) -> None:
    scene = await in_forum(shop)
    album = await scene.boris.sends_album("photo", 3, chat=scene.group, thread=await scene.thread())
    await scene.anna.waits_for(lambda one: one.kind == "photo", timeout=PATIENCE)
    await shop.settles()
    shop.playground.clock.advance(48 * 3600 + 60)
    await scene.writes("/unsend", reply_to=album[1])
    await scene.boris.waits_for("Забрать уже не получится", chat=scene.group, timeout=PATIENCE)
    await shop.settles()
    said = [one.text for one in scene.boris.sees(chat=scene.group)]
    assert sum("по-прежнему видит" in text for text in said) == 1
    assert len([one for one in scene.anna.sees() if one.kind == "photo"]) == 3
    assert await fates(shop) == ["delivered"] * 3


async def test_another_refusal_to_delete_is_not_called_too_late(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await in_forum(shop)
    wrong = await scene.writes("не туда!")
    await scene.anna.waits_for("не туда!", timeout=PATIENCE)
    await shop.settles()

    def refuses(*_: object) -> None:
        raise bad("MESSAGE_DELETE_FORBIDDEN")

    monkeypatch.setattr("playground.methods.removing.check_deletable", refuses)
    await scene.writes("/unsend", reply_to=wrong)
    said = await scene.boris.waits_for("не дал удалить", chat=scene.group, timeout=PATIENCE)
    assert "48 часов" not in said.text


async def test_what_the_customer_took_away_is_still_told(shop: Shop) -> None:
    scene = await in_forum(shop)
    shop.playground.faults.next_calls("429", method="copyMessage", retry_after=2)
    message = await scene.anna.says("мой телефон 5-55-55, позвоните")
    await scene.anna.deletes(message)
    heard = await scene.boris.waits_for("5-55-55", chat=scene.group, timeout=PATIENCE)
    assert heard.thread == await scene.thread()
