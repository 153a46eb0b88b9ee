"""Guides: written by an admin, looked at, sent once to whoever asked for them and agreed."""

from tests.desk import Shop
from tests.profile.known import card, newcomer
from tests.profile.newsstand import looks_round, news, noon
from tests.security.forging import answer_to, sealed


async def test_a_guide_goes_once_to_those_who_asked(shop: Shop) -> None:
    noon(shop)
    olga = await shop.admin()
    anna = await newcomer(shop, "Анна", "ru", "news")
    boris = await newcomer(shop, "Борис", "ru", "news")
    for person in (anna, boris):
        await person.says("/profile")
        await person.waits_for("О вас")
    await anna.presses("Подписки")
    await anna.waits_for("Пока ни одной")
    await anna.presses("Советы и обзоры")
    await anna.waits_for("1. Советы и обзоры")
    await olga.says("/guide")
    await olga.waits_for("первая строка — заголовок")
    await olga.sends("sticker")
    await olga.waits_for("Нужен текст")
    await olga.says("Только заголовок")
    await olga.waits_until(
        lambda: len([one for one in olga.sees() if "Нужен текст" in one.text]) == 2
    )
    await olga.says("Как выбрать <раму>\nВстаньте над рамой & померьте.")
    shown = await olga.waits_for("Так это увидят")
    assert "Встаньте над рамой & померьте." in shown.text
    assert "Отправить 1 человеку" in shown.buttons
    await olga.presses("Отправить 1 человеку")
    await olga.waits_for("Отправляем: 1")
    query = await olga.presses(shown, "Отправить 1 человеку")
    assert query is not None
    await looks_round(shop)
    await anna.waits_for("Как выбрать <раму>")
    await looks_round(shop)
    assert len(news(shop, anna, "Как выбрать")) == 1
    assert news(shop, boris, "Как выбрать") == []
    forged = sealed(shop, anna.id, "guidego", "1", "")
    assert await answer_to(anna, card(shop, anna, "Отписаться"), forged)
    await anna.presses(card(shop, anna, "Не присылать"), "Не присылать")
    await anna.waits_for("больше не пришлём: советы и обзоры")
    await anna.says("/profile")
    await anna.waits_for("1 подписка")
    await anna.presses("Подписки")
    await anna.waits_for("1. Советы и обзоры — сейчас не присылаем")
    await anna.presses("+ Советы и обзоры")
    await anna.waits_for(lambda one: "1. Советы" in one.text and "сейчас" not in one.text)
    await anna.presses(card(shop, anna, "Вернуть"), "Вернуть как было")
    await anna.waits_for("Вернули как было: советы и обзоры")
    assert not any("больше не пришлём" in one.text for one in anna.sees())
