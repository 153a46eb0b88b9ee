"""Whatever is asked and whenever, Telegram's limits hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import GROUP_MINUTE, WINDOW, Pace

GROUPS = (-1, -2)
CHATS = (*GROUPS, 1, 2, 3)
Asked = list[tuple[float, int]]
ASKED = st.lists(
    st.tuples(st.floats(0, 7, allow_nan=False), st.sampled_from(CHATS)), min_size=1, max_size=400
)


def taken(pace: Pace, asked: Asked) -> Asked:
    at, given_out = 1.0, []
    for pause, chat in asked:
        at += pause
        if chat not in pace.held(at) and pace.take(chat, at):
            given_out.append((at, chat))
    return given_out


@settings(max_examples=150, deadline=None)
@given(ASKED, st.sampled_from([0.0, 5.0, 28.0]))
def test_a_group_never_gets_more_than_nineteen_in_any_minute(asked: Asked, rate: float) -> None:
    given_out = taken(Pace(rate), asked)
    for group in GROUPS:
        times = [at for at, chat in given_out if chat == group]
        for start in times:
            assert sum(start <= at < start + WINDOW for at in times) <= GROUP_MINUTE


@settings(max_examples=150, deadline=None)
@given(ASKED.map(lambda asked: [(pause / 100, chat) for pause, chat in asked]))
def test_all_together_stay_below_the_rate(asked: Asked) -> None:
    rate = 5.0
    given_out = [at for at, _ in taken(Pace(rate), asked)]
    for start in given_out:
        assert sum(start <= at < start + 10 for at in given_out) <= rate * 10 + 3


@settings(max_examples=150, deadline=None)
@given(ASKED.map(lambda asked: [(pause / 20, chat) for pause, chat in asked]))
def test_a_private_chat_gets_one_a_second_and_a_short_burst(asked: Asked) -> None:
    given_out = taken(Pace(28.0), asked)
    for person in (1, 2, 3):
        times = [at for at, chat in given_out if chat == person]
        for start in times:
            assert sum(start <= at < start + 10 for at in times) <= 10 + 4


@settings(max_examples=100, deadline=None)
@given(st.floats(0.1, 40), st.floats(0, 60), st.sampled_from([0.0, 28.0]))
def test_a_chat_told_to_wait_waits_and_others_do_not(
    wait: float, later: float, rate: float
) -> None:
    pace = Pace(rate)
    pace.hold(1, wait, 10.0)
    at = 10.0 + later
    assert pace.take(1, at) == (later >= wait)
    assert pace.take(2, at)


def test_two_chats_told_to_wait_at_once_hold_everybody() -> None:
    pace = Pace(28.0)
    pace.hold(1, 5, 10.0)
    pace.hold(2, 3, 10.5)
    assert not pace.take(3, 12.0)
    assert pace.take(3, 13.6)


def test_pins_and_deletions_are_no_messages() -> None:
    pace = Pace(0)
    assert all(pace.take(-1, 1.0, message=False) for _ in range(100))
    assert pace.group_left(-1, 1.0) == GROUP_MINUTE
