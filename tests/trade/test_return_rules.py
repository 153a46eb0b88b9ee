"""What may be given back, until when, for how much."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refusal
from services.trade import return_rules as rules
from services.trade.amounts import amount_of

CAME = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
STATES = ("draft", "asked", "approved", "received", "done", "refused", "withdrawn")


def test_the_reasons_grow_fewer_with_time() -> None:
    terms = rules.terms_of(rules.policy_of({"returns": {"days": 14, "warranty_days": 365}}), CAME)
    assert rules.reasons_now(terms, CAME + timedelta(days=14)) == rules.REASONS
    assert rules.reasons_now(terms, CAME + timedelta(days=15)) == rules.OUR_FAULT
    assert rules.reasons_now(terms, CAME + timedelta(days=366)) == ()


def test_a_shop_without_a_policy_has_the_usual_one() -> None:
    assert rules.policy_of({}) == rules.Policy(14, 365, "")


def test_only_what_is_broken_is_repaired() -> None:
    assert rules.wants_for("defect") == ("money", "exchange", "repair")
    assert rules.wants_for("size") == ("money", "exchange")


def test_what_ended_moves_no_more() -> None:
    for ended in ("done", "refused", "withdrawn"):
        for verb, (_, _, who) in rules.MOVES.items():
            with pytest.raises(Refusal):
                rules.moved(ended, verb, who)


def test_nobody_says_the_other_sides_verbs() -> None:
    for verb, (before, _, who) in rules.MOVES.items():
        other = rules.STAFF if who == rules.CUSTOMER else rules.CUSTOMER
        with pytest.raises(Refusal):
            rules.moved(before[0], verb, other)


@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.integers(1, 20)), min_size=1, max_size=6),
    st.integers(0, 100),
)
def test_all_lines_given_back_are_worth_what_was_paid(
    lines: list[tuple[int, int]], percent: int
) -> None:
    goods = sum(price * count for price, count in lines)
    discount = goods * percent // 100
    back = sum(rules.worth(price, count, goods, discount) for price, count in lines)
    assert goods - discount <= back <= goods - discount + len(lines)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_never_more_than_was_bought(bought: int, returned: int, under_way: int) -> None:
    left = rules.left_to_return(bought, returned, under_way)
    assert 0 <= left <= bought
    assert left + max(returned, under_way) >= bought or left == bought


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("1299", 129900),
        ("1 299,90", 129990),
        ("1299.9", 129990),
        (" 0,05 ", 5),
        ("12\u00a0990", 1299000),
    ],
)
def test_amounts_as_people_type_them(typed: str, minor: int) -> None:
    assert amount_of(typed) == minor


@pytest.mark.parametrize("typed", ["", "много", "-5", "1,999", "1e5", "1.2.3", "9" * 19])
def test_what_is_no_amount_is_refused_with_words(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        amount_of(typed)
    assert refused.value.key == "amount-odd"
