"""How far a retraining is: never backwards, never beyond the end, and a guess of what is left."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.training_pace import STAGES, minutes_left, share

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
counts = st.integers(-5, 2**31)


@given(st.lists(st.integers(0, 10), min_size=1), st.integers(1, 10))
def test_never_backwards(counted: list[int], total: int) -> None:
    shares = [share(stage, done, total) for stage in STAGES for done in sorted(counted)]
    assert shares == sorted(shares)
    assert shares[-1] <= 1


@given(st.sampled_from([*STAGES, "", "of later days"]), counts, counts)
def test_whatever_is_said(stage: str, done: int, total: int) -> None:
    assert 0 <= share(stage, done, total) <= 1


def test_the_ends() -> None:
    assert share("read", 0, 1) == 0
    assert share("draw", 5, 5) == 1


def test_minutes_left() -> None:
    assert minutes_left(START, START + timedelta(minutes=3), 0.5) == 3
    assert minutes_left(START, START + timedelta(minutes=3), 0.99) == 1
    assert minutes_left(START, START + timedelta(minutes=3), 0.01) is None
    assert minutes_left(START, START, 0.5) is None
