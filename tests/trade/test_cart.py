"""The cart: more, less, out; what the shop has not; what changed meanwhile; a restart."""

from models.trade.products import Product
from playground.messages import Message
from playground.people import Person
from tests.conftest import OpenShop
from tests.customer.conversation import toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.market import cart_lines, changes, opens_cart, puts, stocked
from tests.trade.standing import noted


async def test_an_empty_cart_is_friendly(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("/cart")
    told = await anna.waits_for("Корзина пока пуста")
    assert told.buttons == ["🛍 Каталог"]


async def test_more_and_less_and_out(shop: Shop) -> None:
    bell, lamp = await stocked(shop, 120000, 3), await stocked(shop, 99950, None, "Фонарь")
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    await puts(shop, anna, lamp)
    cart = await opens_cart(anna)
    assert "Итого: 2\u00a0199,50\u00a0₽" in cart.text
    more = next(one for one in cart.button_rows[0] if one["text"] == "+")["callback_data"]
    for _ in range(3):
        await anna.presses(cart, data=more)
    await anna.waits_for("2 × 1\u00a0200")
    assert [one.quantity for one in await cart_lines(shop)] == [2, 1], "pressed thrice, done once"
    (line, _) = await cart_lines(shop)
    said = await answer_to(anna, cart, sealed(shop, anna.id, "cartset", str(line.id), "4"))
    assert said == "Осталось только 3 штуки."
    eve = shop.playground.user("Ева", language="ru")
    await eve.says("/cart")
    hers = await eve.waits_for("пуста")
    said = await answer_to(eve, hers, sealed(shop, eve.id, "cartset", str(line.id), "1"))
    assert said == "Этого в корзине уже нет."
    await anna.presses(cart, "✕")
    await anna.waits_for(lambda one: "Звонок" not in one.text and "Фонарь" in one.text)
    await anna.presses(cart, "Очистить")
    await anna.waits_for("пока пуста")


async def test_what_changed_is_said_openly_and_once(shop: Shop) -> None:
    bell, lamp = await stocked(shop, 120000, 5), await stocked(shop, 99000, 5, "Фонарь")
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell, 3)
    await puts(shop, anna, lamp)
    await changes(shop, bell, price=110000, stock=1)
    await changes(shop, lamp, active=False)
    cart = await opens_cart(anna)
    assert "было 1\u00a0200\u00a0₽, стало 1\u00a0100\u00a0₽" in cart.text
    assert "Осталась 1 штука, в корзине исправили" in cart.text
    assert "Фонарь — закончился" in cart.text and "Итого: 1\u00a0100\u00a0₽" in cart.text
    again = await opens_cart(anna)
    assert "❗️" not in again.text and "Фонарь" not in again.text


async def test_the_cart_survives_a_restart(shop: Shop, open_shop: OpenShop) -> None:
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    await shop.closes()
    await open_shop()
    await opens_cart(anna)


async def test_what_can_not_be_put_there(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="en")
    gone = await stocked(shop, title="gone")
    dollars = await stocked(shop, title="dollars")
    none = await stocked(shop, stock=0, title="none")
    ruled = await stocked(shop, title="ruled")
    async with shop.app.store.change() as tx:
        product = await tx.get_one(Product, ruled)
        product.rules = [{"if": "lock.u", "requires": "rack.x"}]
    await changes(shop, gone, active=False)
    await changes(shop, dollars, currency="USD")
    await anna.says("/cart")
    cart = await anna.waits_for("empty so far")
    for variant, said in (
        (gone, "no longer sold"),
        (dollars, "can't be ordered here yet"),
        (none, "no more of this"),
        (99999, "no longer sold"),
    ):
        query = await anna.presses(cart, data=sealed(shop, anna.id, "cartadd", str(variant)))
        assert said in await toast(query)
    assert await cart_lines(shop) == []


async def test_a_cart_that_was_doubled_is_one_again_when_pressed(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    shop.playground.faults.next_calls("lost", method="sendMessage", chat=anna.id)
    await anna.says("/cart")
    await anna.waits_until(lambda: len(carts(anna)) == 2)
    first, second = carts(anna)
    await noted(shop, f"cart:1:{anna.id}:0", second.id)
    await anna.presses(first, "+")
    await anna.waits_until(lambda: first.deleted)
    assert carts(anna) == [second] and "2 × 1\u00a0200" in second.text


def carts(person: Person) -> list[Message]:
    """The carts that stand before a person."""
    return [one for one in person.sees() if "Корзина" in one.text]


async def test_an_edit_whose_answer_was_lost_leaves_no_old_cart_behind(shop: Shop) -> None:
    """Two are shown, the answer is lost; one again before the edit is made again: one stands."""
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    cart = await opens_cart(anna)
    (line,) = await cart_lines(shop)
    data = [sealed(shop, anna.id, "cartset", str(line.id), quantity) for quantity in "21"]
    shop.playground.faults.next_calls("lost", method="editMessageText", chat=anna.id)
    await anna.presses(cart, data=data[0])
    await anna.waits_for("2 × 1\u00a0200")
    await anna.presses(cart, data=data[1])
    await anna.waits_for("1 × 1\u00a0200")
