"""`demo --once retrain`: staff correct, an admin reviews, retrains, promotes, and rolls back.

The shop's customers say «переобувка» when they want other tyres put on; no starter message does,
so the starter takes it for a sale. Everything is real: the labels, the learner, the models.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import typer

from bot.demo.opening import DemoShop, opened
from bot.demo.playing import Missing, line
from classifier.model import TopicModel
from models import reviews
from models.queues import Queue
from models.tickets import Ticket
from playground.messages import Message
from playground.people import Person
from playground.people.watching import NotSeen
from services.shop_file import ShopSeed

ASKED = "Нужна переобувка"
SALE, CARE, TOPIC = "sales", "care", "warranty_repair"
OTHERS = (
    "Можно заказать переобувку на субботу?",
    "Сколько стоит переобувка?",
    "Оформите мне переобувку",
    "Почём переобувка на шипованную резину?",
    "Хочу записаться на переобувку",
    "Запишите на переобувку в субботу",
    "Делаете переобувку?",
    "Сколько стоит переобувка двух колёс?",
)
UNSURE = ("Хочу переобувку на зиму", "Нужна переобувка на шипы")
WAIT, LONG = 30.0, 1800.0
LOOK_EVERY = 0.2
NUMBER = re.compile(r"№(\d+)")


async def play_retraining(model: TopicModel, seed: ShopSeed, data_dir: Path) -> int:
    """Play the scene and print it; 0 when every step happened, 1 otherwise."""
    try:
        async with opened(model, seed) as shop:
            await _scene(shop)
    except (NotSeen, Missing, TimeoutError) as error:
        typer.echo(f"\n✗ This step did not happen: {error}", err=True)
        return 1
    typer.echo("\n✓ Corrected, reviewed, retrained, promoted, routed right, rolled back.")
    return 0


async def _scene(shop: DemoShop) -> None:
    starter = shop.app.understanding.model.version
    await _asks(shop, "Анна", ASKED, SALE)
    await _corrections(shop)
    await _review(shop)
    version = await _retrain(shop)
    await _asks(shop, "Вера", ASKED, CARE)
    await _roll_back(shop, starter, version)
    await _asks(shop, "Глеб", ASKED, SALE)


async def _asks(shop: DemoShop, name: str, words: str, expected: str | None) -> int:
    """A new customer asks; the ticket's number, once it is where it should be."""
    customer = shop.playground.user(name, language="ru")
    await customer.says(words)
    line(name, words)
    told = await customer.waits_for("№", timeout=WAIT)
    found = NUMBER.search(told.text)
    number = int(found[1]) if found else 0
    async with shop.app.store.look() as tx:
        ticket = await tx.get(Ticket, number)
        queue = await tx.get(Queue, ticket.queue_id) if ticket is not None else None
    if queue is None or expected not in (None, queue.key):
        raise Missing(f"«{words}» goes to {expected}")
    line("→", f"№{number}, очередь «{queue.title('ru')}»")
    return number


async def _corrections(shop: DemoShop) -> None:
    """Staff say what these messages are about, as on any day."""
    numbers = [1, *[await _asks(shop, "Покупатель", words, None) for words in OTHERS]]
    for number in numbers:
        await shop.olga.says(f"/topic {number} {TOPIC}")
        line("Ольга", f"/topic {number} {TOPIC}")
    await _until(lambda: _are_about(shop, numbers), "all of them are corrected")


async def _are_about(shop: DemoShop, numbers: list[int]) -> bool:
    topics = shop.app.book.shop.topics
    async with shop.app.store.look() as tx:
        found = [await tx.get(Ticket, number) for number in numbers]
    return all(one is not None and one.topic_id == topics[TOPIC].id for one in found)


async def _review(shop: DemoShop) -> None:
    """What the model was unsure of waits for an admin's word."""
    for words in UNSURE:
        await _asks(shop, "Покупатель", words, None)
    olga = shop.olga
    await _until(lambda: _open_reviews(shop), "something waits for a review")
    await olga.says("/review")
    line("Ольга", "/review")
    asked = await olga.waits_for("О чём это сообщение?", timeout=WAIT)
    line("Прилавок → Ольга", asked.text)
    button = "Гарантия и ремонт"
    if button not in str(asked.buttons):
        await olga.presses("Другие темы")
        await olga.waits_for(lambda one: button in str(one.buttons), timeout=WAIT)
    await olga.presses(button)
    line("Ольга", f"[{button}]")


async def _open_reviews(shop: DemoShop) -> bool:
    async with shop.app.store.look() as tx:
        return await reviews.open_count(tx) > 0


async def _retrain(shop: DemoShop) -> str:
    olga = shop.olga
    await olga.says("/retrain")
    line("Ольга", "/retrain")
    said = set[str]()

    def told(one: Message) -> bool:
        if "Обучаю новую модель" in one.text and (stage := one.text.splitlines()[2]) not in said:
            said.add(stage)
            typer.echo(f"  {one.text.splitlines()[1]}  {stage}")
        return "Новая модель готова" in one.text or "не получилось" in one.text

    report = await olga.waits_for(told, timeout=LONG)
    line("Прилавок → Ольга", report.text)
    if "не получилось" in report.text:
        raise Missing("the retraining ends well")
    await _pictures(olga)
    await _promote(olga, report)
    version = report.text.splitlines()[0].rpartition(" · ")[2]
    await _until(lambda: _serves(shop, version), "the new model serves")
    return version


async def _pictures(olga: Person) -> None:
    picture = await olga.waits_for(lambda one: one.kind == "photo", timeout=WAIT)
    album = picture.json().get("media_group_id")
    shown = [one for one in olga.sees() if one.json().get("media_group_id") == album]
    for one in shown:
        size = one.json()["photo"][-1]["file_size"]
        typer.echo(f"  🖼 {size // 1024} КБ — {one.json().get('caption', '')}")


async def _promote(olga: Person, report: Message) -> None:
    """Plainly when the gate has no objections, else with a second press."""
    presses = ["Включить новую"]
    if presses[0] not in str(report.buttons):
        presses = ["Включить, хотя есть возражения", "Да, всё равно включить"]
    for button in presses:
        await _sees_button(olga, button)
        await olga.presses(button)
        line("Ольга", f"[{button}]")


async def _sees_button(olga: Person, button: str) -> None:
    await olga.waits_until(
        lambda: any(button in str(one.buttons) for one in olga.sees()), timeout=WAIT
    )


async def _roll_back(shop: DemoShop, starter: str, version: str) -> None:
    olga = shop.olga
    await olga.says("/model")
    line("Ольга", "/model")
    card = await olga.waits_for(f"Работает {version}", timeout=WAIT)
    line("Прилавок → Ольга", card.text)
    for button in (f"Вернуть {starter}", "Да, вернуть"):
        await _sees_button(olga, button)
        await olga.presses(button)
        line("Ольга", f"[{button}]")
    await _until(lambda: _serves(shop, starter), "the old model serves again")


async def _serves(shop: DemoShop, version: str) -> bool:
    return shop.app.understanding.model.version == version


async def _until(so: Callable[[], Awaitable[bool]], what: str) -> None:
    try:
        async with asyncio.timeout(WAIT * 2):
            while not await so():  # noqa: ASYNC110 - nothing announces it
                await asyncio.sleep(LOOK_EVERY)
    except TimeoutError:
        raise Missing(what) from None
