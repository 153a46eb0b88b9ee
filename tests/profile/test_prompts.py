"""A prompt of the profile ends with whatever else the person does: no later word becomes a name."""

from playground.people import Person
from tests.desk import Shop
from tests.profile.known import entries, newcomer
from tests.profile.newsstand import opened
from tests.trade.looking import plain


async def asked_for_a_name(person: Person) -> None:
    """The profile waits for a name."""
    await person.says("/profile")
    await person.waits_for("О вас")
    await person.presses("Имя и контакты")
    await person.waits_for(lambda one: "+ Имя" in str(one.buttons))
    await person.presses("+ Имя")
    await person.waits_for("Как к вам обращаться")


async def stops_asking(person: Person) -> None:
    """The card says no more that a name is waited for."""
    await person.waits_until(
        lambda: not any("Как к вам обращаться" in m.text for m in person.sees())
    )


async def test_a_question_ends_it_and_later_words_go_to_the_shop(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    await asked_for_a_name(anna)
    await anna.says("Где мой заказ 12?")
    await anna.waits_for("№1")
    await stops_asking(anna)
    await anna.says("Быстро и вежливо")
    await shop.settles()
    assert await entries(shop) == []


async def test_a_command_ends_it_and_words_look_round_the_catalogue(shop: Shop) -> None:
    _, anna = await opened(shop, "memory")
    await asked_for_a_name(anna)
    await anna.says("/catalog")
    await anna.waits_for("Выберите раздел")
    await stops_asking(anna)
    await anna.says("шлем")
    await anna.waits_for(lambda one: "«шлем»" in plain(one.text))
    assert await entries(shop) == []
    await anna.says("/catalog")
    await anna.waits_for("Выберите раздел")
    await anna.says("верните мне деньги за заказ 12")
    await anna.waits_for("№1")


async def test_a_button_of_another_message_and_ten_minutes_end_it(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    await anna.says("/help")
    told = await anna.waits_for("Позвать человека")
    await asked_for_a_name(anna)
    await anna.presses(told, "Контакты")
    await stops_asking(anna)
    await anna.presses("+ Имя")
    await anna.waits_for("Как к вам обращаться")
    shop.clock.passes(minutes=11)
    await anna.says("Быстро и вежливо")
    await stops_asking(anna)
    assert await entries(shop) == []


async def test_cancel_is_understood_everywhere(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    for times, words in enumerate(("/cancel", "Отмена", "/cancel", "cancel"), 1):
        if times > 1:
            await asked_for_a_name(anna)
        await anna.says(words)
        await anna.waits_until(
            lambda times=times: sum(m.text == "Хорошо." for m in anna.sees()) == times
        )
        await shop.settles()
    await stops_asking(anna)
    assert await entries(shop) == [] and await shop.tickets() == []


async def test_a_phone_is_asked_for_once(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Имя и контакты")
    await anna.waits_for(lambda one: "+ Телефон" in str(one.buttons))
    await anna.presses("+ Телефон")
    await anna.waits_for("Какой у вас телефон")
    await shop.settles()
    assert sum("напишите номер" in one.text for one in anna.sees()) == 1
    await anna.says("8 916 123-45-67")
    await anna.waits_for("Записали телефон")
    await anna.waits_for("Телефон: +")
    assert not any(one.text == "Хорошо." for one in anna.sees())
