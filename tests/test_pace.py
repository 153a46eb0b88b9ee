"""How fast chats may be spoken to."""

from bot.pace import GROUP_MINUTE, WINDOW, Pace

FIRST, SECOND = -1001, -1002


def test_a_full_group_waits_and_is_free_after_its_minute() -> None:
    pace = Pace(0)
    assert all(pace.take(FIRST, 1.0) for _ in range(GROUP_MINUTE))
    assert pace.held(2.0) == {FIRST}
    assert pace.held(1.0 + WINDOW) == set()


def test_groups_whose_minutes_end_together_are_both_free() -> None:
    pace = Pace(0)
    assert pace.take(FIRST, 1.0)
    assert pace.take(SECOND, 1.0)
    assert pace.held(1.0 + WINDOW) == set()
    assert pace.group_left(SECOND, 1.0 + WINDOW) == GROUP_MINUTE
