"""The scene of what the shop remembers, second half: the person's own hand on it."""

import asyncio
from pathlib import Path

from bot.demo.acting import BOT, WAIT, presses, reads, says
from bot.demo.opening import DemoShop
from bot.demo.playing import Missing, line
from models.people import Customer
from models.schema import sqlite_file

ADDRESS = "Тверь, Канареечный переулок, 7, квартира 12"
LOOKS, PAUSE = 50, 0.1


async def profile(shop: DemoShop) -> None:
    """How to be called, where to."""
    anna = shop.anna
    await says(anna, "Анна", "/profile")
    card = await reads(anna, "Анна", "О вас")
    await presses(anna, "Анна", card, "Разрешить запоминать")
    await presses(anna, "Анна", card, "Адреса")
    await presses(anna, "Анна", card, "Добавить адрес")
    await reads(anna, "Анна", "Напишите адрес")
    await says(anna, "Анна", ADDRESS)
    await reads(anna, "Анна", "Первый предложим")
    if not await _holds(shop, ADDRESS):
        raise Missing("the address is in the database")


async def export(shop: DemoShop) -> None:
    """Everything that is kept, as two files."""
    anna = shop.anna
    await says(anna, "Анна", "/privacy")
    card = await reads(anna, "Анна", "Только с вашего согласия")
    await presses(anna, "Анна", card, "Забрать мои данные")
    await reads(anna, "Анна", "страница для чтения")
    await reads(anna, "Анна", "в формате JSON")


async def erase(shop: DemoShop) -> None:
    """Gone at once, and nothing is left in the file."""
    anna = shop.anna
    await says(anna, "Анна", "/privacy")
    card = await anna.waits_for("Только с вашего согласия", timeout=WAIT)
    await presses(anna, "Анна", card, "Удалить мои данные")
    asked = await reads(anna, "Анна", "Удалить всё")
    await presses(anna, "Анна", asked, "Да, удалить")
    await reads(anna, "Анна", "акта")
    async with shop.app.store.look() as tx:
        left = await tx.get(Customer, 1)
    if left is not None and (left.erased_at is None or left.name or left.username):
        raise Missing("of the customer only a number is left, for the history of consents")
    for canary in (ADDRESS, "Соколова", "anna_sokolova", "Вернула вам шлем"):
        if not await _gone(shop, canary):
            raise Missing(f"«{canary}» is gone from the database's file")
        line(BOT.format("никому"), f"В файле базы нет «{canary}»")


async def _gone(shop: DemoShop, canary: str) -> bool:
    for _ in range(LOOKS):
        if not await _holds(shop, canary):
            return True
        await asyncio.sleep(PAUSE)
    return False


async def _holds(shop: DemoShop, words: str) -> bool:
    """Whether words stand anywhere in the database's files, as written or escaped in JSON."""
    file = sqlite_file(shop.app.settings.database)
    if file is None:
        raise Missing("the demo's database is a file")
    return await asyncio.to_thread(_found, file, words)


def _found(file: Path, words: str) -> bool:
    wanted = (words.encode(), words.encode("unicode_escape"))
    files = [one for one in file.parent.glob(f"{file.name}*") if one.is_file()]
    return any(one in path.read_bytes() for path in files for one in wanted)
