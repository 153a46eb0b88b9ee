"""Looking round the catalogue as people do, for tests: presses, words, what is shown."""

from models.trade.products import Photo
from playground.messages import Message
from playground.people import Person
from tests.customer.conversation import stored
from tests.desk import Shop


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def cards(person: Person) -> list[Message]:
    return [one for one in person.sees() if "🛒 Корзина" in one.buttons]


def shown(person: Person) -> Message:
    """The catalogue's one message."""
    (one,) = cards(person)
    return one


async def presses(shop: Shop, person: Person, button: str, wanted: str) -> Message:
    """Press under the catalogue's message, and see it change."""
    await person.presses(shown(person), button)
    message = await person.waits_for(lambda one: wanted in plain(one.text))
    await shop.settles()
    return message


async def enters(shop: Shop, person: Person, words: str = "/catalog") -> Message:
    await person.says(words)
    message = await person.waits_for(lambda one: "🛒 Корзина" in one.buttons)
    await person.waits_until(lambda: cards(person) == [message])
    await shop.settles()
    return message


async def photos(shop: Shop) -> dict[str, Photo]:
    return {one.source: one for one in await stored(shop, Photo)}
