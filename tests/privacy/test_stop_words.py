"""Short words that mean "no more": answered with what can be switched off; never by themselves."""

import pytest

from handlers.privacy.words import wants_less
from models.messages import Message as Said
from tests.customer.conversation import DELIVERY, stored
from tests.desk import Shop
from tests.privacy.agreeing import held
from tests.privacy.offering import agrees, from_bot, greets


@pytest.mark.parametrize(
    "text",
    [
        *("стоп", "СТОП!!!", "Отпишите меня, пожалуйста.", "не пишите мне больше", "STOP"),
        *("Хватит рассылок!", "unsubscribe", "Please unsubscribe me", "Don’t write to me anymore."),
    ],
)
def test_a_short_whole_message(text: str) -> None:
    assert wants_less(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "стоп, а где мой заказ?",
            "стоп-сигнал есть в наличии?",
            "хватит ли рассылок на год?",
        ),
        *(
            "не пишите мне больше на почту, звоните",
            "stop sign",
            "full stop",
            "пожалуйста",
            "стопа",
        ),
        *("how do I stop the bike?", "do you sell a stop light", "отпишитесь, когда будет готово"),
    ],
)
def test_a_part_of_something_else_is_not(text: str) -> None:
    assert not wants_less(text)


async def test_it_is_answered_at_once_and_switches_nothing_off(shop: Shop) -> None:
    anna = await greets(shop)
    await agrees(shop, anna)
    await anna.says("стоп")
    first = await anna.waits_for("Писать вам меньше?")
    assert await shop.tickets() == []
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await anna.says("не пишите мне больше")
    ways = await anna.waits_for(lambda one: "Писать вам меньше?" in one.text and one is not first)
    assert len(await stored(shop, Said)) == 1 and (await held(shop))["news"] is True
    await anna.presses(ways, "Не присылать новостей")
    await anna.waits_for("Новости и предложения — нет")
    assert (await held(shop))["news"] is False


async def test_the_page_of_how_to_write_comes_to_the_bottom_and_leads_back(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says("/profile")
    old = await anna.waits_for("О вас")
    await anna.says("/privacy")
    card = await anna.waits_for("Только с вашего согласия")
    await anna.presses(card, "Когда и о чём мне писать")
    page = await anna.waits_for("Как вам писать")
    assert page is from_bot(shop, anna)[-1] and page is not old
    await anna.presses(page, "← Ваши данные")
    again = await anna.waits_for("Только с вашего согласия")
    assert again is from_bot(shop, anna)[-1]
