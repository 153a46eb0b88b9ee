"""Ten thousand random cases of the gate against a plain model that knows nothing of it."""

import random
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from services.privacy.gate import Asked, Decision, Drop, Hold, Person, Rules, Send, decide, in_turn
from services.privacy.kinds import KINDS
from services.privacy.quiet import Quiet, minutes_of
from services.privacy.sections import sections

CASES = 10_000
ZONES = ("UTC", "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu")
ZONES += ("Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia")
NIGHTS = (datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC))
NIGHTS += (datetime(2026, 11, 1, 4, tzinfo=UTC), datetime(2026, 4, 4, 12, tzinfo=UTC))
CARE, NEWS = (
    {"remind", "closed", "welcome", "followup"},
    {
        *("back_in_stock", "price_drop", "category", "digest", "guide", "offer", "winback"),
        *("campaign", "wish"),
    },
)
FEEDBACK = {"csat", "order_rating", "product_rating", "ces", "nps"}


@cache
def silent_minutes(start: int, end: int) -> frozenset[int]:
    """The plain model: minutes of the day that are quiet, written out."""
    silent, minute = set(), start
    while minute != end:
        silent.add(minute)
        minute = (minute + 1) % 1440
    return frozenset(silent)


def quiet_by_the_clock(quiet: Quiet, moment: datetime) -> bool:
    """The plain model: what the clock on the wall says."""
    wall = moment.astimezone(quiet.zone)
    return wall.hour * 60 + wall.minute in silent_minutes(quiet.start, quiet.end)


def never(person: Person, kind: str, expires: datetime | None, now: datetime) -> bool:
    """The plain model: what must be dropped."""
    if not person.reachable or person.stopped or kind in person.muted:
        return True
    if kind in NEWS and "news" not in person.agreed:
        return True
    return expires is not None and now >= expires


def may(person: Person, rules: Rules, kind: str, expires: datetime | None, now: datetime) -> bool:
    """The plain model: what may go at a moment, if nothing else goes before."""
    if never(person, kind, expires, now):
        return False
    if kind not in CARE and person.paused_until is not None and now < person.paused_until:
        return False
    if quiet_by_the_clock(person.quiet, now) and not (kind == "remind" and not person.quiet.own):
        return False
    apart = timedelta(days=person.fewer.get(kind, 0))
    if any(name == kind and now < at + apart for name, at in person.sent):
        return False
    return kind not in NEWS or news_may(person, rules, now)


def news_may(person: Person, rules: Rules, now: datetime) -> bool:
    """The plain model: whether news have room."""
    news = [at for name, at in person.sent if name in NEWS]
    if any(now < at + timedelta(hours=4) for at in news):
        return False
    limits = [(rules.most, rules.days)]
    if person.most is not None:
        limits.append((person.most, rules.days if person.days is None else person.days))
    return all(
        sum(1 for at in news if at > now - timedelta(days=days)) < most for most, days in limits
    )


def somebody(dice: random.Random, now: datetime) -> Person:
    kinds = sorted(KINDS)

    def ago() -> datetime:
        return now - timedelta(
            minutes=dice.choice((0, 5, 200, 240, 60 * 24, dice.randrange(60000)))
        )

    start = dice.randrange(1440)
    end = dice.choice((start, 0, dice.randrange(1440), dice.randrange(1440)))
    later = now + timedelta(minutes=dice.randrange(-3000, 3000))
    return Person(
        Quiet(start, end, ZoneInfo(dice.choice(ZONES)), own=dice.random() < 0.5),
        reachable=dice.random() < 0.9,
        agreed=frozenset(one for one in ("news", "memory", "profiling") if dice.random() < 0.7),
        stopped=dice.random() < 0.1,
        muted=frozenset(dice.sample(kinds, dice.choice((0, 0, 1, 4)))),
        paused_until=dice.choice((None, None, later)),
        most=dice.choice((None, 0, 1, 3)),
        days=dice.choice((None, 1, 14)),
        fewer={one: dice.choice((14, 30)) for one in dice.sample(kinds, dice.choice((0, 3)))},
        sent=tuple((dice.choice(kinds), ago()) for _ in range(dice.choice((0, 0, 1, 4)))),
    )


