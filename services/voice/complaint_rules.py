"""What the shop promises to those who complain: deadlines, reminders, outcomes; pure decisions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.memory.complaints import MISTAKEN as MISTAKEN
from services.hours import Hours

REFUND, DISCOUNT = "refund", "discount"
OUTCOMES = (REFUND, "replacement", "repair", DISCOUNT, "apology", "explained", "unfounded")
WITH_MONEY = (REFUND, DISCOUNT)
ANSWER, DECIDE = "answer", "decide"
HALF, DUE, OVER = "half", "due", "over"
GRACE_MINUTES = 60
QUARTER = timedelta(minutes=15)
MONEY = r"(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?"
SUM = re.compile(rf"{MONEY}\s*(?:(?:₽|руб\w*\.?|р\.?|rub)(?=\W|$)|(?=[,;:—\n-]|$))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop's file says under [complaints]; `policy` by language, empty when unsaid."""

    answer_hours: int
    decide_days: int
    ask_days: int
    policy: Mapping[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A moment at which somebody hears that an answer or a decision is wanted."""

    at: datetime
    what: str
    stage: str


def rules_of(facts: Mapping[str, Any]) -> Rules:
    """The shop's promises; four open hours, three days, asked again after three more."""
    given = facts.get("complaints") or {}
    russian = str(given.get("policy_ru", ""))
    return Rules(
        int(given.get("answer_hours", 4)),
        int(given.get("decide_days", 3)),
        int(given.get("ask_days", 3)),
        {"ru": russian, "en": str(given.get("policy_en", ""))},
    )


def deadlines(hours: Hours, now: datetime, rules: Rules) -> tuple[datetime, datetime]:
    """By when the first answer (in open hours) and the decision; both when the shop is open.

    Both are full quarters of an hour, as people name times.
    """
    decide = now + timedelta(days=rules.decide_days)
    decide = _quarter(hours.opens_at(decide) or decide)
    answer = _quarter(hours.after(now, rules.answer_hours * 60) or decide)
    return answer, max(answer, decide)


def _quarter(moment: datetime) -> datetime:
    """The same moment, or the next full quarter of an hour."""
    full = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
    return full if full == moment else full + QUARTER


def steps(
    hours: Hours, opened: datetime, answer_due: datetime, decide_due: datetime, *, answered: bool
) -> list[Step]:
    """Every moment to remind at: half of the time, the end of it, an open hour after that."""
    wanted = [(DECIDE, decide_due)] if answered else [(ANSWER, answer_due), (DECIDE, decide_due)]
    found: list[Step] = []
    for what, due in wanted:
        half = int(hours.open_minutes(opened, due) / 2)
        found += [
            Step(hours.after(opened, half) or opened + (due - opened) / 2, what, HALF),
            Step(due, what, DUE),
            Step(hours.after(due, GRACE_MINUTES) or due, what, OVER),
        ]
    return sorted(found)


def to_tell(found: Sequence[Step], since: datetime, now: datetime) -> list[Step]:
    """Of the steps that came since a moment, the last of each kind: nobody is told twice."""
    past = [one for one in found if since <= one.at <= now]
    return [one for one in past if one == max(same for same in past if same.what == one.what)]


def next_look(found: Sequence[Step], after: datetime) -> datetime | None:
    """The first moment after another at which somebody must be reminded."""
    return next((one.at for one in found if one.at > after), None)


def sum_in(words: str) -> tuple[int, str]:
    """An amount that words begin with, in hundredths, and the words after it; 0 without one.

    It stands alone, or before a currency, a comma, a dash or a new line: "2 weeks" is no amount.
    """
    found = SUM.match(words.strip())
    if found is None:
        return 0, words.strip()
    amount = int(re.sub(r"\D", "", found[1])) * 100 + int((found[2] or "0").ljust(2, "0"))
    return amount, words.strip()[found.end() :].lstrip(" ,;:—-")
