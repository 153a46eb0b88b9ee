"""What a person does, as verbs: each a few words around the person's own method."""

from __future__ import annotations

import base64

from playground.acts.verbs import PLACE, Body, given, message_of, shown, verb
from playground.people import Person
from playground.views import message_view


@verb
async def starts(person: Person, body: Body) -> Body:
    message = await person.starts(body.get("payload", ""), chat=body.get("chat"))
    return shown(person, message)


@verb
async def says(person: Person, body: Body) -> Body:
    message = await person.says(body["text"], **given(body, *PLACE, "reply_to"))
    return shown(person, message)


@verb
async def sends(person: Person, body: Body) -> Body:
    kind = body["kind"]
    if body.get("count"):
        album = await person.sends_album(kind, int(body["count"]), **given(body, *PLACE, "caption"))
        return {"messages": [message_view(message, person.user) for message in album]}
    details = given(
        body,
        *(*PLACE, "reply_to", "caption", "file_name", "mime_type", "emoji"),
        *("latitude", "longitude", "phone_number", "question", "options"),
    )
    if body.get("data"):
        details["data"] = base64.b64decode(body["data"], validate=True)
    return shown(person, await person.sends(kind, **details))


@verb
async def presses(person: Person, body: Body) -> Body:
    message = message_of(person, body)
    query = await person.presses(message, body.get("button"), data=body.get("data"))
    return {"query": query.id}


@verb
async def taps(person: Person, body: Body) -> Body:
    return shown(person, await person.taps(body["text"], **given(body, *PLACE)))


@verb
async def edits(person: Person, body: Body) -> Body:
    return shown(person, await person.edits(message_of(person, body), body["text"]))


@verb
async def reacts(person: Person, body: Body) -> Body:
    message = await person.reacts(message_of(person, body), body.get("emoji", ""))
    return shown(person, message)


@verb
async def deletes(person: Person, body: Body) -> Body:
    await person.deletes(message_of(person, body))
    return {}


@verb
async def votes(person: Person, body: Body) -> Body:
    message = message_of(person, body)
    await person.votes(message, *map(int, body["options"]))
    return shown(person, message)


@verb
async def pays(person: Person, body: Body) -> Body:
    return {"query": (await person.pays(message_of(person, body))).id}


@verb
async def shares_contact(person: Person, body: Body) -> Body:
    return shown(person, await person.shares_contact(**given(body, *PLACE)))


@verb
async def types(person: Person, body: Body) -> Body:
    await person.types(**given(body, *PLACE))
    return {}


@verb
async def reads(person: Person, body: Body) -> Body:
    await person.reads(**given(body, *PLACE))
    return {}


@verb
async def blocks(person: Person, body: Body) -> Body:
    await person.blocks(chat=body.get("chat"))
    return {}


@verb
async def unblocks(person: Person, body: Body) -> Body:
    await person.unblocks(chat=body.get("chat"))
    return {}
