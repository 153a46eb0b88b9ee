"""Thanks for a first order, from a person by name."""

from typing import Any

from handlers.screen import Screen
from handlers.texts import Texts
from services.trade.first_order import Host


def welcome(texts: Texts, host: Host, name: str, language: str, lines: dict[str, Any]) -> Screen:
    """Thanks, what comes next, how to reach the shop; signed."""
    signed = host.names.get(language, "")
    args = {"name": name, "lines": lines}
    if not signed:
        return Screen(texts.say(language, "welcome-plain", **args))
    role = host.roles.get(language, "")
    who = texts.say(language, "welcome-who", who=signed, role=role) if role else signed
    return Screen(texts.say(language, "welcome-signed", who=who, **args))
