"""`/stats`: a menu, figures that add up, pages on one card, pictures; for some people only."""

from datetime import datetime, timedelta

import pytest

from handlers.texts import Texts
from handlers.voice.cards.pages import usually
from playground.messages import Message
from playground.people import Person
from tests.admin.past_weeks import albums
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import presses
from tests.voice.weeks import past

PATIENCE = 15.0


async def opens(person: Person, words: str, report: str) -> Message:
    """A report's card."""
    await person.says(words)
    return await person.waits_for(report, timeout=PATIENCE)


async def filled(shop: Shop, at: datetime) -> None:
    """Eight tickets of one agent, two of another topic; orders; surveys."""
    async with shop.app.store.change() as tx:
        told = await past(tx, shop, "Борис")
        for score in (5, 5, 5, 4, 4, 3, None, None):
            await told.ticket(at, score=score, first=10)
        await told.ticket(at, topic="refund", score=1, comment="ждал <b>неделю</b>", first=600)
        await told.ticket(at, topic="refund", score=2, comment="второй раз звоню", first=600)
        await told.ticket(at, topic="refund", first=None, resolved=None)
        for rated in (5, 5, 5, 5, 2, None):
            await told.order(at, rated, "коробка мятая" if rated == 2 else None)
        told.surveys(at, "nps", [10, 10, 9, 9, 8, 3, None])
        told.surveys(at, "ces", [4, None])


async def test_a_menu_of_reports_and_what_customers_say(shop: Shop) -> None:
    await shop.agent("Борис", "orders")
    olga = await shop.admin()
    menu = await opens(olga, "/stats", "Что показать?")
    assert {"↩️ Возвраты", "⭐ Оценки и отзывы", "⏱ Как отвечаем"} <= set(menu.buttons)
    await presses(olga, menu, "⭐ Оценки и отзывы")
    await shop.settles()
    assert await albums(shop) == []  # nobody was asked yet: said in a toast

    await filled(shop, shop.clock() - timedelta(days=1))
    await presses(olga, menu, "⭐ Оценки и отзывы")
    card = await olga.waits_for("Что говорят покупатели", timeout=PATIENCE)
    assert "довольны 62" in card.text or "довольны 63" in card.text  # 5 of 8
    assert "ответили 8 из 10" in card.text and "ответили 5 из 6" in card.text
    assert "(NPS): 50" in card.text and "ответили 1 из 2, считать рано" in card.text
    await shop.settles()
    assert await albums(shop) == [olga.id]
    picture = await olga.waits_for(lambda one: one.kind == "photo", since=0, timeout=PATIENCE)
    assert picture.text == "Оценки покупателей по неделям и темам"


async def test_pages_turn_on_one_card_and_words_lead_to_their_tickets(shop: Shop) -> None:
    await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", role="supervisor", language="en")
    await filled(shop, shop.clock() - timedelta(days=1))
    card = await opens(vera, "/stats feedback", "What customers say")
    await presses(vera, card, "By topic")
    await vera.waits_until(lambda: "Ticket ratings by topic" in card.text, timeout=PATIENCE)
    assert "satisfied 0 of 2" in card.text and "83%" in card.text  # few are said, not computed
    await presses(vera, card, "← Back")
    await vera.waits_until(lambda: "By person" in card.buttons, timeout=PATIENCE)
    await presses(vera, card, "By person")
    await vera.waits_until(lambda: "Борис: satisfied" in card.text, timeout=PATIENCE)
    await presses(vera, card, "← Back")
    await vera.waits_until(lambda: "In their words" in card.buttons, timeout=PATIENCE)
    await presses(vera, card, "In their words")
    await vera.waits_until(lambda: "orders · 1" in card.buttons, timeout=PATIENCE)
    about = next(one for one in card.buttons if one.endswith("· 2"))
    await presses(vera, card, about)
    await vera.waits_until(lambda: "ждал <b>неделю</b>" in card.text, timeout=PATIENCE)
    assert card.text.index("второй раз") < card.text.index("ждал")
    number = next(one for one in card.buttons if one.startswith("№"))
    await presses(vera, card, number)
    await vera.waits_for(lambda one: one is not card and number in one.text, timeout=PATIENCE)


async def test_how_we_answer(shop: Shop) -> None:
    await shop.agent("Борис", "orders")
    olga = await shop.admin()
    await opens(olga, "/stats service", "Обращений пока не было")
    await filled(shop, shop.clock() - timedelta(days=1))
    card = await opens(olga, "/stats service", "Как мы отвечаем")
    assert "Обращений: 11 · сейчас не решено: 1" in card.text
    assert "обычно за 10 мин, в девяти случаях из десяти — за 10 ч" in card.text
    assert "За 12 недель: с " in card.text and "0 из 0" not in card.text
    assert "Сразу в нужный отдел" not in card.text  # the model sent none of them
    await presses(olga, card, "По темам")
    await olga.waits_until(lambda: "По темам" in card.text, timeout=PATIENCE)
    assert ": 8 · ответ за 10 мин" in card.text and ": 3 · ответ за 10 ч" in card.text
    await presses(olga, card, "← Назад")
    await olga.waits_until(lambda: "По неделям" in card.buttons, timeout=PATIENCE)
    await presses(olga, card, "По неделям")
    await olga.waits_until(lambda: "к концу не решено 1" in card.text, timeout=PATIENCE)


def test_lengths_of_time_are_said_once_where_they_are_alike() -> None:
    texts, quick, slow = Texts(), (0.2, 0.9), (40.0, 200.0)
    assert usually(texts, "ru", quick) == "почти всегда быстрее чем за минуту"
    assert usually(texts, "en", quick) == "almost always in under a minute"
    said = usually(texts, "ru", (0.2, 70)).replace("\u00a0", " ")
    assert said == "обычно быстрее чем за минуту, в девяти случаях из десяти — за 1 ч 10 мин"
    clock = usually(texts, "en", (50, 9000), by_clock=True)
    assert clock == "usually within 50 min, nine times in ten within 6 days"
    assert usually(texts, "ru", slow) == usually(texts, "ru", slow, by_clock=True)


@pytest.mark.parametrize("verb", ["fbpage", "svpage", "stats"])
async def test_reports_are_for_those_who_run_the_shop(shop: Shop, verb: str) -> None:
    boris = await shop.agent("Борис", "orders")
    olga = await shop.admin()
    await boris.says("/stats feedback")
    await boris.waits_for("нет на это прав", timeout=PATIENCE)
    pressed = boris.sees()[-1]
    assert await answer_to(boris, pressed, sealed(shop, boris.id, verb, "", "main"))
    odd = sealed(shop, olga.id, verb, "", "nonsense.9")
    assert "не работает" in await answer_to(olga, olga.sees()[-1], odd)
    for page in ("said", "said.x.y.z", "said.nps.0.99999999999999999999", "topics.77"):
        if verb == "fbpage":
            await answer_to(olga, olga.sees()[-1], sealed(shop, olga.id, verb, "", page))
    await shop.settles()
    assert await albums(shop) == []
