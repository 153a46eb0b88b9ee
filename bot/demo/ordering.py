"""`demo --once order`: searched, ordered, confirmed, shipped, delivered, rated, given back."""

from pathlib import Path

import typer

from bot.demo.acting import BOT, WAIT, presses, reads, says
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
    await says(anna, "Анна", f"/catalog {WORDS}")
    found = await reads(anna, "Анна", "Детский шлем")
    await presses(anna, "Анна", found, "Детский шлем")
    thing = await reads(anna, "Анна", "48–56 см")
    await presses(anna, "Анна", thing, "В корзину")
    await presses(anna, "Анна", thing, "Корзина")
    return await reads(anna, "Анна", "Итого")


async def _checkout(anna: Person, cart: Message) -> Message:
    await presses(anna, "Анна", cart, "Оформить заказ")
    asked = await reads(anna, "Анна", "Как вам удобнее получить")
    await presses(anna, "Анна", asked, "Курьер")
    await reads(anna, "Анна", "адрес доставки")
    await says(anna, "Анна", ADDRESS)
    await reads(anna, "Анна", "напишите номер")
    await says(anna, "Анна", PHONE)
    ways = await reads(anna, "Анна", "удобнее заплатить")
    await presses(anna, "Анна", ways, "При получении")
    summary = await reads(anna, "Анна", "Проверьте, пожалуйста")
    await presses(anna, "Анна", summary, "Подтвердить")
    await anna.waits_until(lambda: "Заказ №1" in summary.text, timeout=WAIT)
    line(BOT.format("Анна"), summary.text)
    await reads(anna, "Анна", "спасибо за первый заказ")
    return summary


async def _accept(shop: DemoShop) -> Message:
    boris, forum = shop.boris, shop.forum
    board = await boris.waits_for("Принять: 1", chat=forum, timeout=WAIT)
    line(BOT.format("доска заказов"), board.text)
    await presses(boris, "Борис", board, "№1")
    work = await boris.waits_for("Что было", chat=forum, timeout=WAIT)
    line(BOT.format("Борис"), work.text)
    await presses(boris, "Борис", work, "Принять")
    await reads(shop.anna, "Анна", "приняли в работу. Напишем")
    await presses(boris, "Борис", work, "Собран")
    await reads(shop.anna, "Анна", "Заказ №1 собран")
    return work


async def _ship(shop: DemoShop, work: Message) -> None:
    boris = shop.boris
    await presses(boris, "Борис", work, "Отправить")
    await presses(boris, "Борис", work, "СДЭК")
    await presses(boris, "Борис", work, "Трек-номер")
    await boris.waits_for("напишите трек-номер", chat=shop.forum, timeout=WAIT)
    await boris.says(TRACKING, chat=shop.forum)
    line("Борис", TRACKING)
    await boris.waits_until(lambda: TRACKING in work.text, timeout=WAIT)
    await presses(boris, "Борис", work, "🚚 Отправлен")
    await reads(shop.anna, "Анна", TRACKING)


async def _deliver(shop: DemoShop, work: Message) -> None:
    await presses(shop.boris, "Борис", work, "Доставлен")
    liked = await reads(shop.anna, "Анна", "Как вам заказ")
    await presses(shop.anna, "Анна", liked, "4")
    await shop.anna.waits_until(lambda: "Спасибо" in liked.text, timeout=WAIT)
    line(BOT.format("Анна"), liked.text)


async def _return(shop: DemoShop, order: Message) -> None:
    anna, boris = shop.anna, shop.boris
    await presses(anna, "Анна", order, "Вернуть или обменять")
    back = await reads(anna, "Анна", "Жаль, что не подошло")
    await presses(anna, "Анна", back, "Не подошёл размер")
    await presses(anna, "Анна", back, "Вернуть деньги")
    await anna.waits_until(lambda: "Заявка у нас" in back.text, timeout=WAIT)
    line(BOT.format("Анна"), back.text)
    board = await boris.waits_for("№1 Возврат", chat=shop.forum, timeout=WAIT)
    line(BOT.format("доска «Забота»"), board.text)
    await presses(boris, "Борис", board, "Взять №1")
    ticket = await boris.waits_for("Возврат или обмен", chat=shop.forum, timeout=WAIT)
    line(BOT.format("тема обращения"), ticket.text)
    await presses(boris, "Борис", ticket, "Возврат")
    case = await boris.waits_for("ждёт решения", chat=shop.forum, timeout=WAIT)
    line(BOT.format("Борис"), case.text)
    for button in ("Согласовать", "Вещь получена", "Деньги возвращены"):
        await presses(boris, "Борис", case, button)
    await reads(anna, "Анна", "Возврат №1: вернули")


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
