"""`demo --once order`: searched, ordered, confirmed, shipped, delivered, rated, given back."""

from pathlib import Path

import typer

from bot.demo.opening import DemoShop, opened
from bot.demo.playing import Missing, line
from classifier.model import TopicModel
from models.trade.money import Payment
from models.trade.orders import DELIVERED, Order, OrderLine
from models.trade.products import Variant
from models.trade.returns import ReturnCase
from playground.messages import Message
from playground.people import Person
from playground.people.watching import NotSeen
from services.shop_file import ShopSeed

WORDS = "шлем для ребёнка"
ADDRESS = "Тверь, Советская, 1, квартира 12"
PHONE = "+7 999 000-11-22"
TRACKING = "1012345678"
WAIT = 90.0  # a group bears twenty messages a minute
BOT = "Прилавок → {}"


async def play_order(model: TopicModel, seed: ShopSeed, data_dir: Path) -> int:
    """Play the scene and print it; 0 when every step happened, 1 otherwise."""
    try:
        async with opened(model, seed) as shop:
            await _scene(shop)
            await _looks(shop)
    except (NotSeen, Missing, TimeoutError) as error:
        typer.echo(f"\n✗ This step did not happen: {error}", err=True)
        return 1
    typer.echo("\n✓ Found, ordered, confirmed once, shipped, delivered, rated, given back.")
    return 0


async def _scene(shop: DemoShop) -> None:
    cart = await _search(shop.anna)
    order = await _checkout(shop.anna, cart)
    work = await _accept(shop)
    await _ship(shop, work)
    await _deliver(shop, work)
    await _return(shop, order)


async def _search(anna: Person) -> Message:
    await anna.starts()
    await _says(anna, "Анна", f"/catalog {WORDS}")
    found = await _reads(anna, "Анна", "Детский шлем")
    await _presses(anna, "Анна", found, "Детский шлем")
    thing = await _reads(anna, "Анна", "48–56 см")
    await _presses(anna, "Анна", thing, "В корзину")
    await _presses(anna, "Анна", thing, "Корзина")
    return await _reads(anna, "Анна", "Итого")


async def _checkout(anna: Person, cart: Message) -> Message:
    await _presses(anna, "Анна", cart, "Оформить заказ")
    asked = await _reads(anna, "Анна", "Как вам удобнее получить")
    await _presses(anna, "Анна", asked, "Курьер")
    await _reads(anna, "Анна", "адрес доставки")
    await _says(anna, "Анна", ADDRESS)
    await _reads(anna, "Анна", "напишите номер")
    await _says(anna, "Анна", PHONE)
    ways = await _reads(anna, "Анна", "удобнее заплатить")
    await _presses(anna, "Анна", ways, "При получении")
    summary = await _reads(anna, "Анна", "Проверьте, пожалуйста")
    await _presses(anna, "Анна", summary, "Подтвердить")
    await anna.waits_until(lambda: "Заказ №1" in summary.text, timeout=WAIT)
    line(BOT.format("Анна"), summary.text)
    await _reads(anna, "Анна", "спасибо за первый заказ")
    return summary


async def _accept(shop: DemoShop) -> Message:
    boris, forum = shop.boris, shop.forum
    board = await boris.waits_for("Принять: 1", chat=forum, timeout=WAIT)
    line(BOT.format("доска заказов"), board.text)
    await _presses(boris, "Борис", board, "№1")
    work = await boris.waits_for("Что было", chat=forum, timeout=WAIT)
    line(BOT.format("Борис"), work.text)
    await _presses(boris, "Борис", work, "Принять")
    await _reads(shop.anna, "Анна", "приняли в работу. Напишем")
    await _presses(boris, "Борис", work, "Собран")
    await _reads(shop.anna, "Анна", "Заказ №1 собран")
    return work


async def _ship(shop: DemoShop, work: Message) -> None:
    boris = shop.boris
    await _presses(boris, "Борис", work, "Отправить")
    await _presses(boris, "Борис", work, "СДЭК")
    await _presses(boris, "Борис", work, "Трек-номер")
    await boris.waits_for("напишите трек-номер", chat=shop.forum, timeout=WAIT)
    await boris.says(TRACKING, chat=shop.forum)
    line("Борис", TRACKING)
    await boris.waits_until(lambda: TRACKING in work.text, timeout=WAIT)
    await _presses(boris, "Борис", work, "🚚 Отправлен")
    await _reads(shop.anna, "Анна", TRACKING)


async def _deliver(shop: DemoShop, work: Message) -> None:
    await _presses(shop.boris, "Борис", work, "Доставлен")
    liked = await _reads(shop.anna, "Анна", "Как вам заказ")
    await _presses(shop.anna, "Анна", liked, "4")
    await shop.anna.waits_until(lambda: "Спасибо" in liked.text, timeout=WAIT)
    line(BOT.format("Анна"), liked.text)


async def _return(shop: DemoShop, order: Message) -> None:
    anna, boris = shop.anna, shop.boris
    await _presses(anna, "Анна", order, "Вернуть или обменять")
    back = await _reads(anna, "Анна", "Жаль, что не подошло")
    await _presses(anna, "Анна", back, "Не подошёл размер")
    await _presses(anna, "Анна", back, "Вернуть деньги")
    await anna.waits_until(lambda: "Заявка у нас" in back.text, timeout=WAIT)
    line(BOT.format("Анна"), back.text)
    board = await boris.waits_for("№1 Возврат", chat=shop.forum, timeout=WAIT)
    line(BOT.format("доска «Забота»"), board.text)
    await _presses(boris, "Борис", board, "Взять №1")
    ticket = await boris.waits_for("Возврат или обмен", chat=shop.forum, timeout=WAIT)
    line(BOT.format("тема обращения"), ticket.text)
    await _presses(boris, "Борис", ticket, "Возврат")
    case = await boris.waits_for("ждёт решения", chat=shop.forum, timeout=WAIT)
    line(BOT.format("Борис"), case.text)
    for button in ("Согласовать", "Вещь получена", "Деньги возвращены"):
        await _presses(boris, "Борис", case, button)
    await _reads(anna, "Анна", "Возврат №1: вернули")


async def _looks(shop: DemoShop) -> None:
    async with shop.app.store.look() as tx:
        order = await tx.get(Order, 1)
        case = await tx.get(ReturnCase, 1)
        back = await tx.get(Payment, 2)
        sold = await tx.get(OrderLine, 1)
        variant = await tx.get(Variant, sold.variant_id) if sold else None
    if order is None or order.state != DELIVERED or order.rated != 4:
        raise Missing("the order is stored as delivered and rated")
    if case is None or case.state != "done" or back is None or back.amount != -case.refund:
        raise Missing("the money given back is stored")
    if variant is None or variant.stock != 9:
        raise Missing("what came back is in stock again")


async def _says(person: Person, name: str, words: str) -> None:
    await person.says(words)
    line(name, words)


async def _reads(person: Person, name: str, words: str) -> Message:
    said = await person.waits_for(words, timeout=WAIT)
    line(BOT.format(name), said.text)
    return said


async def _presses(person: Person, name: str, message: Message, button: str) -> None:
    def shown() -> str | None:
        return next((one for one in message.buttons if button in one), None)

    await person.waits_until(lambda: shown() is not None, timeout=WAIT)
    await person.presses(message, shown() or button)
    line(name, f"[{button}]")
