"""First contact and `/privacy`: nothing is chosen for anybody, nothing is in the way."""

from pathlib import Path

from sqlalchemy import func, select

from models.memory.consents import PolicyText
from services.privacy import policies
from tests.desk import Shop
from tests.privacy.agreeing import asking, events, held, said
from tests.privacy.offering import becomes, from_bot, greets, offers, wishes
from tests.security.forging import answer_to

ROOT = Path(__file__).parents[2]
DELIVERY = "сколько стоит доставка в Тверь и сколько дней идёт?"


__all__ = ["asking"]


async def test_a_question_is_answered_first_and_the_choices_come_quietly(asking: Shop) -> None:
    anna = asking.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    card = await anna.waits_for("Ваши данные — как вам удобнее")
    await asking.settles()
    seen = [one.text for one in from_bot(asking, anna)]
    assert "№1" in seen[0] and len(seen) == 2, seen
    assert card.buttons[:2] == ["Помнить меня: да", "нет"] and card.buttons[-1] == "Подробнее"
    assert not any("✅" in one for one in card.buttons), "nothing is chosen for them"
    assert await said(asking) == [("service", "told", "first")]
    assert len(await asking.tickets()) == 1
    await anna.says("и ещё вопрос: есть ли самовывоз?")
    await asking.settles()
    assert sum("как вам удобнее" in one.text for one in from_bot(asking, anna)) == 1


async def test_each_purpose_has_its_own_answer(asking: Shop) -> None:
    vera = asking.playground.user("Vera", language="en")
    await vera.starts()
    card = await vera.waits_for("Your data, your choice")
    await vera.presses(card, "News: yes")
    await vera.waits_until(lambda: "✅ News: yes" in card.buttons)
    refuse = str(card.button_rows[0][1]["callback_data"])
    assert await answer_to(vera, card, refuse) == "All right, we won’t remember anything."
    assert "Noted already" in await answer_to(vera, card, refuse)
    await asking.settles()
    assert await held(asking) == {"service": True, "news": True, "memory": False}
    assert await said(asking) == [
        ("service", "told", "first"),
        ("news", "given", "first"),
        ("memory", "refused", "first"),
    ]
    one = (await events(asking))[1]
    assert one.message_tg_id == card.id
    await vera.presses(card, data=str(card.button_rows[2][1]["callback_data"]))
    await vera.waits_until(lambda: "Thank you, noted" in card.text)


async def test_what_is_kept_is_said_once_and_more_explains(asking: Shop) -> None:
    anna = await greets(asking)
    card = await anna.waits_for("как вам удобнее")
    seen = "\n".join(one.text for one in from_bot(asking, anna))
    assert seen.count("Храним ваше имя") == 1 and "номер аккаунта" in card.text
    await anna.presses(card, "Подробнее")
    page = await anna.waits_for("Ответы и заказы")
    assert "Как долго." in page.text and page is from_bot(asking, anna)[-1]


async def test_the_words_are_archived_as_they_were_shown(asking: Shop) -> None:
    anna = await greets(asking)
    await anna.waits_for("как вам удобнее")
    await anna.presses("Новости: да")
    await asking.settles()
    async with asking.looks() as tx:
        kept = {one.purpose: one for one in await tx.scalars(select(PolicyText))}
    news = kept["news"]
    assert (
        "«Велосклад Спица»" in news.text
        and "рекламу" in news.text
        and news.version == policies.VERSION
    )
    assert news.sha256 == policies.hash_of(news.text) and len(news.sha256) == 64
    boris = await greets(asking, "Борис")
    await boris.waits_for("как вам удобнее")
    await boris.presses("Новости: да")
    await asking.settles()
    async with asking.looks() as tx:
        texts = await tx.scalar(select(func.count()).select_from(PolicyText))
    assert texts == 2, "the same words are kept once"


async def test_nothing_is_asked_and_nothing_is_blocked_where_the_shop_does_not_ask(
    shop: Shop,
) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await shop.settles()
    assert len(from_bot(shop, anna)) == 1 and await held(shop) == {"service": True}


async def test_privacy_shows_and_switches_every_purpose(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says("/privacy")
    card = await anna.waits_for("Только с вашего согласия")
    assert card.text.count("вы ещё не решили") == 3 and "Тихих часов нет" in card.text
    await anna.presses(card, "Новости: включить")
    await anna.waits_until(lambda: "Новости и предложения — да" in card.text)
    await offers(shop, anna, dedup="1")
    await becomes(shop, 1, "sent")
    await anna.presses(card, "Новости: выключить")
    await anna.waits_until(lambda: "Новости и предложения — нет" in card.text)
    shop.clock.passes(hours=5)
    await offers(shop, anna, dedup="2")
    await becomes(shop, 2, "dropped", "no_consent")
    actions = [action for purpose, action, _ in await said(shop) if purpose == "news"]
    assert actions == ["given", "withdrawn"]
    await wishes(shop, anna, most=2, within_days=7, pace="weekly", muted=["nps"])
    await anna.presses(card, "Новости: включить")
    await anna.waits_until(lambda: "не больше 2 за 7 дней" in card.text)
    assert "раз в неделю" in card.text and "• вопрос, посоветуете ли" in card.text
    await wishes(shop, anna, stopped_at=shop.clock())
    await anna.presses(card, "Новости: выключить")
    await anna.waits_until(lambda: "только отвечаем" in card.text)
    assert "за 7 дней" not in card.text and "Тихих часов" not in card.text
    await anna.presses(card, "Что, зачем и как долго")
    await anna.waits_until(lambda: "Как долго." in card.text)
    assert len(card.text) < 4000
    await anna.presses(card, "← Назад")
    await anna.waits_until(lambda: "Только с вашего согласия" in card.text)


async def test_all_news_end_with_one_more_press_and_come_back_with_another(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says("/privacy")
    await anna.waits_for("Только с вашего согласия")
    await anna.presses("Новости: включить")
    await shop.settles()
    await offers(shop, anna)
    await becomes(shop, 1, "sent")
    await anna.waits_until(lambda: "Не присылать" in from_bot(shop, anna)[-1].buttons)
    await anna.presses("Не присылать")
    answer = await anna.waits_for("больше не пришлём")
    await anna.presses(answer, "Не присылать никаких новостей")
    ended = await anna.waits_for("новостей и предложений от нас больше не будет")
    assert (await held(shop))["news"] is False
    await anna.presses(ended, "Вернуть новости")
    await shop.settles()
    assert (await held(shop))["news"] is True
    assert [source for purpose, _, source in await said(shop) if purpose == "news"] == [
        *("privacy", "under", "under")
    ]
