"""What is said of the model's work: keys of sentences with their arguments, nothing in a language.

Shares are said in whole per cent, the present beside the weeks before it.
"""

from typing import Any

from services.drift import ENOUGH, Share, Shift, chance
from services.shop import Shop
from services.weeks import BEFORE, NO_TOPIC, WEEK, Weeks

Words = dict[str, Any]
NOTHING = {"html": ""}


def report(found: Weeks, shop: Shop, language: str) -> list[Words]:
    """The lines about a week, head first."""
    if found.is_empty:
        return [_say("quality-none")]
    if not found.now.counts.tickets:
        return [_head(found), _say("quality-no-tickets"), *_usual(found)]
    return [
        _head(found),
        NOTHING,
        _say("quality-tickets", count=found.now.counts.tickets, was=_per_week(found)),
        *_decisions(found),
        *_right(found),
        NOTHING,
        _say(f"quality-trend-{found.trend}", **_enough(found)),
        *_drift(found, shop, language),
    ]


def alarm_words(found: Weeks, language: str) -> Words:
    """The arguments of the alarm."""
    now, was = found.now.right, found.before.right
    p = chance(was, now)
    said = "p < 0.001" if p < 0.001 else f"p = {p:.3f}"
    return {
        "share": _percent(now),
        "was": _percent(was),
        "count": str(now.whole),
        "p": said.replace(".", ",") if language == "ru" else said,
    }


def _head(found: Weeks) -> Words:
    first, last = found.now.monday, found.now.monday + WEEK / 7 * 6
    key = "quality-head-over" if found.is_over else "quality-head-now"
    months = {name: {"key": f"month-{day.month}"} for name, day in (("from", first), ("to", last))}
    return _say(
        key, first=str(first.day), last=str(last.day), month=months["from"], till=months["to"]
    )


def _usual(found: Weeks) -> list[Words]:
    many = _mean(found)
    return [_say("quality-usual", count=many)] if many else []


def _per_week(found: Weeks) -> Words:
    many = _mean(found)
    return _say("quality-usually", count=str(many)) if many else NOTHING


def _mean(found: Weeks) -> int:
    """Tickets a week, over those weeks before it that had any."""
    many = [week.counts.tickets for week in found.each[-1 - BEFORE : -1] if week.counts.tickets]
    return round(sum(many) / len(many)) if many else 0


def _decisions(found: Weeks) -> list[Words]:
    now, was = found.now, found.before
    if not now.read:
        return []
    return [
        _say("quality-routed", now=_percent(now.routed), was=_was(was.routed)),
        _say("quality-asked", now=_percent(now.asked), was=_was(was.asked)),
        _say("quality-triage", now=_percent(now.triage), was=_was(was.triage)),
    ]


def _right(found: Weeks) -> list[Words]:
    now, was = found.now, found.before
    lines = []
    if now.right.whole:
        many = {"count": str(now.right.whole), "whole": str(now.counts.routed)}
        told = _say("quality-right", now=_percent(now.right), was=_was(was.right), **many)
        lines.append(told)
    return [*lines, _say("quality-corrected", count=now.counts.corrected)]


def _enough(found: Weeks) -> Words:
    """Only the sentence about too few names a number."""
    return {"count": str(ENOUGH)} if found.trend == "few" else {}


def _drift(found: Weeks, shop: Shop, language: str) -> list[Words]:
    drift = found.drift
    if drift is None or not drift.is_told:
        return []
    return [_say("quality-drift"), *(_shift(one, shop, language) for one in drift.shifts)]


def _shift(one: Shift, shop: Shop, language: str) -> Words:
    topic = shop.topics.get(one.key) or shop.former.get(one.key)
    title: Any = topic.titles[language] if topic is not None else one.key
    if one.key == NO_TOPIC:
        title = _say("quality-no-topic")
    return _say("quality-shift", topic=title, was=_whole(one.was), now=_whole(one.now))


def _was(share: Share) -> Words:
    return _say("quality-was", was=_percent(share)) if share.whole else NOTHING


def _percent(share: Share) -> str:
    return _whole(share.value or 0.0)


def _whole(value: float) -> str:
    return str(round(100 * value))


def _say(key: str, **args: Any) -> Words:
    return {"key": key, "args": args}
