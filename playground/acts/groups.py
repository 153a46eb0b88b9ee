"""What a person does to a group, as verbs."""

from __future__ import annotations

from playground.accounts import Bot
from playground.acts.verbs import Body, chat_of, found_group, found_person, message_of, verb
from playground.errors import Refusal
from playground.people import Person
from playground.pins import pin, unpin


@verb
async def creates_topic(person: Person, body: Body) -> Body:
    return {"thread": await found_group(person, body).creates_topic(body["name"], by=person)}


@verb
async def closes_topic(person: Person, body: Body) -> Body:
    await found_group(person, body).closes_topic(int(body["thread"]), by=person)
    return {}


@verb
async def reopens_topic(person: Person, body: Body) -> Body:
    await found_group(person, body).reopens_topic(int(body["thread"]), by=person)
    return {}


@verb
async def deletes_topic(person: Person, body: Body) -> Body:
    await found_group(person, body).deletes_topic(int(body["thread"]))
    return {}


@verb
async def pins(person: Person, body: Body) -> Body:
    pin(person.world, message_of(person, body), person.user)
    return {}


@verb
async def unpins(person: Person, body: Body) -> Body:
    unpin(person.world, chat_of(person, body), [message_of(person, body).id])
    return {}


def _bot(person: Person, body: Body) -> Bot:
    if body.get("bot") is None:
        return person.playground.bot
    bot = person.world.bot_by_id(int(body["bot"]))
    if bot is None:
        raise Refusal("no such bot", 404)
    return bot


@verb
async def adds_bot(person: Person, body: Body) -> Body:
    rights = body.get("rights", "all")
    await found_group(person, body).add_bot(_bot(person, body), rights, by=person)
    return {}


@verb
async def removes_bot(person: Person, body: Body) -> Body:
    await found_group(person, body).remove_bot(_bot(person, body), by=person)
    return {}


@verb
async def adds(person: Person, body: Body) -> Body:
    other = found_person(person.playground, body["person"])
    await found_group(person, body).adds(other, by=person)
    return {}


@verb
async def removes(person: Person, body: Body) -> Body:
    other = found_person(person.playground, body["person"])
    await found_group(person, body).removes(other, by=person)
    return {}


@verb
async def migrates(person: Person, body: Body) -> Body:
    return {"chat": await found_group(person, body).migrates()}
