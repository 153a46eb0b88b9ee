"""Files of messages without topics: looked at, asked about in the review, taken out again."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from models.labels import Label, LabelBatch
from models.reviews import OPEN, Review
from playground.people import Person
from tests.admin.doubting import STRANGE, doubts
from tests.admin.teaching import asked, stored
from tests.admin.test_importing import brings, files
from tests.conftest import OpenShop
from tests.databases import KINDS, database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed

__all__ = ["database_url", "empty_database_url"]

UNSURE = ("оно так и не пришло", "мне бы по поводу вчерашнего", "а можно как в прошлый раз")


def wrote(author: int, text: Any, name: str = "Анна Иванова", **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "type": "message",
        "date": "2026-05-04T09:00:00",
        "from": name,
        "from_id": f"user{author}",
        "text": text,
        **more,
    }


def private(*texts: Any) -> dict[str, Any]:
    """One customer's chat, as Telegram Desktop exports it."""
    own = wrote(1, "здравствуйте, сейчас посмотрю", "Магазин")
    noise = [
        {"id": 2, "type": "service", "action": "phone_call", "actor_id": "user5"},
        wrote(5, "", photo="photos/1.jpg"),
        wrote(5, "ок"),
        wrote(5, "репост новостей", forwarded_from="Новости"),
        own,
    ]
    said = [wrote(5, text) for text in texts]
    return {"name": "Анна Иванова", "type": "personal_chat", "id": 5, "messages": [*noise, *said]}


async def exported(person: Person, chat: dict[str, Any], **more: Any) -> None:
    await brings(person, json.dumps(chat, ensure_ascii=False), name="result.json", **more)


async def everything(shop: Shop) -> str:
    """All that is stored of files and reviews, as text."""
    async with shop.looks() as tx:
        batches = (await tx.execute(select(LabelBatch))).scalars().all()
        rows = (await tx.execute(select(Review))).scalars().all()
        return str(
            [(one.found, one.name) for one in batches] + [(one.text, one.guess) for one in rows]
        )


async def test_a_chat_is_looked_at_reviewed_and_taken_out(shop: Shop) -> None:
    olga = await shop.admin()
    doubts(shop)
    text = ["оно так и ", {"type": "bold", "text": "не пришло"}]
    await exported(olga, private(text, *UNSURE, STRANGE, "где мой заказ 4512"))
    card = await olga.waits_for("Что думает модель")
    assert "result.json" in card.text and "7 сообщений" in card.text
    assert "ваши собственные: 1" in card.text
    assert "служебные записи: 1" in card.text
    assert "без текста (фото, голосовые, стикеры): 1" in card.text
    assert "пересланные: 1" in card.text
    assert "короче двух слов: 1" in card.text
    assert "повторы: 1" in card.text
    assert "Уверена: 1" in card.text and "«где мой заказ 4512» — Где мой заказ" in card.text
    assert "Чьи сообщения" not in str(card.buttons)
    assert await stored(shop) == []
    count = int(card.buttons[0].rsplit(" ", 1)[1])
    assert count == 4
    await olga.presses(card, "Добавить в разметку")
    await olga.waits_for("Сказать, о чём они: /review")
    await shop.settles()
    assert files(shop) == []
    kept = await everything(shop)
    assert "Анна" not in kept and "user5" not in kept and "где мой заказ 4512" not in kept
    await olga.says("/review")
    review = await olga.waits_for("из файла result.json")
    await olga.presses(review, "Доставка")
    await olga.waits_for(f"сегодня: 1 · осталось: {count - 1}")
    async with shop.looks() as tx:
        [label] = (await tx.execute(select(Label))).scalars()
    assert (label.origin, label.topic_key, label.ticket_id) == ("review", "delivery", None)
    await olga.presses(review, "Вернуть прошлое")
    await olga.waits_for("сегодня: 0")
    async with shop.looks() as tx:
        assert (await tx.execute(select(Label))).first() is None
    await olga.presses(review, "Доставка")
    await olga.waits_for("сегодня: 1")
    await olga.presses(card, "Убрать из разметки")
    await olga.waits_for(f"убрано сообщений: {count - 1}")
    assert [one.state for one in await stored(shop)] == ["labelled"]
    said = await answer_to(olga, card, sealed(shop, olga.id, "importundo", "1"))
    assert "всё решено" in said


@pytest.mark.parametrize("empty_database_url", KINDS, indirect=True)
async def test_ranked_with_tickets_and_known_ones_are_not_asked_again(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    olga = await shop.admin()
    doubts(shop)
    await asked(shop, UNSURE[0], ranked=[["delivery", 0.4], ["refund", 0.4]])
    await brings(olga, "\n".join(["text", *UNSURE, STRANGE]), name="a.csv")
    card = await olga.waits_for("уже знакомые: 1")
    await olga.presses(card, "Добавить в разметку")
    await olga.waits_for("в разметку добавлено")
    rows = [one for one in await stored(shop) if one.state == OPEN]
    assert {one.ticket_id is None for one in rows} == {True, False}
    assert {one.batch_id for one in rows} == {1, None}
    await brings(olga, "\n".join(["text", *UNSURE]), name="b.csv")
    card = await olga.waits_for("b.csv")
    assert "уже знакомые" in card.text
    await olga.presses(card, "Ничего не сохранять")
    await olga.waits_for("ничего не сохранено")


async def test_in_a_group_one_chooses_whose_words_count(shop: Shop) -> None:
    olga = await shop.admin()
    doubts(shop)
    said = [wrote(7, f"{word} и не пришло оно", "Пётр") for word in ("так", "вот", "опять")]
    ours = wrote(olga.id, "пишите нам в личные сообщения", "Ольга")
    anonymous = wrote(0, "мы открылись в новом месте", "Группа") | {"from_id": "channel9"}
    group = {"type": "private_supergroup", "id": 7, "messages": [*said, ours, anonymous]}
    await exported(olga, group, caption="/import")
    card = await olga.waits_for("от тех, кого вы не берёте: 2")
    await olga.presses(card, "Чьи сообщения")
    await olga.waits_for("Нажмите, чтобы убрать или вернуть")
    assert card.buttons[:3] == ["✅ Пётр: 3", "✖ Ольга: 1", "✖ Группа: 1"]
    await olga.presses(card, "✅ Пётр")
    await olga.waits_until(lambda: "✖ Пётр: 3" in card.buttons)
    await olga.presses(card, "Назад")
    await olga.waits_for("подходящих сообщений не осталось")
    assert "Добавить" not in card.buttons[0]
    said_no = await answer_to(olga, card, sealed(shop, olga.id, "importstore", "1"))
    assert "Сохранять нечего" in said_no


async def test_a_table_whose_topic_nobody_knows_in_english(shop: Shop) -> None:
    doubts(shop)
    john = await shop.agent("John", role="admin", language="en")
    rows = "".join(f"{number},{text}\n" for number, text in enumerate(UNSURE))
    await brings(john, f"date,message\n{rows}", name="a.csv")
    card = await john.waits_for("Which column holds the topic?")
    await john.presses(card, "The file has no topics")
    await john.waits_for("What the model thinks")
    await john.presses(card, "Add to the review")
    await john.waits_for("added to the review")
    await john.says("/review")
    await john.waits_for("from the file a.csv")


async def test_an_export_of_nobodys_words_is_refused(shop: Shop) -> None:
    olga = await shop.admin()
    doubts(shop)
    await exported(olga, private() | {"id": 6})
    await olga.waits_for("нет сообщений от покупателей")
    assert files(shop) == []
