"""Who may be asked when: against a plain model, over random lives."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.voice.asking import is_sampled
from services.voice.spacing import Asked, Rules, earliest, may_ask, quarter_of, rules_of

START = datetime(2026, 1, 1, tzinfo=UTC)
KINDS = ("csat", "order", "nps", "ces")
NAMES = {"csat": "csat", "order": "order_rating", "nps": "nps", "ces": "ces"}


@dataclass
class Life:
    """The plain model: hours as whole numbers, everything counted anew each time."""

    spacing: int
    quarter: int
    asked: list[tuple[str, int]] = field(default_factory=list)

    def may(self, kind: str, hour: int, muted: set[str]) -> bool:
        if NAMES[kind] in muted or (kind == "nps" and self.quarter == 0):
            return False
        for known, at in self.asked:
            if hour - at < self.spacing:
                return False
            if kind == known == "nps" and hour - at < self.quarter * 24:
                return False
        return True


WISHES = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 200),
        st.sets(st.sampled_from(sorted(NAMES.values())), max_size=2),
    ),
    max_size=60,
)


@given(WISHES, st.integers(0, 200), st.integers(0, 120))
def test_over_random_lives_the_rules_are_the_plain_model(
    wishes: list[tuple[str, int, set[str]]], spacing: int, quarter: int
) -> None:
    rules = Rules(timedelta(hours=spacing), timedelta(days=quarter) if quarter else None, 0)
    life, history, hour = Life(spacing, quarter), list[Asked](), 0
    for kind, later, muted in wishes:
        hour += later
        now = START + timedelta(hours=hour)
        asks = may_ask(kind, history, now, rules, muted)
        assert asks == life.may(kind, hour, muted)
        first = earliest(kind, history, now, rules, muted)
        if first is not None:
            assert may_ask(kind, history, first, rules, muted)
            assert first == now or not may_ask(kind, history, now, rules, muted)
        if asks:
            life.asked.append((kind, hour))
            history.append(Asked(kind, now))
    moments = sorted(one.at for one in history)
    gaps = [after - before for before, after in pairwise(moments)]
    assert all(gap >= rules.spacing for gap in gaps)


def test_the_shop_s_file_sets_the_pace() -> None:
    assert rules_of({}) == Rules(timedelta(hours=72), timedelta(days=90), 20)
    given_ = {"feedback": {"spacing_hours": 24, "nps_days": 0, "ces_percent": 100}}
    assert rules_of(given_) == Rules(timedelta(hours=24), None, 100)


def test_quarters_and_samples() -> None:
    days = [datetime(2026, month, 1, tzinfo=UTC) for month in (1, 3, 4, 12)]
    assert [quarter_of(day) for day in days] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]
    refs = [f"ticket{number}" for number in range(5000)]
    share = sum(is_sampled(ref, 20) for ref in refs) / len(refs)
    assert 0.18 < share < 0.22
    assert all(is_sampled(ref, 100) for ref in refs) and not any(is_sampled(ref, 0) for ref in refs)
