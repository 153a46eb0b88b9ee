"""S11 and S12: files that lie about their size, name or kind, and bombs; nobody waits for them."""

import gzip
import io
import zipfile
from dataclasses import replace

from sqlalchemy import select

from models.labels import LabelBatch
from playground.content import file_content
from playground.people import Person
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"
SHEET = "text,label\nгде заказ,delivery\n".encode()
TOO_MUCH = 21 * 2**20


async def batches(shop: Shop) -> list[LabelBatch]:
    async with shop.looks() as tx:
        return list((await tx.execute(select(LabelBatch))).scalars())


def fetched(shop: Shop) -> list[str]:
    return [one.method for one in shop.playground.calls if one.method == "getFile"]


async def sends_lying(shop: Shop, person: Person, data: bytes, size: int) -> str:
    """A document that is said to be of another size; where its bytes lie."""
    file = shop.playground.world.files.add("document", data, "a.csv", "text/csv")
    content = file_content(shop.playground.world, file, {})
    content["document"]["file_size"] = size
    person.post("document", content, None, None, None)
    return file.path


async def test_too_large_is_not_even_asked_for(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.sends("document", data=b"x" * TOO_MUCH, file_name="a.csv")
    await olga.waits_for("больше 20 МБ")
    assert fetched(shop) == []
    assert await batches(shop) == []


async def test_a_lie_about_the_size_is_found_by_telegram(shop: Shop) -> None:
    olga = await shop.admin()
    await sends_lying(shop, olga, b"x" * TOO_MUCH, 100)
    await olga.waits_for("больше 20 МБ")
    assert fetched(shop) == ["getFile"]


async def test_a_lie_about_the_size_is_found_while_fetching(shop: Shop) -> None:
    olga = await shop.admin()
    files = shop.playground.world.files
    add = files.add

    def grows(*given: object) -> object:
        file = add(*given)  # type: ignore[arg-type]
        files._by_path[file.path] = replace(file, data=b"x" * TOO_MUCH)
        return file

    files.add = grows  # type: ignore[method-assign, assignment]
    await sends_lying(shop, olga, SHEET, len(SHEET))
    await olga.waits_for("больше 20 МБ")
    assert await batches(shop) == []
    assert not (shop.app.settings.data_dir / "imports").exists()


async def test_a_file_that_is_gone_is_asked_for_again(shop: Shop) -> None:
    olga = await shop.admin()
    path = await sends_lying(shop, olga, SHEET, len(SHEET))
    await olga.waits_for("Будет сохранено")
    shop.playground.world.files._by_path.pop(path)
    document = next(one for one in olga.sees() if one.kind == "document")
    await olga.says("/import", reply_to=document)
    await olga.waits_for("Не получилось забрать файл")


async def test_a_name_is_never_a_path(shop: Shop) -> None:
    olga = await shop.admin()
    folder = shop.app.settings.data_dir
    before = {path for path in folder.parent.rglob("*") if "imports" not in path.parts}
    name = "../../<b>x</b>\u202e.csv"
    await olga.sends("document", data=SHEET, file_name=name)
    card = await olga.waits_for("Будет сохранено")
    assert "../../<b>x</b>.csv" in card.text
    [batch] = await batches(shop)
    [kept] = (folder / "imports").iterdir()
    assert kept.name == batch.file
    assert len(kept.name) == 64
    after = {path for path in folder.parent.rglob("*") if "imports" not in path.parts}
    assert after <= before


async def test_what_is_two_kinds_at_once_is_none(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.sends("document", data=SHEET + bomb(), file_name="a.csv", mime_type="text/csv")
    await olga.waits_for("Это не текст")
    await olga.sends("document", data=b"%PDF-1.7\n" + SHEET, file_name="b.csv")
    await olga.waits_until(lambda: sum("Это не текст" in one.text for one in olga.sees()) == 2)
    assert await batches(shop) == []


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(20):
            archive.writestr(f"{number}.csv", b"0" * 5_000_000)
    return out.getvalue()


async def test_bombs_are_refused_unopened_and_nobody_waits(shop: Shop) -> None:
    olga = await shop.admin()
    anna = shop.playground.user("Анна", language="ru")
    for data, name in ((bomb(), "a.zip"), (gzip.compress(b"0" * 50_000_000), "a.csv")):
        await olga.sends("document", data=data, file_name=name)
    deep = b"[" * 1_000_000 + b"]" * 1_000_000
    await olga.sends("document", data=deep, file_name="a.json")
    await anna.says(QUESTION)
    await anna.waits_for("№1")
    await olga.waits_until(lambda: sum("Это архив" in one.text for one in olga.sees()) == 2)
    await olga.waits_for("похож на JSON")
    assert await batches(shop) == []
    assert not (shop.app.settings.data_dir / "imports").exists()
