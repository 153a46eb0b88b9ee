"""`/profile`: what customers say of themselves, by buttons and with words."""

from models.memory.consents import ConsentEvent
from models.memory.profiles import ProfileEntry
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.profile.known import agrees, card, entries, newcomer, preference
from tests.security.forging import answer_to, sealed


async def test_nothing_is_kept_without_a_yes_but_language_and_time_are(shop: Shop) -> None:
    anna = await newcomer(shop)
    await anna.says("/profile")
    main = await anna.waits_for("О вас")
    assert "только с вашего разрешения" in main.text
    assert "Имя и контакты" not in str(main.buttons)
    forged = sealed(shop, anna.id, "pfset", "birthday", "05-03")
    assert "нужно ваше разрешение" in await answer_to(anna, main, forged)
    forged = sealed(shop, anna.id, "pfask", "called", "")
    assert "нужно ваше разрешение" in await answer_to(anna, main, forged)
    await anna.presses("Язык и время")
    await anna.waits_for("Пока считаем по времени магазина")
    await anna.presses("Екатеринбург")
    await anna.waits_for(lambda one: "✓ Екатеринбург" in str(one.buttons))
    assert (await preference(shop)).time_zone == "Asia/Yekaterinburg"
    await anna.presses("English")
    await anna.waits_for("It is")
    assert await entries(shop) == []
    await anna.says("/profile")
    await anna.waits_for("About you")
    await anna.presses("Allow remembering")
    await anna.waits_for(lambda one: "Name and contacts" in one.buttons)
    (given,) = [one for one in await stored(shop, ConsentEvent) if one.action == "given"]
    assert (given.purpose, given.source) == ("memory", "profile")


async def test_a_name_is_asked_for_and_used(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна Петрова", "ru", "memory")
    await anna.says("/profile")
    await anna.waits_for("Пока мы ничего о вас не записали")
    await anna.presses("Имя и контакты")
    await anna.waits_for(lambda one: "+ Имя" in str(one.buttons))
    await anna.presses("+ Имя")
    await anna.waits_for("Как к вам обращаться")
    await anna.sends("sticker")
    await anna.waits_for("Здесь нужен текст")
    await anna.says("12345!")
    await anna.waits_for("имя словами")
    await anna.says("Анечка")
    await anna.waits_for("Как обращаться: Анечка")
    assert await entries(shop) == [("called", "Анечка", "declared")]
    await anna.says("/start")
    await anna.waits_for("Здравствуйте, Анечка!")
    assert await shop.tickets() == []


async def test_what_is_typed_is_checked_and_corrected(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Имя и контакты")
    await anna.waits_for(lambda one: "+ Телефон" in str(one.buttons))
    await anna.presses("+ Телефон")
    await anna.waits_for("Какой у вас телефон")
    await anna.says("восемь девятьсот")
    await anna.waits_for("Не получилось разобрать номер")
    await anna.says("8 916 123-45-67")
    await anna.waits_for("Телефон: +79161234567")
    await anna.presses("+ Почта")
    await anna.waits_for("Какая у вас почта")
    await anna.says("anna at example")
    await anna.waits_for("Не похоже на адрес")
    await anna.says("Anna@Example.ru")
    await anna.waits_for("Почта: anna@example.ru")
    await anna.presses(card(shop, anna, "Почта"), "Почта")
    await anna.waits_for("вы указали сами")
    await anna.presses("Исправить")
    await anna.waits_for("Какая у вас почта")
    await anna.says("a@example.ru")
    await anna.waits_for("Почта: a@example.ru")
    assert ("email", "a@example.ru", "declared") in await entries(shop)
    assert len(await entries(shop)) == 2


async def test_addresses_one_first_and_ten_at_most(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Адреса")
    await anna.waits_for("Пока ни одного")
    for number in (1, 2):
        await anna.presses("Добавить адрес")
        await anna.waits_for("Напишите адрес")
        await anna.says(f"Тверь, Советская, {number}")
        await anna.waits_for(f"1. Тверь, Советская, {number}")
    await anna.presses(card(shop, anna, "2. Тверь"), "2. Тверь, Советская, 1")
    await anna.waits_for("Адрес: Тверь, Советская, 1")
    await anna.presses("Сделать основным")
    await anna.waits_for("1. Тверь, Советская, 1")
    await shop.settles()
    async with shop.app.store.change() as tx:
        for number in range(8):
            tx.add(
                ProfileEntry(
                    ref=f"r{number}",
                    customer_id=1,
                    field="address",
                    value=f"Тверь, {number}",
                    source="declared",
                    at=shop.clock(),
                )
            )
    full = sealed(shop, anna.id, "pfask", "address", "")
    assert "Уже 10 адресов" in await answer_to(anna, card(shop, anna, "Назад"), full)


async def test_a_birthday_has_no_year_and_can_be_left_out(shop: Shop) -> None:
    anna = await newcomer(shop, "Ann", "en", "memory")
    await anna.says("/profile")
    await anna.waits_for("About you")
    await anna.presses("Birthday")
    await anna.waits_for("no year needed")
    await anna.presses("February")
    await anna.waits_for(lambda one: "29" in one.buttons)
    await anna.presses("29")
    await anna.waits_for("Birthday: 29 February")
    assert await entries(shop) == [("birthday", "02-29", "declared")]
    await anna.presses("Birthday")
    await anna.waits_for("no year needed")
    await anna.presses("Remove")
    await anna.waits_for("We have not noted anything")
    old = card(shop, anna, "Birthday")
    for value in ("02-30", "13-01", "1-1", "²-01", "none-", ""):
        forged = sealed(shop, anna.id, "pfset", "birthday", value)
        assert await answer_to(anna, old, forged), value
    assert await entries(shop) == []


async def test_old_and_foreign_buttons_do_no_harm(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    eve = await newcomer(shop, "Ева")
    await agrees(shop, eve, "memory")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Имя и контакты")
    await anna.waits_for(lambda one: "+ Имя" in str(one.buttons))
    await anna.presses("+ Имя")
    await anna.waits_for("Как к вам обращаться")
    await anna.says("Анюта")
    await anna.waits_for("Как обращаться: Анюта")
    (entry,) = await stored(shop, ProfileEntry)
    await eve.says("/profile")
    await eve.waits_for("О вас")
    hers = card(shop, eve, "Подписки")
    for verb in ("pfout", "pfok", "pffix"):
        forged = sealed(shop, eve.id, verb, entry.ref, "called")
        assert "уже нет" in await answer_to(eve, hers, forged)
    for verb, ref, arg in (
        ("pfset", "interest", "#999"),
        ("pfset", "interest", "x"),
        ("pfset", "about.none", "0"),
        ("pfset", "zone", "../etc/passwd"),
        ("pfset", "language", "fr"),
        ("pfset", "called", "x"),
        ("pfc", "pace", "hourly"),
        ("pfc", "what", "1"),
    ):
        assert await answer_to(eve, hers, sealed(shop, eve.id, verb, ref, arg)), verb
    out = sealed(shop, anna.id, "pfout", entry.ref, "")
    mine = card(shop, anna, "Имя")
    assert "Убрали" in await answer_to(anna, mine, out)
    assert "уже нет" in await answer_to(anna, mine, out)
    assert await entries(shop) == []
