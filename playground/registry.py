"""The methods the playground carries out, by lower-case name, and what a call brings along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from playground.access import reachable
from playground.accounts import Bot
from playground.chats import Chat
from playground.world import World

if TYPE_CHECKING:
    from playground.server import Playground


@dataclass(slots=True)
class Upload:
    """A file sent along with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Call:
    playground: Playground
    bot: Bot
    method: str
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.playground.world

    def get(self, name: str, default: Any = None) -> Any:
        return self.params.get(name, default)

    def chat(self, name: str = "chat_id") -> Chat:
        return reachable(self.world, self.bot, self.params[name])


@dataclass(frozen=True, slots=True)
class Json:
    """A result that is JSON text already."""

    text: str


Method = Callable[[Call], Any]
F = TypeVar("F", bound=Method)
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[F], F]:
    def register(function: F) -> F:
        for name in names:
            METHODS[name.lower()] = function
        return function

    return register
