"""How an order may move, and that nothing else moves it."""

import pytest

from services.errors import Refusal
from services.trade import states
from services.trade.states import CUSTOMER, MOVES, SHOP, STAFF, may, moved

ALL = ("draft", "placed", "accepted", "packed", "shipped", "delivered", "cancelled", "dropped")


def test_the_whole_way() -> None:
    state = states.DRAFT
    for verb in ("confirm", "accept", "pack", "ship", "deliver"):
        state = moved(state, verb, CUSTOMER if verb == "confirm" else STAFF)
    assert state == states.DELIVERED


def test_no_state_is_confirmed_twice_and_what_ended_stays_so() -> None:
    assert [state for state in ALL if may(state, "confirm", CUSTOMER)] == ["draft"]
    for ended in ("delivered", "cancelled", "dropped"):
        assert not any(may(ended, verb, who) for verb, who in MOVES)


def test_a_customer_cancels_only_what_nobody_works_on() -> None:
    assert may("placed", "cancel", CUSTOMER)
    assert not may("accepted", "cancel", CUSTOMER)
    assert not may("accepted", "cancel", SHOP)
    assert may("shipped", "cancel", STAFF)
    with pytest.raises(Refusal) as refused:
        moved("shipped", "accept", STAFF)
    assert refused.value.key == "order-is-shipped"
