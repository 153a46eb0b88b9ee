"""The table of verbs of `POST /api/act`, and finding what a request is about."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from playground.chats import Chat, GroupChat
from playground.errors import Refusal
from playground.groups import Group
from playground.messages import Message
from playground.people import Person
from playground.views import message_view

if TYPE_CHECKING:
    from playground.server import Playground

Body = dict[str, Any]
Verb = Callable[[Person, Body], Awaitable[Body]]
VERBS: dict[str, Verb] = {}
PLACE = ("chat", "thread")


def verb(function: Verb) -> Verb:
    VERBS[function.__name__.rstrip("_")] = function
    return function


async def act(person: Person, body: Body) -> Body:
    function = VERBS.get(str(body["verb"]))
    if function is None:
        raise Refusal(f"no such verb: {body['verb']}", 400)
    return await function(person, body)


def found_person(playground: Playground, user_id: Any) -> Person:
    return playground.person(int(user_id))


def found_group(person: Person, body: Body) -> Group:
    chat = chat_of(person, body)
    if not isinstance(chat, GroupChat):
        raise Refusal("that is no group")
    return Group(person.playground, chat)


def chat_of(person: Person, body: Body) -> Chat:
    return person.chat(body.get("chat"))


def message_of(person: Person, body: Body) -> Message:
    return person.message(chat_of(person, body), int(body["message"]))


def given(body: Body, *names: str) -> Body:
    return {name: body[name] for name in names if body.get(name) is not None}


def shown(person: Person, message: Message) -> Body:
    return {"message": message_view(message, person.user)}
