"""The scene of what the shop remembers: news that somebody asked for, and not at night."""

import asyncio
from collections.abc import Callable

from bot.demo.acting import presses, reads, says
from bot.demo.opening import DemoShop
from bot.demo.playing import Missing, line
from models.memory import lines as notices
from models.memory.notices import SENT, WAITING
from models.trade import browsing
from models.trade.products import Product, Variant

KEY, WORDS, STOCK = "shlem-deti", "шлем для ребёнка", 5
NIGHT, MORNING = 23, 9
CUSTOMER = 1
LOOKS, PAUSE = 300, 0.1
ROUND = 12.0  # longer than the bot takes to look at the shelves again
MANY = range(1, 1000)
Comes = Callable[[int, int], None]


async def subscribe(shop: DemoShop) -> None:
    """Sold out: one tap, and a yes to be written to."""
    anna = shop.anna
    await _has(shop, 0)
    line("Магазин", f"[{WORDS}: распродан]")
    await says(anna, "Анна", f"/catalog {WORDS}")
    found = await reads(anna, "Анна", "Детский шлем")
    await presses(anna, "Анна", found, "Детский шлем")
    thing = await reads(anna, "Анна", "48–56 см")
    await presses(anna, "Анна", thing, "Сообщить о поступлении")
    asked = await reads(anna, "Анна", "мы можем только с вашего согласия")
    await presses(anna, "Анна", asked, "Согласен")
    await _noticed(shop)


async def told_in_the_morning(shop: DemoShop, comes: Comes) -> None:
    """Back in stock at night: held until the morning, told once."""
    comes(0, NIGHT)
    await _has(shop, STOCK)
    line("Магазин", f"[{NIGHT}:00, {WORDS}: снова есть]")
    await _stands(shop, WAITING, "quiet")
    line("Прилавок", "Ночь: новость подождёт до утра.")
    comes(1, MORNING)
    await reads(shop.anna, "Анна", "Снова в продаже")
    await _has(shop, 0)
    await asyncio.sleep(ROUND)
    await _has(shop, STOCK)
    await asyncio.sleep(ROUND)
    await _stands(shop, SENT, "")


async def _has(shop: DemoShop, stock: int) -> None:
    """The shelf has so many of each kind."""
    _, variants = await _helmet(shop)
    async with shop.app.store.change() as tx:
        for one in variants:
            row = await tx.get_one(Variant, one.id)
            row.stock = stock


async def _noticed(shop: DemoShop) -> None:
    """The bot knows that what somebody waits for is not there."""
    product, _ = await _helmet(shop)
    for _ in range(LOOKS):
        async with shop.app.store.look() as tx:
            if await notices.seen(tx, product.id) is False:
                return
        await asyncio.sleep(PAUSE)
    raise Missing("the bot knows that the helmet is sold out")


async def _helmet(shop: DemoShop) -> tuple[Product, list[Variant]]:
    async with shop.app.store.look() as tx:
        products = await browsing.products(tx, MANY)
        found = next(one for one in products.values() if one.key == KEY)
        return found, list((await browsing.variants_of(tx, [found.id]))[found.id])


async def _stands(shop: DemoShop, state: str, reason: str) -> None:
    """The one notice of the news stands so, and there is no second one."""
    found: list[tuple[str, str]] = []
    for _ in range(LOOKS):
        async with shop.app.store.look() as tx:
            found = await notices.told(tx, CUSTOMER, "back_in_stock")
        if found == [(state, reason)]:
            return
        await asyncio.sleep(PAUSE)
    raise Missing(f"the news is told once and {state}, not {found}")
