"""All that is known of a person, in their hands within seconds; nobody else's."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import delete

from handlers.texts import Texts
from models.memory.consents import Consent, ConsentEvent
from models.memory.profiles import ProfileEntry
from models.own.inventory import SECTIONS
from models.people import Customer
from models.trade.orders import OrderEvent
from tests.conftest import OpenShop
from tests.customer.conversation import customer, how_many, toast
from tests.desk import Shop
from tests.privacy.papers import asks, export_of, papers
from tests.trade.ordered import orders, stocked

QUESTION = "сколько стоит доставка в Тверь <b>&?"


async def talk(shop: Shop) -> tuple[object, object]:
    """Anna asks, Boris answers and notes."""
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru", username="anna")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    question = await boris.waits_for("доставка в Тверь", chat=group)
    await boris.says("350 рублей", chat=group, thread=question.topic)
    await anna.waits_for("350 рублей")
    await shop.settles()
    return anna, boris


async def test_the_files_hold_all_of_ones_own_and_staff_by_name_only(shop: Shop) -> None:
    anna, boris = await talk(shop)
    vera = shop.playground.user("Вера", language="ru")
    await vera.says("где мой заказ? чужая тайна")
    await vera.waits_for("№2")
    variant = await stocked(shop)
    placed = await orders(shop, anna, (variant, 1), comment="позвоните за час")
    async with shop.app.store.change() as tx:
        person = await customer(shop, anna)
        said = {"words": "ремешок жмёт"}
        for by, verb in ((anna.id, "comment"), (boris.id, "accepted")):
            done = OrderEvent(order_id=placed.id, by_tg_id=by, verb=verb, details=said)
            done.at = shop.clock()
            tx.add(done)
        tx.add(
            ProfileEntry(
                ref="x",
                customer_id=person.id,
                field="birthday",
                value="05-03",
                source="declared",
                at=shop.clock(),
            )
        )
    found, page = await export_of(shop, anna)

    assert (found["schema"], found["version"]) == ("prilavok-own-data", 1)
    said = [(one["side"], one["written_by"], one["text"]) for one in found["sections"]["messages"]]
    assert said == [("customer", None, QUESTION), ("staff", "Борис", "350 рублей")]
    [me] = found["sections"]["person"]
    assert (me["telegram_id"], me["name"], me["username"]) == (anna.id, "Анна", "anna")
    [order] = found["sections"]["orders"]
    assert (order["comment"], order["address"]) == ("позвоните за час", "Тверь, Советская, 1")
    told = [(one["verb"], one["details"]) for one in found["sections"]["order_events"]]
    assert told[-2:] == [("comment", {"words": "ремешок жмёт"}), ("accepted", None)]
    assert found["sections"]["order_lines"][0]["thing"] == "Шлем детский, синий"
    assert [one["value"] for one in found["sections"]["profile"]] == ["05-03"]
    assert set(found["sections"]) == {entry.section for entry in SECTIONS}
    assert {one["purpose"] for one in found["purposes"]} >= {"service", "news"}
    assert found["kept"]["bodies_days"] == 7 and found["recipients"]

    assert "&lt;b&gt;&amp;?" in page and "<b>&?" not in page
    for words in ("Борис", "350 рублей", "позвоните за час", "Переписка", "3\u00a0840\u00a0₽"):
        assert words in page
    assert "чужая тайна" not in page and "чужая тайна" not in str(found)
    assert str(boris.id) not in page and str(boris.id) not in str(found)
    assert "<script" not in page and "http" not in page.split("<body>")[0]


async def test_english_readers_get_english(shop: Shop) -> None:
    ann = shop.playground.user("Ann", language="en")
    await ann.says("how much is delivery to Tver?")
    await ann.waits_for("№1")
    found, page = await export_of(shop, ann, "en")
    assert 'lang="en"' in page and "Conversations" in page and "Переписка" not in page
    assert found["sections"]["tickets"][0]["queue"] == "Orders"


async def test_files_come_once_in_ten_minutes(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    await export_of(shop, anna)
    screen = await asks(anna)
    assert "через 10 минут" in await toast(await anna.presses(screen, "Забрать мои данные"))
    await shop.settles()
    assert sum(one.kind == "document" for one in anna.sees()) == 2
    shop.clock.passes(minutes=10, seconds=1)
    assert "придут" in await toast(await anna.presses(screen, "Забрать мои данные"))
    await anna.waits_until(lambda: sum(one.kind == "document" for one in anna.sees()) == 4)


async def test_who_is_not_known_is_told_so_and_stays_unknown(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    screen = await asks(anna)
    async with shop.app.store.change() as tx:
        known = await customer(shop, anna)
        for held in (Consent, ConsentEvent):
            await tx.execute(delete(held).where(held.customer_id == known.id))
        await tx.delete(known)
    assert "ничего не храним" in await toast(await anna.presses(screen, "Забрать мои данные"))
    assert await how_many(shop, Customer) == 0


async def test_files_go_after_an_hour_and_a_late_promise_sends_nothing(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    await export_of(shop, anna)
    folder = shop.app.settings.data_dir / "own"
    written = list(folder.iterdir())
    assert len(written) == 2
    await shop.app.desk.privacy.own_export.forget_old(shop.clock())
    assert len(list(folder.iterdir())) == 2
    old = (shop.clock() - timedelta(minutes=61)).timestamp()
    for path in written:
        os.utime(path, (old, old))
    await shop.app.desk.privacy.own_export.forget_old(shop.clock())
    assert not list(folder.iterdir())
    assert set(papers(shop, anna)) == {"html", "json"}


@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_the_same_on_postgresql(database_url: str, open_shop: OpenShop) -> None:
    shop = await open_shop(database_url=database_url)
    anna, _ = await talk(shop)
    found, page = await export_of(shop, anna)
    assert [one["text"] for one in found["sections"]["messages"]] == [QUESTION, "350 рублей"]
    assert "350 рублей" in page


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_section_and_field_has_a_name_that_people_read(language: str) -> None:
    texts = Texts()
    for entry in SECTIONS:
        assert texts.say(language, "own-section", name=entry.section) != entry.section
        for name in entry.exported.values():
            assert texts.say(language, "own-field", name=name) != name
