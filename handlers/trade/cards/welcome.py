"""Thanks for a first order, from a person by name."""

from typing import Any

from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.trade.first_order import FirstView

NAME = 64


def welcome(texts: Texts, view: FirstView, lines: dict[str, Any]) -> Screen:
    """Thanks, what comes next, how to reach the shop; signed, with a photo where there is one."""
    language = view.customer.language
    signed, role = view.host.names.get(language, ""), view.host.roles.get(language, "")
    args = {"name": cut(view.called or view.customer.name, NAME), "lines": lines}
    if not signed:
        return Screen(texts.say(language, "welcome-plain", **args), photo=view.picture)
    who = texts.say(language, "welcome-who", who=signed, role=role) if role else signed
    return Screen(texts.say(language, "welcome-signed", who=who, **args), photo=view.picture)
