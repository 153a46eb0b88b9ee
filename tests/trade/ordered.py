"""Orders that have been placed, put into the database as a checkout leaves them."""

import secrets
from typing import Any

from sqlalchemy import select

from models import people
from models.people import Customer
from models.trade.money import Payment
from models.trade.orders import PLACED, Order, OrderEvent, OrderLine
from models.trade.products import Product, Variant
from playground.messages import Message
from playground.people import Person
from playground.queries import Query
from services import promises
from services.people import language_of
from services.trade.order_boards import show_orders
from tests.desk import Shop

HELMET, BELL = "Шлем детский, синий", "Звонок «Динь»"
PATIENCE = 60.0


async def stocked(shop: Shop, title: str = HELMET, price: int = 349_000, stock: int = 5) -> int:
    """A product with one variant, some of it on the shelf; the variant's id."""
    async with shop.app.store.change() as tx:
        key = secrets.token_hex(4)
        product = Product(
            key=key, title_ru=title, title_en=f"{title} (en)", changed_at=shop.clock()
        )
        tx.add(product)
        await tx.flush()
        variant = Variant(key=key, product_id=product.id, price=price, stock=stock)
        tx.add(variant)
        await tx.flush()
        return variant.id


async def customer(shop: Shop, name: str = "Анна", language: str = "ru") -> Person:
    """Somebody who has pressed Start."""
    person = shop.playground.user(name, language=language, username=f"user{name}")
    await person.starts()
    await person.waits_for("Спица" if language == "ru" else "Spoke", timeout=PATIENCE)
    return person


async def customer_of(shop: Shop, person: Person) -> Customer:
    """The person as a customer of the shop."""
    async with shop.app.store.change() as tx:
        known = await people.customer_by_tg(tx, person.id)
        if known is None:
            known = Customer(
                tg_id=person.id,
                name=person.user.name,
                username=person.user.username,
                language=language_of(person.user.language_code),
                created_at=shop.clock(),
                seen_at=shop.clock(),
            )
            tx.add(known)
            await tx.flush()
        return known


async def orders(
    shop: Shop, person: Person, *things: tuple[int, int], paid: bool = False, **more: Any
) -> Order:
    """A person orders (variant, quantity) pairs: stock taken, card shown, staff's board too."""
    customer = await customer_of(shop, person)
    now = shop.clock()
    async with shop.app.store.change() as tx:
        given: dict[str, Any] = {
            "delivery": "courier",
            "delivery_price": 35_000,
            "payment": "invoice",
            "address": "Тверь, Советская, 1",
            "contact_name": person.user.name,
            "contact_phone": "+79990001122",
            "state": PLACED,
        } | more
        order = Order(
            ref=secrets.token_urlsafe(9),
            customer_id=customer.id,
            currency="RUB",
            created_at=now,
            placed_at=now,
            changed_at=now,
            paid="yes" if paid else "no",
            **given,
        )
        tx.add(order)
        await tx.flush()
        for variant_id, quantity in things:
            await _line(tx, order, variant_id, quantity)
        order.total = order.goods_total - order.discount + order.delivery_price
        if paid:
            tx.add(_payment(order, now))
        tx.add(OrderEvent(order_id=order.id, at=now, by_tg_id=person.id, verb="confirm"))
        await promises.show(tx, now, person.id, "order", order.id, anew=True)
        await show_orders(tx, shop.app.context, now, loud=True)
    return order


async def _line(tx: Any, order: Order, variant_id: int, quantity: int) -> None:
    variant = await tx.get_one(Variant, variant_id)
    product = await tx.get_one(Product, variant.product_id)
    if variant.stock is not None:
        variant.stock -= quantity
    tx.add(
        OrderLine(
            order_id=order.id,
            product_id=product.id,
            variant_id=variant.id,
            title_ru=product.title_ru,
            title_en=product.title_en,
            quantity=quantity,
            price=variant.price,
            counted=variant.stock is not None,
        )
    )
    order.goods_total = (order.goods_total or 0) + variant.price * quantity
    order.discount = order.discount or 0
    await tx.flush()


def _payment(order: Order, now: Any) -> Payment:
    return Payment(
        order_id=order.id,
        way="telegram",
        charge=f"charge:{order.id}",
        amount=order.total,
        currency="RUB",
        state="paid",
        at=now,
    )


async def order_now(shop: Shop, number: int = 1) -> Order:
    """An order as it is stored."""
    async with shop.looks() as tx:
        return await tx.get_one(Order, number)


async def stock_now(shop: Shop, variant_id: int) -> int | None:
    """How many pieces are on the shelf."""
    async with shop.looks() as tx:
        return (await tx.get_one(Variant, variant_id)).stock


async def events(shop: Shop, number: int = 1) -> list[str]:
    """What happened to an order, by verb."""
    async with shop.looks() as tx:
        found = select(OrderEvent.verb).where(OrderEvent.order_id == number)
        return list((await tx.execute(found.order_by(OrderEvent.id))).scalars())


def told(person: Person, words: str) -> int:
    """How many messages before somebody's eyes say something."""
    return sum(words in one.text for one in person.sees())


async def presses(person: Person, message: Message, button: str) -> Query:
    """Press a button as soon as the card shows it."""
    await person.waits_until(
        lambda: any(button in one for one in message.buttons), timeout=PATIENCE
    )
    return await person.presses(message, button)


def links(message: Message) -> list[str]:
    """Where the words of a message lead."""
    return [str(one["url"]) for one in message.entities if one["type"] == "text_link"]
