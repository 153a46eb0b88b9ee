"""What a person gets into their hands: the files of an export."""

import json
from typing import Any

from playground.messages import Message
from playground.people import Person
from tests.desk import Shop

BUTTONS = {"ru": ("Ваши данные", "Забрать мои данные"), "en": ("Your data", "Get my data")}


async def asks(person: Person, language: str = "ru") -> Message:
    """`/privacy`."""
    await person.says("/privacy")
    return await person.waits_for(BUTTONS[language][0])


def papers(shop: Shop, person: Person) -> dict[str, bytes]:
    """The files before a person, by the end of their names."""
    found: dict[str, bytes] = {}
    for one in person.sees():
        if one.kind == "document":
            card = one.content["document"]
            file = shop.playground.world.files.by_id(card["file_id"])
            assert file is not None
            found[card["file_name"].rpartition(".")[2]] = file.data
    return found


def how_many(person: Person) -> int:
    """How many files lie before a person."""
    return sum(one.kind == "document" for one in person.sees())


async def export_of(shop: Shop, person: Person, language: str = "ru") -> tuple[dict[str, Any], str]:
    """The JSON and the page that a person gets."""
    screen, before = await asks(person, language), how_many(person)
    await person.presses(screen, BUTTONS[language][1])
    await person.waits_until(lambda: how_many(person) == before + 2)
    found = papers(shop, person)
    return json.loads(found["json"]), found["html"].decode()
