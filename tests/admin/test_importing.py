"""Labels from files: nothing is stored unasked, all is stored once, and can be taken back."""

from typing import Any

from sqlalchemy import select

from models.labels import Label, LabelBatch
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop

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
