"""Labels as files: safe in a spreadsheet, complete, taken back by `/import` as they were."""

import csv
import io
import json
import os
from datetime import timedelta

from models.labels import Label
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop

TEXTS = [
    "=1+1",
    "+7 900 000-00-00",
    "-5 % где?",
    "@anna",
    "\tтаб",
    'ёлка; и, «кавычки» "x"\nстрока',
]


async def labels(shop: Shop, *texts: str) -> None:
    async with shop.app.store.change() as tx:
        for text in texts:
            tx.add(
                Label(
                    text=text,
                    topic_key="refund",
                    origin="example",
                    author_tg_id=1,
                    created_at=shop.clock(),
                )
            )


async def exported(shop: Shop, person: Person, form: str) -> tuple[Message, bytes]:
    await person.says("/export")
    question = await person.waits_for("В каком виде")
    await person.presses(question, form)
    await person.waits_until(lambda: any("Разметка магазина" in one.text for one in person.sees()))
    message = next(one for one in reversed(person.sees()) if one.kind == "document")
    file = shop.playground.world.files.by_id(message.content["document"]["file_id"])
    assert file is not None
    return message, file.data


async def test_a_spreadsheet_computes_nothing(shop: Shop) -> None:
    olga = await shop.admin()
    await labels(shop, *TEXTS)
    message, data = await exported(shop, olga, "CSV")
    assert message.content["document"]["file_name"].startswith("labels-20")
    assert message.content["document"]["file_name"].endswith(".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [f"'{text}" for text in TEXTS[:5]] + TEXTS[5:]
    assert {row["label"] for row in rows} == {"refund"}


async def test_jsonl_says_it_as_it_is(shop: Shop) -> None:
    olga = await shop.admin()
    await labels(shop, *TEXTS)
    _, data = await exported(shop, olga, "JSONL")
    rows = [json.loads(line) for line in data.decode().splitlines()]
    assert [row["text"] for row in rows] == TEXTS
    assert {(row["label"], row["origin"]) for row in rows} == {("refund", "example")}


async def test_without_labels_there_is_nothing_to_export(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/export")
    await olga.waits_for("Выгружать пока нечего")


async def test_written_files_go_after_a_day(shop: Shop) -> None:
    olga = await shop.admin()
    await labels(shop, "верните деньги")
    await exported(shop, olga, "CSV")
    [written] = (shop.app.settings.data_dir / "exports").iterdir()
    await shop.app.desk.exporting.forget_old(shop.clock())
    assert written.exists()
    old = (shop.clock() - timedelta(hours=25)).timestamp()
    os.utime(written, (old, old))
    await shop.app.desk.exporting.forget_old(shop.clock())
    assert not written.exists()
