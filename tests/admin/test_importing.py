"""Labels from files: nothing is stored unasked, all is stored once, and can be taken back."""

from typing import Any

import pytest
from sqlalchemy import select

from models import batches
from models.labels import Label, LabelBatch
from playground.messages import Message
from playground.people import Person
from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed

__all__ = ["database_url", "empty_database_url"]

PLAIN = """text,label
когда привезут мой заказ,delivery
верните деньги за седло,Возврат денег
сколько ехать коробке до Твери,Delivery
"""


async def brings(person: Person, content: str | bytes, name: str = "a.csv", **more: Any) -> Message:
    data = content.encode() if isinstance(content, str) else content
    return await person.sends("document", data=data, file_name=name, **more)


async def imported(shop: Shop) -> list[tuple[str, str]]:
    """What is stored of files."""
    async with shop.looks() as tx:
        rows = (await tx.execute(select(Label).order_by(Label.id))).scalars()
        return [(row.text, row.topic_key) for row in rows if row.origin == "import"]


def files(shop: Shop) -> list[str]:
    folder = shop.app.settings.data_dir / "imports"
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


async def test_a_file_is_shown_stored_once_and_taken_back(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, PLAIN)
    card = await olga.waits_for("Будет сохранено")
    assert "a.csv" in card.text and "3 строки" in card.text
    assert "Возврат денег: 1" in card.text
    assert await imported(shop) == []
    assert len(files(shop)) == 1
    first = await olga.presses(card, "Сохранить: 3")
    await olga.waits_for("сохранено 3 примера")
    await first.answered()
    assert [topic for _, topic in await imported(shop)] == ["delivery", "refund", "delivery"]
    await shop.settles()
    assert files(shop) == []
    await olga.presses(card, "Отменить")
    await olga.waits_for("сохранение отменено")
    assert await imported(shop) == []
    async with shop.looks() as tx:
        batch = (await tx.execute(select(LabelBatch))).scalar_one()
    assert (batch.state, batch.author_tg_id) == ("undone", olga.id)


async def test_dropping_stores_nothing_and_deletes_the_file(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, PLAIN)
    card = await olga.waits_for("Будет сохранено")
    stale = card.buttons[0]
    await olga.presses(card, "Ничего не сохранять")
    await olga.waits_for("ничего не сохранено")
    await shop.settles()
    assert stale.startswith("✅ Сохранить")
    assert files(shop) == []
    said = await answer_to(olga, card, sealed(shop, olga.id, "importstore", "1"))
    assert "всё решено" in said
    assert await imported(shop) == []


async def test_storing_twice_stores_once(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, PLAIN)
    card = await olga.waits_for("Будет сохранено")
    data = sealed(shop, olga.id, "importstore", "1")
    queries = [await olga.presses(card, data=data) for _ in range(3)]
    for query in queries:
        await query.answered()
    await olga.waits_for("сохранено 3 примера")
    assert len(await imported(shop)) == 3


async def test_killed_in_the_middle_nothing_is_stored_and_the_next_time_all(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = await shop.admin()
    await brings(olga, PLAIN)
    card = await olga.waits_for("Будет сохранено")
    puts, seen = batches.put, list[int]()

    async def dies_once(tx: Any, batch: Any, labels: Any, now: Any) -> None:
        await puts(tx, batch, labels, now)
        seen.append(len(await imported(shop)))
        if len(seen) == 1:
            raise OSError("the power went out")

    monkeypatch.setattr(batches, "put", dies_once)
    await olga.presses(card, "Сохранить")
    await olga.waits_for("сохранено 3 примера")
    assert seen == [0, 0]
    assert len(await imported(shop)) == 3


async def test_only_the_last_file_can_be_undone(shop: Shop) -> None:
    olga = await shop.admin()
    cards = []
    for number, text in enumerate(("где мой заказ", "сколько стоит доставка")):
        await brings(olga, f"text,label\n{text},delivery\n", name=f"{number}.csv")
        card = await olga.waits_for(f"{number}.csv")
        await olga.presses(card, "Сохранить: 1")
        await olga.waits_for(f"{number}.csv: сохранён 1 пример")
        cards.append(card)
    await shop.settles()
    await olga.waits_until(lambda: cards[0].buttons == [])
    said = await answer_to(olga, cards[0], sealed(shop, olga.id, "importundo", "1"))
    assert "сохранили ещё один" in said
    await olga.presses(cards[1], "Отменить")
    await olga.waits_until(lambda: cards[1].buttons == [])
    assert [text for text, _ in await imported(shop)] == ["где мой заказ"]


async def test_in_english_too_and_by_command(shop: Shop) -> None:
    john = await shop.agent("John", role="admin", language="en")
    await john.says("/import")
    await john.waits_for("customers' messages: CSV")
    await brings(john, PLAIN + "only\n", name="labels")
    card = await john.waits_for("To be stored")
    assert "line 5: not as many columns" in card.text
    await john.presses(card, "Store 3")
    await john.waits_for("3 examples stored")
    await brings(john, PLAIN, name="b.bin", caption="/import")
    await john.waits_for("Labelled the same already: 3")


async def test_agents_files_are_no_imports(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await brings(boris, PLAIN)
    await shop.settles()
    async with shop.looks() as tx:
        assert (await tx.execute(select(LabelBatch))).first() is None


async def test_a_file_left_alone_is_forgotten(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, PLAIN)
    await olga.waits_for("Будет сохранено")
    shop.clock.passes(days=3)
    await shop.app.desk.importing.forget_old(shop.clock())
    await olga.waits_for("ничего не сохранено")
    assert files(shop) == []


async def test_rows_on_every_database(database_url: str, open_shop: OpenShop) -> None:
    shop = await open_shop(database_url=database_url)
    olga = await shop.admin()
    rows = "".join(f"где заказ {word},delivery\n" for word in "абвгд" * 500)
    await brings(olga, f"text,label\n{rows}верните деньги,refund\n")
    card = await olga.waits_for("Повторов внутри файла: 2\xa0495")
    await olga.presses(card, "Сохранить: 6")
    await olga.waits_for("сохранено 6 примеров")
    assert len(await imported(shop)) == 6
    await olga.presses(card, "Отменить")
    await olga.waits_for("сохранение отменено")
    assert await imported(shop) == []
