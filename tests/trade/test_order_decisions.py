"""What is decided about orders without anybody: sums, parcels, days, names in words, sections."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refusal
from services.shop_orders import read_orders
from services.trade.amounts import amount_of, figures, owed_after
from services.trade.meant import latest_that_fits, number_in
from services.trade.parcels import day_of, link_of, number_of
from services.trade.typed import address_of

TODAY = date(2026, 11, 27)


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 99)), max_size=8),
    st.integers(0, 10**8),
    st.integers(0, 100),
    st.integers(0, 10**6),
)
def test_a_total_is_never_below_its_delivery(
    bought: list[tuple[int, int]], discount: int, percent: int, delivery: int
) -> None:
    comes = figures(bought, discount, percent, delivery)
    assert comes.total == comes.goods - comes.discount + delivery >= delivery
    assert 0 <= comes.discount <= comes.goods == sum(price * count for price, count in bought)


def test_what_is_owed_after_a_change() -> None:
    assert owed_after(True, 0, 1000, 700) == 300
    assert owed_after(True, 300, 700, 1200) == -200
    assert owed_after(False, 0, 1000, 700) == 0


@pytest.mark.parametrize(
    ("text", "minor"),
    [("350", 35_000), ("1 200,50", 120_050), ("99.9 ₽", 9_990), ("350р", 35_000), ("0", 0)],
)
def test_amounts_as_typed(text: str, minor: int) -> None:
    assert amount_of(text) == minor


@pytest.mark.parametrize("text", ["", "много", "-5", "1,2,3", "12 34", "9" * 12, "1.005"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(Refusal):
        amount_of(text)


def test_tracking_numbers_and_their_links() -> None:
    assert number_of(" 80 0123 4567\n8901 ") == "80012345678901"
    assert number_of("RA644000001RU") == "RA644000001RU"
    for odd in ("", "сейчас гляну", "1234", "x" * 41 + "1", "12<b>345", "https://x.ru/12345"):
        with pytest.raises(Refusal):
            number_of(odd)
    assert (
        link_of("https://x.example/?n={tracking}", "а/1-2") == "https://x.example/?n=%D0%B0%2F1-2"
    )
    assert link_of("", "12345") == link_of("https://x.example/{tracking}", "") == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 ноября", date(2026, 11, 28)),
        ("28–30 ноября", date(2026, 11, 30)),
        ("5 мая", date(2027, 5, 5)),
        ("3 - 5 May", date(2027, 5, 5)),
        ("05.01", date(2027, 1, 5)),
        ("01.12.2026", date(2026, 12, 1)),
        ("Завтра", date(2026, 11, 28)),
        ("послезавтра", date(2026, 11, 29)),
        ("27.11", TODAY),
    ],
)
def test_days_as_typed(text: str, day: date) -> None:
    assert day_of(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "скоро", "32.12", "31.02", "5 попугая", "26.11", "0.12"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(Refusal):
        day_of(text, TODAY)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Где мой заказ 1234?", 1234),
        ("заказа №12 нет", 12),
        ("по №7 что?", 7),
        ("my order #15, please", 15),
        ("ЗАКАЗ НОМЕР 44", 44),
        ("order number: 8", 8),
        ("хочу заказать велосипед на 20 дюймов", None),
        ("заказ", None),
        ("позвоните 89990001122", None),
    ],
)
def test_an_order_named_in_words(text: str, number: int | None) -> None:
    assert number_in(text) == number


def test_which_order_is_meant_when_none_is_named() -> None:
    states = [(9, "cancelled"), (8, "delivered"), (7, "shipped"), (6, "placed")]
    assert latest_that_fits("order_status", states) == 7
    assert latest_that_fits("refund", states) == 8
    assert latest_that_fits("payment", states[:2]) is None


def test_sections_of_the_shop_file() -> None:
    carriers = {"post": {"title": "Почта", "url": "https://x.example/{tracking}"}}
    raw = {"orders": {"queue": "sales", "accept_minutes": 5}, "carriers": carriers}
    assert read_orders(raw, {"sales"}) == raw
    assert read_orders({}, {"sales"}) == {}
    for wrong, named in (
        ({"orders": {"queue": "nobody"}}, "nobody"),
        ({"orders": {"accept_minutes": "5"}}, "accept_minutes"),
        ({"orders": 5}, "[orders]"),
        ({"carriers": {"Почта": {"title": "x"}}}, "carriers.Почта"),
        ({"carriers": {"post": {}}}, "carriers.post"),
        ({"carriers": {"post": {"title": "x", "url": "http://x/{tracking}"}}}, "https"),
        ({"carriers": {"post": {"title": "x", "url": "https://x/"}}}, "{tracking}"),
    ):
        with pytest.raises(ValueError, match=named.replace("[", r"\[").replace("{", r"\{")):
            read_orders(wrong, {"sales"})


@pytest.mark.parametrize("said", ["где мой заказ", "да", "позвоните мне пожалуйста"])
def test_a_question_is_no_address(said: str) -> None:
    with pytest.raises(Refusal) as refused:
        address_of(said)
    assert refused.value.key == "address-how"


@pytest.mark.parametrize("said", ["Тверь, Советская, 1", "деревня Лужки, у пруда", "Ленина 5"])
def test_an_address_is_one(said: str) -> None:
    assert address_of(said) == said
