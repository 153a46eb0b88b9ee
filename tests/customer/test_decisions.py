"""Pure decisions about where a message belongs, whatever the values."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from classifier.verdict import Verdict
from services import decide
from services.shop import SMALLTALK
from tests.customer.shopfront import shop

SHOP = shop()
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATES = ("asking", "open", "taken", "pending", "resolved")
topics = st.sampled_from(sorted(SHOP.topics))
verdicts = st.none() | st.builds(
    Verdict,
    text=st.just("x"),
    topic=topics,
    probability=st.floats(0, 1),
    runners_up=st.just(()),
    decision=st.sampled_from(("route", "ask", "triage")),
    in_scope=st.floats(0, 1),
    why=st.just(()),
    nearest=st.none(),
    branch=st.just("both"),
)
ages = st.timedeltas(timedelta(), timedelta(days=30))
states = st.none() | st.sampled_from(STATES)


@given(verdicts, states, st.none() | topics, ages, st.booleans())
def test_a_message_has_exactly_one_place(
    verdict: Verdict | None, state: str | None, topic: str | None, age: timedelta, pointed: bool
) -> None:
    resolved_at = NOW - age if state == "resolved" else None
    place = decide.place_of(verdict, state, topic, resolved_at, NOW, 72, pointed)
    young = age <= timedelta(hours=72)
    if state in ("asking", "open", "taken", "pending"):
        assert place == "join"
    elif decide.is_smalltalk(verdict):
        assert place == "chat"
    elif state is None or not young:
        assert place == "new"
    elif pointed or verdict is None or verdict.decision == "ask":
        assert place == "reopen"
    else:
        assert place == ("reopen" if verdict.topic == topic and _sure(verdict) else "new")


@given(verdicts)
def test_a_first_message_always_has_a_queue(verdict: Verdict | None) -> None:
    route = decide.route_of(verdict, SHOP, NOW)
    assert route.queue.id in SHOP.queues
    assert (route.ask_until is not None) == (route.state == "asking")
    if route.topic_key is None:
        assert route.queue.is_triage
    else:
        assert SHOP.queue_of(route.topic_key) == route.queue


@given(verdicts, st.sampled_from(STATES), st.none() | topics)
def test_only_sure_words_settle_only_an_open_question(
    verdict: Verdict | None, state: str, topic: str | None
) -> None:
    settled = decide.settles_question(verdict, state, topic)
    assert settled == (state in ("asking", "open") and topic is None and decide.is_sure(verdict))


@given(verdicts, topics)
def test_another_matter_is_sure_and_for_other_people(verdict: Verdict | None, topic: str) -> None:
    if verdict is not None and decide.is_other_matter(verdict, topic, SHOP):
        assert verdict.probability >= decide.SPLIT_SURE
        assert SHOP.queue_of(verdict.topic) != SHOP.queue_of(topic)
        assert verdict.topic != SMALLTALK


@given(st.lists(st.none() | topics, min_size=1), verdicts)
def test_of_several_tickets_the_one_of_the_same_topic_or_the_last(
    keys: list[str | None], verdict: Verdict | None
) -> None:
    at = decide.which_of(keys, verdict)
    assert 0 <= at < len(keys)
    if verdict is not None and decide.is_sure(verdict) and verdict.topic in keys:
        assert keys[at] == verdict.topic
    else:
        assert at == 0


@given(st.lists(topics))
def test_a_guess_leads_to_people(ranked: list[str]) -> None:
    queue, key = decide.likeliest(ranked, SHOP)
    assert (key is None and queue.is_triage) or SHOP.queue_of(key or "") == queue


def _sure(verdict: Verdict) -> bool:
    return verdict.decision == "route"
