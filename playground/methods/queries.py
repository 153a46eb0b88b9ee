"""Answers to presses of inline buttons."""

from __future__ import annotations

from playground.errors import bad
from playground.queries import LIFE, Query
from playground.registry import Call, method

TEXT_LIMIT = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def open_query(call: Call, query_id: str, kind: str) -> Query:
    query = call.bot.queries.get(query_id)
    late = query is None or call.world.clock.now() - query.asked > LIFE
    if query is None or late or query.answer is not None or query.kind != kind:
        raise bad(TOO_OLD)
    return query


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    text = call.get("text", "")
    if len(text) > TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    query = open_query(call, call.params["callback_query_id"], "callback_query")
    shown = {
        "text": text,
        "alert": call.get("show_alert", False),
        "url": call.get("url"),
    }
    query.settle(shown)
    call.world.hub.say(query.user.id, {"type": "toast", "query": query.id, **shown})
    return True
