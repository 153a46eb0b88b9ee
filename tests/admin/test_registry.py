"""F11: a model that can't serve never does; swapping one loses no message and holds up nobody."""

import asyncio
import pickle
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.checking import findings
from classifier import model_file, storage
from classifier.model import TopicModel
from classifier.storage import arrays_of, header_of
from models import registry
from models.registry import ModelVersion
from services import pointing
from services.shelf import Shelf, sha256_of
from tests.conftest import OpenShop
from tests.desk import Shop
from tests.school import relabelled, serves, verbs, versions

NEW = "20261201-aaaa"
QUESTION = "Сколько стоит доставка в Тверь и сколько дней идёт?"


class Evil:
    """Would write a file if anything unpickled it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return Path.touch, (self.path,)


def seal_of(path: Path) -> str:
    return sha256_of(path) if path.exists() else "0"


async def put(shop: Shop, path: Path, sha256: str | None = None) -> None:
    """A file is registered and pointed to, whatever it holds."""
    async with shop.app.store.change() as tx:
        row = await registry.version_named(tx, NEW) or ModelVersion(version=NEW)
        row.file, row.sha256 = path.name, sha256 or seal_of(path)
        row.origin, row.figures, row.state = pointing.RETRAINED, {}, registry.CANDIDATE
        row.created_at = shop.clock()
        tx.add(row)
        await tx.flush()
        await pointing.point(tx, shop.clock(), row)


def whole(model: TopicModel, path: Path) -> None:
    storage.save(relabelled(model, NEW), path)


def truncated(model: TopicModel, path: Path) -> None:
    whole(model, path)
    path.write_bytes(path.read_bytes()[:-5000])


def evil(model: TopicModel, path: Path) -> None:
    path.write_bytes(pickle.dumps(Evil(path.with_name("ran"))))


def of_later_days(model: TopicModel, path: Path) -> None:
    number, model_file.FORMAT = model_file.FORMAT, 99
    try:
        model_file.write(path, header_of(relabelled(model, NEW)), arrays_of(model.scorer))
    finally:
        model_file.FORMAT = number


def foreign(model: TopicModel, path: Path) -> None:
    topics = tuple(f"bank_{number}" for number, _ in enumerate(model.topics))
    strange = replace(model, scorer=replace(model.scorer, topics=topics), version=NEW)
    storage.save(replace(strange, queues={}), path)


def missing(model: TopicModel, path: Path) -> None:
    path.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (truncated, "файл испорчен"),
        (evil, "файл испорчен"),
        (of_later_days, "файл испорчен"),
        (foreign, "для другого магазина"),
        (missing, "файла нет на месте"),
    ],
)
async def test_a_file_that_can_not_serve(
    shop: Shop, model: TopicModel, make: Callable[[TopicModel, Path], None], why: str
) -> None:
    olga = await shop.admin()
    before = shop.app.understanding.model
    path = shop.app.context.shelf.model(f"{NEW}.model")
    make(model, path)
    await put(shop, path)
    said = await olga.waits_for(f"Включить модель {NEW} не получилось")
    assert why in said.text and before.version in said.text
    assert shop.app.understanding.model is before
    assert await versions(shop) == {before.version: "serving", NEW: "broken"}
    async with shop.looks() as tx:
        pointer = await pointing.read(tx)
    assert pointer is not None and pointer.version == before.version
    assert "model_broken" in await verbs(shop)
    assert not path.with_name("ran").exists()


async def test_a_file_that_was_changed_after_it_was_registered(
    shop: Shop, model: TopicModel
) -> None:
    olga = await shop.admin()
    path = shop.app.context.shelf.model(f"{NEW}.model")
    whole(model, path)
    registered = sha256_of(path)
    storage.save(replace(model, version=NEW), path)
    await put(shop, path, registered)
    await olga.waits_for("его содержимому нельзя доверять")
    assert (await versions(shop))[NEW] == "broken"


async def test_ten_swaps_while_customers_write(
    shop: Shop, model: TopicModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every message is understood, none twice; models are read beside the loop, not on it."""
    path = shop.app.context.shelf.model(f"{NEW}.model")
    whole(model, path)
    await put(shop, path)
    await serves(shop, NEW)
    threads = []
    take = Shelf.take

    def seen(self: Shelf, *given: Any) -> Any:
        threads.append(threading.get_ident())
        return take(self, *given)

    monkeypatch.setattr(Shelf, "take", seen)
    people = [shop.playground.user(f"Покупатель {n}", language="ru") for n in range(20)]
    for turn in range(10):
        for person in people[turn * 2 : turn * 2 + 2]:
            await person.says(QUESTION)
        async with shop.app.store.change() as tx:
            wanted = model.version if turn % 2 == 0 else NEW
            row = await registry.version_named(tx, wanted)
            assert row is not None
            await pointing.point(tx, shop.clock(), row)
        await shop.app.desk.registry.look(shop.clock())
        assert shop.app.understanding.model.version == wanted
    await asyncio.gather(*(person.waits_for("№") for person in people))
    await shop.settles()
    assert len(await shop.tickets()) == len(people)
    assert len(threads) >= 10 and threading.get_ident() not in threads


async def test_the_program_starts_with_what_served(
    shop: Shop, model: TopicModel, open_shop: OpenShop
) -> None:
    """The pointer outlives the program: what was given at the start gives way."""
    path = shop.app.context.shelf.model(f"{NEW}.model")
    whole(model, path)
    await put(shop, path)
    await serves(shop, NEW)
    await shop.closes()
    again = await open_shop()
    await serves(again, NEW)
    assert await versions(again) == {model.version: "kept", NEW: "serving"}


async def test_check_looks_at_what_serves(shop: Shop, model: TopicModel) -> None:
    path = shop.app.context.shelf.model(f"{NEW}.model")
    whole(model, path)
    await put(shop, path)
    await serves(shop, NEW)
    assert f"model {NEW}: {len(model.topics)} topics" in await said_of(shop, good=True)
    truncated(model, path)
    assert f"model {NEW}: its file is changed" in await said_of(shop, good=False)


async def said_of(shop: Shop, *, good: bool) -> str:
    """What `check` finds good, or bad."""
    found = await findings(shop.app.settings)
    return "\n".join(one.said for one in found if one.good is good)
