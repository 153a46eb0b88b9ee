"""A shop with things to sell, and customers who go from the cart to the order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from models.people import Customer
from models.trade.carts import CartLine, Remembered
from models.trade.orders import Order, OrderEvent, OrderLine
from models.trade.products import Category, Product, Variant
from playground.messages import Message
from playground.people import Person
from services.customers import known_customer
from services.incoming import Sender
from services.shop_file import ShopSeed
from services.trade.cart import Cart
from services.turn import Turn
from tests.desk import Shop

COURIER = {
    "title_ru": "Курьер",
    "title_en": "Courier",
    "price": 30000,
    "free_from": 500000,
    "address": True,
    "days": "1–3",
}
PICKUP = {
    "title_ru": "Самовывоз",
    "title_en": "Pick-up",
    "price": 0,
    "free_from": None,
    "address": False,
    "days": "",
}
PROMO = {
    "code": "SPRING",
    "percent": 10,
    "amount": 0,
    "least": 100000,
    "uses": None,
    "once": True,
    "from": None,
    "until": None,
}
CONFIRMED = "Подтверждён."


def selling(seed: ShopSeed, **changed: Any) -> ShopSeed:
    """The shop's file with delivery, payment and a code."""
    facts = {
        "delivery": {"courier": COURIER, "pickup": PICKUP},
        "payment": {"ways": ["on_delivery", "invoice", "telegram"]},
        "promo": {"SPRING": PROMO},
    }
    return replace(seed, facts={**seed.facts, **facts, **changed})


async def stocked(
    shop: Shop, price: int = 120000, stock: int | None = 5, title: str = "Звонок"
) -> int:
    """One more product with one variant; the variant's id. `price` in minor units."""
    async with shop.app.store.change() as tx:
        category = await tx.scalar(select(Category).limit(1))
        if category is None:
            category = Category(key="all", title_ru="Всё", title_en="All")
            tx.add(category)
            await tx.flush()
        product = Product(
            key=title, category_id=category.id, title_ru=title, changed_at=shop.clock()
        )
        tx.add(product)
        await tx.flush()
        variant = Variant(key=title, product_id=product.id, price=price, stock=stock)
        tx.add(variant)
        await tx.flush()
        return variant.id


async def changes(shop: Shop, variant_id: int, **values: Any) -> None:
    """The shop changes a price, a stock."""
    async with shop.app.store.change() as tx:
        variant = await tx.get_one(Variant, variant_id)
        for name, value in values.items():
            setattr(variant, name, value)


async def stock_of(shop: Shop, variant_id: int) -> int | None:
    """What is left."""
    async with shop.looks() as tx:
        return (await tx.get_one(Variant, variant_id)).stock


async def puts(shop: Shop, person: Person, variant_id: int, quantity: int = 1) -> None:
    """A customer puts a thing into the cart, as the shelf does for them."""
    turn = Turn(bot_id=shop.app.bot.id, now=shop.clock())
    name, language = person.user.first_name, person.user.language_code
    sender = Sender(person.id, name, language_code=language)
    async with shop.app.store.change() as tx:
        customer = await known_customer(tx, turn, sender)
        cart = Cart(shop.app.context)
        await cart.put(tx, turn, customer.id, variant_id, [], quantity)


async def opens_cart(person: Person) -> Message:
    """`/cart`."""
    await person.says("/cart")
    return await person.waits_for("Корзина")


async def to_summary(person: Person, way: str = "Самовывоз", pay: str = "При получении") -> Message:
    """A new customer from the cart to the summary."""
    await opens_cart(person)
    await person.presses("Оформить заказ")
    await person.waits_for("Как вам удобнее получить")
    await person.presses(way)
    if way != "Самовывоз":
        await person.waits_for("адрес доставки")
        await person.says("Тверь, Советская, 1, кв. 2")
    await person.waits_for("ваш телефон")
    await person.taps("Отправить мой номер")
    await person.waits_for("удобнее заплатить")
    await person.presses(pay)
    return await person.waits_for("Проверьте")


async def orders(shop: Shop) -> Sequence[Order]:
    """Every order, drafts as well."""
    async with shop.looks() as tx:
        return (await tx.execute(select(Order).order_by(Order.id))).scalars().all()


async def lines(shop: Shop, row: type[Any] = OrderLine) -> Sequence[Any]:
    """Every line of the orders, or of the carts."""
    async with shop.looks() as tx:
        return (await tx.execute(select(row).order_by(row.id))).scalars().all()


async def cart_lines(shop: Shop) -> Sequence[CartLine]:
    """What lies in the carts."""
    return await lines(shop, CartLine)


async def events(shop: Shop) -> list[str]:
    """What happened to orders, in order."""
    return [one.verb for one in await lines(shop, OrderEvent)]


async def owner_of(shop: Shop, order: Order) -> Customer:
    """Who ordered."""
    async with shop.looks() as tx:
        return await tx.get_one(Customer, order.customer_id)


def confirmations(shop: Shop, person: Person) -> list[Message]:
    """The messages before a person that confirm an order."""
    bot = shop.playground.bot
    return [one for one in person.sees() if one.sender is bot and CONFIRMED in one.text]


def summaries(shop: Shop, person: Person) -> list[Message]:
    """The messages before a person that offer to confirm."""
    bot = shop.playground.bot
    seen = [one for one in person.sees() if one.sender is bot]
    return [one for one in seen if any("Подтвердить" in text for text in one.buttons)]


async def ready(shop: Shop, name: str, variant_id: int, quantity: int = 1) -> Person:
    """A customer who has a summary before them: all that it asks for was known."""
    person = shop.playground.user(name, language="ru")
    await puts(shop, person, variant_id, quantity)
    async with shop.app.store.change() as tx:
        customer = await tx.scalar(select(Customer).where(Customer.tg_id == person.id))
        assert customer is not None
        customer.phone = "+79160000000"
        tx.add(Remembered(customer_id=customer.id, delivery="pickup", agreed_at=shop.clock()))
    await opens_cart(person)
    await person.presses("Оформить заказ")
    await person.waits_for("удобнее заплатить")
    await person.presses("При получении")
    await person.waits_for("Проверьте")
    return person
