"""What the gate has against a candidate, a sentence each."""

from collections.abc import Mapping
from typing import Any

from handlers.cards.figures import number, percent, queue_title, topic_title
from handlers.texts import Markup, Texts, cut
from services.learning_views import RunView

PLAIN = ("accuracy", "encoder", "uncompared")
WORDS = 80
MEGABYTE = 1_000_000


def objections(texts: Texts, view: RunView, language: str) -> Markup:
    """All of them, a line each."""
    return Markup("\n".join(_one(texts, view, one, language) for one in view.objections))


def _one(texts: Texts, view: RunView, one: Mapping[str, Any], language: str) -> str:
    rule = one.get("rule")
    if rule in PLAIN:
        return texts.say(language, f"objection-{rule}")
    if rule == "topic":
        return texts.say(
            language,
            "objection-topic",
            topic=topic_title(view.shop, one.get("topic"), language),
            was=number(one.get("was_f1"), language, 2),
            now=number(one.get("f1"), language, 2),
        )
    if rule == "smoke":
        return texts.say(
            language,
            "objection-smoke",
            text=cut(str(one.get("text", "")), WORDS),
            queue=queue_title(texts, view.shop, one.get("queue"), language),
        )
    return _measured(texts, one, language)


def _measured(texts: Texts, one: Mapping[str, Any], language: str) -> str:
    rule, was, now = one.get("rule"), one.get("was"), one.get("now")
    if rule == "scope":
        values = {"was": percent(was, language), "now": percent(now, language)}
        return texts.say(language, "objection-scope", **values)
    if rule == "latency":
        values = {"was": number(was, language), "now": number(now, language)}
        return texts.say(language, "objection-latency", **values)
    if rule == "size":
        size = one.get("bytes")
        large = size / MEGABYTE if isinstance(size, int | float) else None
        return texts.say(language, "objection-size", size=number(large, language))
    return texts.say(language, "objection-other")
