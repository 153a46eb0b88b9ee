"""Cards of orders in every state: they fit a message and offer what is possible."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.screen import Screen
from handlers.trade.cards.liked import liked
from handlers.trade.cards.order import order
from handlers.trade.cards.own_orders import receipt
from handlers.trade.cards.work import work
from models.people import Customer
from models.trade.orders import Order, OrderEvent, OrderLine
from services.trade.amounts import figures
from services.trade.liked_view import LikedView
from services.trade.order_views import OrderView
from tests.customer.shopfront import BORIS, at, shop, texts

NOW = at(24, 12)
STATES = ("placed", "accepted", "packed", "shipped", "delivered", "cancelled")
VERBS = ("confirm", "accept", "pack", "ship", "deliver", "cancel", "ask", "change", "comment")


def view(state: str, count: int = 2, events: int = 3, **more: Any) -> OrderView:
    """An order with so many lines and events, as full as it may be."""
    facts = shop()
    lines = tuple(
        OrderLine(
            id=number,
            title_ru=f"Велосипед <горный> & красный «Спица» {number} " * 9,
            title_en="",
            quantity=2,
            price=1_299_050,
        )
        for number in range(1, count + 1)
    )
    given: dict[str, Any] = {
        "address": "Тверь, улица Советская " * 20,
        "comment": "Позвоните <заранее> " * 40,
        "contact_name": "Анна",
        "contact_phone": "+79990001122",
        "carrier": "cdek" if state in ("shipped", "delivered") else "",
        "tracking": "1012345678",
        "tracking_url": "https://x.example/1",
        "reason": "#stock",
        "step": "",
        "proposal": {},
        "owed": 0,
        "rated": None,
        "wish": "",
        "paid": "no",
        "delivery": "courier",
        "delivery_price": 35_000,
        "discount": 10_000,
    } | more
    row = Order(
        id=12,
        ref="ref",
        state=state,
        currency="RUB",
        payment="invoice",
        total=2_598_100,
        placed_at=NOW - timedelta(minutes=5),
        changed_at=NOW,
        created_at=NOW,
        **given,
    )
    known = tuple(
        OrderEvent(
            at=NOW,
            by_tg_id=number % 3 * 7,
            verb=VERBS[number % len(VERBS)],
            details=[{}, {"words": "слово " * 99}, {"before": 5, "after": 7}][number % 3],
        )
        for number in range(events)
    )
    changed = [e for e in known if e.verb == "change"]
    for event in changed:
        event.details = {"before": 100, "after": 200}
    customer = Customer(id=1, tg_id=5, name="Анна", language="ru", reachable=True, banned=False)
    comes = figures([(1, 1)], 0, 0, 0)
    queue = next(iter(facts.queues.values()))
    return OrderView(row, customer, lines, known, facts, queue, BORIS, {7: "Борис", 5: ""}, comes)


def buttons(screen: Screen) -> list[str]:
    return [button.verb for row in screen.rows for button in row]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("step", ["", "ship", "cancel", "change"])
def test_the_fullest_order_fits_a_message(state: str, language: str, step: str) -> None:
    wanted = {str(number): number % 3 for number in range(1, 21)}
    full = view(state, 40, 40, step=step, proposal={"lines": wanted, "delivery": 1}, owed=5)
    full.customer.language = language
    for screen in (work(texts(), full, language, NOW), order(texts(), full, NOW)):
        assert len(screen.text.encode("utf-16-le")) // 2 <= 4096
        assert "ещё" in screen.text or "more" in screen.text
        assert len(screen.rows) <= 30
    assert len(receipt(texts(), full, NOW).text) <= 4096


def test_each_state_offers_what_is_possible() -> None:
    seen = {state: buttons(work(texts(), view(state), "ru", NOW)) for state in STATES}
    assert seen["placed"][0] == seen["accepted"][0] == seen["shipped"][0] == "wmove"
    assert seen["packed"][0] == "wform" and "wform" not in seen["cancelled"] + seen["delivered"]
    mine = {state: buttons(order(texts(), view(state), NOW)) for state in STATES}
    assert "ochange" in mine["packed"] and "ochange" not in mine["shipped"]
    assert [state for state in STATES if "ocancel" not in mine[state]] == ["delivered", "cancelled"]
    assert all(verbs[-2:] == ["orepeat", "oreceipt"] for verbs in mine.values())
    assert "oagree" in buttons(order(texts(), view("placed", proposal={"delivery": 1}), NOW))
    assert "wrefund" in buttons(work(texts(), view("cancelled", owed=5), "ru", NOW))
    asked = LikedView(view("delivered"), scored=True, thing=None)
    assert buttons(liked(texts(), asked)) == ["orate"] * 5
    assert buttons(liked(texts(), replace(asked, scored=False))) == []
    said = LikedView(view("delivered", rated=5, step="said"), scored=True, thing=None)
    assert buttons(liked(texts(), said)) == []
    thing = replace(said, thing=said.order.lines[0])
    assert buttons(liked(texts(), thing)) == [*["thingrate"] * 5, "thingskip"]


def test_an_order_that_is_collected_speaks_of_it() -> None:
    one = view("packed", 2, delivery="pickup")
    one.shop.facts["delivery"] = {"pickup": {"title_ru": "Самовывоз", "address": False}}  # type: ignore[index]
    assert "Собран и ждёт вас" in order(texts(), one, NOW).text
    rows = work(texts(), one, "ru", NOW).rows
    assert [button.text for button in rows[0]] == ["🏁 Выдан"]
    assert "Самовывоз: 350" in order(texts(), one, NOW).text


def test_a_stranger_s_words_are_no_markup() -> None:
    one = view("cancelled", reason="<b>нет</b> & «да»")
    assert "&lt;b&gt;нет&lt;/b&gt; &amp; «да»" in order(texts(), one, NOW).text