def asked_at(dice: random.Random) -> datetime:
    near = dice.choice(NIGHTS) + timedelta(seconds=dice.randrange(-90000, 90000))
    anywhen = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(31_000_000))
    return dice.choice((near, anywhen))


def test_ten_thousand_random_cases() -> None:
    dice, seen = random.Random(5), {Send: 0, Hold: 0, Drop: 0}
    for number in range(CASES):
        now = asked_at(dice)
        person, rules = somebody(dice, now), Rules(dice.choice((0, 1, 2, 5)), dice.choice((1, 7)))
        expires = dice.choice((None, None, now + timedelta(minutes=dice.randrange(-90, 3000))))
        asked = Asked(number, dice.choice(sorted(KINDS)), expires)
        decision = decide(person, rules, asked, now)
        seen[type(decision)] += 1
        assert_right(person, rules, asked, now, decision)
    assert min(seen.values()) > CASES // 20, seen


def assert_right(
    person: Person, rules: Rules, asked: Asked, now: datetime, decision: Decision
) -> None:
    kind, expires = asked.kind, asked.expires_at
    assert isinstance(decision, Send) == may(person, rules, kind, expires, now)
    assert isinstance(decision, Drop) == never(person, kind, expires, now)
    if not isinstance(decision, Hold):
        return
    until = decision.until
    assert until > now and (expires is None or until <= expires)
    steps = [now + (until - now) * part / 6 for part in range(6)] + [
        until - timedelta(microseconds=1)
    ]
    assert not any(may(person, rules, kind, expires, one) for one in steps), "held for too long"
    if decision.reason == "quiet" and until != expires:
        assert not quiet_by_the_clock(person.quiet, until)


def test_of_several_at_once_the_lowest_goes_first_and_one_piece_of_news() -> None:
    dice = random.Random(6)
    for number in range(1000):
        now = asked_at(dice)
        person, rules = somebody(dice, now), Rules(2, 7)
        kinds = [dice.choice(sorted(KINDS)) for _ in range(dice.randrange(1, 8))]
        waiting = [Asked(number * 10 + at, kind) for at, kind in enumerate(kinds)]
        told = in_turn(person, rules, waiting, now)
        order = [(KINDS[one.kind].priority, one.id) for one, _ in told]
        assert order == sorted(order) and len(told) == len(waiting)
        sent = [one.kind for one, decision in told if isinstance(decision, Send)]
        assert sum(kind in NEWS for kind in sent) <= 1
        first = next((one for one, _ in told if may(person, rules, one.kind, None, now)), None)
        assert (sent[0] if sent else None) == (first.kind if first else None)


def test_the_model_knows_every_kind() -> None:
    assert set(KINDS) == CARE | NEWS | FEEDBACK


@pytest.mark.parametrize("zone", ZONES)
def test_quiet_ends_at_the_first_loud_minute_on_the_nights_of_the_clocks(zone: str) -> None:
    dice = random.Random(zone)
    for _ in range(40):
        start, end = dice.randrange(1440), dice.randrange(0, 300)
        quiet = Quiet(start, end, ZoneInfo(zone))
        now = dice.choice(NIGHTS) + timedelta(minutes=dice.randrange(-1500, 1500))
        until = quiet.until(now)
        assert (until is not None) == quiet_by_the_clock(quiet, now)
        one = now
        while until is not None and one < until:
            assert quiet_by_the_clock(quiet, one)
            one += timedelta(minutes=1)
        assert until is None or not quiet_by_the_clock(quiet, until)


@pytest.mark.parametrize(
    "wrong", ["", "21", "21:00", "21:00-", "25:00-09:00", "9-21", "21:00-9:60"]
)
def test_quiet_hours_that_cannot_be_read(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        minutes_of(wrong)


@pytest.mark.parametrize("day", ["00:00-24:00", "9:00-09:00"])
def test_a_whole_day_is_not_taken_for_never(day: str) -> None:
    with pytest.raises(ValueError, match="less than a day"):
        sections({"privacy": {"quiet": day}})
    assert sections({"privacy": {"quiet": "00:00-00:00"}})


def test_quiet_hours_that_can() -> None:
    assert minutes_of("21:00-09:00") == (1260, 540)
    assert minutes_of(" 9:00 - 24:00 ") == (540, 0)
