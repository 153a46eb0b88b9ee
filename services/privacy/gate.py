"""Whether a message that the shop starts may go to a person now: decided on plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from services.privacy.kinds import CARE, KINDS, MARKETING, Kind
from services.privacy.quiet import Quiet

APART = timedelta(hours=4)
REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Rules:
    """The shop's cap on news: at most `most` within `days` days, for everybody."""

    most: int
    days: int


@dataclass(frozen=True, slots=True)
class Person:
    """How a person stands to what the shop starts.

    `agreed`: purposes with a yes. `most` in `days` days is their own limit, None where they set
    none; `fewer`: days between two of a kind. `sent`: what they were sent, kind and time.
    """

    quiet: Quiet
    reachable: bool = True
    agreed: frozenset[str] = frozenset()
    stopped: bool = False
    muted: frozenset[str] = frozenset()
    paused_until: datetime | None = None
    most: int | None = None
    days: int | None = None
    fewer: Mapping[str, int] = field(default_factory=dict)
    sent: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A message that waits; `expires_at`: from then on it is of no use."""

    id: int
    kind: str
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Send:
    """It may go now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Not before `until`, which is always later than now; then it is asked again."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Never."""

    reason: str


Decision = Send | Hold | Drop


def allowed(person: Person, asked: Asked, now: datetime) -> Decision:
    """What the person wants, whatever else they were sent; asked again just before it is sent."""
    kind = KINDS.get(asked.kind)
    if kind is None:
        return Drop("unknown")
    refused = _refused(person, kind)
    if refused:
        return Drop(refused)
    if asked.expires_at is not None and asked.expires_at <= now:
        return Drop("expired")
    if kind.group != CARE and person.paused_until is not None and now < person.paused_until:
        return _hold(asked, person.paused_until, "paused")
    quiet = person.quiet.until(now)
    if quiet is not None and (person.quiet.own or kind.name != REMIND):
        return _hold(asked, quiet, "quiet")
    return Send()


def decide(person: Person, rules: Rules, asked: Asked, now: datetime) -> Decision:
    """The whole gate for one message."""
    decision = allowed(person, asked, now)
    if not isinstance(decision, Send):
        return decision
    until, reason = max(_limits(person, rules, KINDS[asked.kind], now), default=(now, ""))
    return _hold(asked, until, reason) if until > now else decision


def in_turn(
    person: Person, rules: Rules, waiting: Sequence[Asked], now: datetime
) -> list[tuple[Asked, Decision]]:
    """All that waits for one person at once: the lowest priority first, each after the others."""
    found: list[tuple[Asked, Decision]] = []
    for asked in sorted(waiting, key=_turn):
        decision = decide(person, rules, asked, now)
        if isinstance(decision, Send):
            person = replace(person, sent=(*person.sent, (asked.kind, now)))
        found.append((asked, decision))
    return found


def _turn(asked: Asked) -> tuple[int, int]:
    """What an older program offered may be of a kind that there is no more."""
    kind = KINDS.get(asked.kind)
    return kind.priority if kind else 0, asked.id


def _refused(person: Person, kind: Kind) -> str:
    if not person.reachable:
        return "unreachable"
    if kind.purpose is not None and kind.purpose not in person.agreed:
        return "no_consent"
    if person.stopped:
        return "stopped"
    return "muted" if kind.name in person.muted else ""


def _limits(person: Person, rules: Rules, kind: Kind, now: datetime) -> list[tuple[datetime, str]]:
    same = [at for name, at in person.sent if name == kind.name]
    found = []
    if kind.name in person.fewer and same:
        found.append((max(same) + timedelta(days=person.fewer[kind.name]), "fewer"))
    if kind.group != MARKETING:
        return found
    news = [at for name, at in person.sent if KINDS[name].group == MARKETING]
    if news:
        found.append((max(news) + APART, "turn"))
    found.append((_room(news, rules.most, rules.days, now), "limit"))
    if person.most is not None:
        days = rules.days if person.days is None else person.days
        found.append((_room(news, person.most, days, now), "limit"))
    return found


def _room(sent: Sequence[datetime], most: int, days: int, now: datetime) -> datetime:
    """When a window of so many days has room for one more."""
    span = timedelta(days=days)
    within = sorted(at for at in sent if at > now - span)
    if len(within) < most:
        return now
    return within[-most] + span if most else now + span


def _hold(asked: Asked, until: datetime, reason: str) -> Hold:
    return Hold(min(until, asked.expires_at) if asked.expires_at else until, reason)
