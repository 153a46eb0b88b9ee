"""The card of a complaint with everything as long as it can be is one message still."""

import html
import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from handlers.relays import TEXT_LIMIT
from handlers.texts import Texts
from handlers.voice.cards.complaint import complaint
from services.voice.complaints_views import Decision

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LONG = "щ<&" * 1000
NAME = "и" * 64


def longest() -> Any:
    """A decided complaint that was decided nine times before, in as many words as there may be."""
    moments = {"answered_at": None, "answer_due_at": NOW, "decide_due_at": NOW}
    decided = {"outcome": "replacement", "amount": 10**11, "words": LONG[:1000], "better": False}
    topic = SimpleNamespace(titles={"ru": NAME, "en": NAME})
    named = SimpleNamespace(name=NAME)
    return SimpleNamespace(
        complaint=SimpleNamespace(
            score=1, cause="ticket_score", ref="r", supervisor_id=1, **moments, **decided
        ),
        is_open=False,
        ticket=SimpleNamespace(id=10**6, state="taken", agent_id=2, ref="t"),
        customer=named,
        follower=named,
        agent=named,
        shop=SimpleNamespace(topic_by_id=lambda _: topic),
        order=None,
        about=SimpleNamespace(id=10**6, topic_id=1),
        words=(LONG,) * 3,
        thing=None,
        earlier=(Decision(NOW, "unfounded", 10**11, LONG[:1000], better=False),) * 9,
        currency="RUB",
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_longest_card_is_one_message(language: str) -> None:
    screen = complaint(Texts(), longest(), "", language, NOW)
    said = html.unescape(re.sub(r"</?\w+>", "", screen.text))
    assert len(said.encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert "6" in said.partition(LONG[:50])[2], "how many decisions are left out is said"
