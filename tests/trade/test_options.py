"""Options: what they cost, which go together, what a tap does; whatever people choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.texts import Texts
from models.trade.products import Product, Variant
from services.errors import Refusal
from services.trade import options
from tests.trade.goods import OPTIONS, RULES

BIKE = Product(
    title_ru="Гора", title_en="Gora", options=OPTIONS, rules=RULES, attributes=[], badges=[]
)
PLAIN = Product(title_ru="Насос", title_en="", options=[], rules=[])
RED = Variant(title_ru="красный", title_en="red", price=4_290_000)
ALL = list(options.choices_of(BIKE))
TAPS = st.lists(st.sampled_from(ALL), max_size=12)


def why(chosen: list[str], language: str = "ru") -> list[str]:
    texts = Texts()
    return [texts.say(language, one.key, **one.args) for one in options.problems(BIKE, chosen)]


def test_what_it_costs_and_is_called() -> None:
    chosen = ["more.rack", "build.ready"]
    assert options.price_of(BIKE, RED, chosen) == 4_290_000 + 150_000 + 190_000
    assert options.price_of(BIKE, RED, ["gone.gone"]) == 4_290_000
    assert options.title_of(BIKE, RED, chosen, "ru") == "Гора (красный, Собрать, Багажник)"
    assert options.title_of(BIKE, RED, chosen, "en") == "Gora (red, Assembled, Rack)"
    assert options.title_of(PLAIN, Variant(price=1, title_ru="", title_en=""), [], "en") == "Насос"
    assert options.choice_of(chosen) == options.choice_of(chosen[::-1]) == "build.ready,more.rack"


def test_what_is_wrong_is_said_in_words() -> None:
    assert why(["build.box"]) == []
    assert why(["build.box", "more.seat"]) == ["К «Детское кресло» нужно ещё «Багажник»."]
    assert why(["build.box", "more.seat", "more.rack"]) == []
    assert why([], "en") == ["Please choose one: “Assembly”."]
    assert why(["build.box", "build.ready"]) == ["«Сборка»: можно выбрать только что-то одно."]
    assert why(["build.box", "more.basket", "more.seat", "more.rack"])[-1] == (
        "«Корзина» не сочетается с «Детское кресло»: оставьте что-то одно."
    )
    for wrong in (["no.such"], ["build.box", "build.box"]):
        with pytest.raises(Refusal) as refused:
            options.check(BIKE, wrong)
        assert refused.value.key == "option-gone"


def test_a_tap() -> None:
    assert options.toggled(BIKE, ["build.box"], "build.ready") == ["build.ready"]
    assert options.toggled(BIKE, ["build.box"], "build.box") == ["build.box"]
    assert options.toggled(BIKE, ["build.box", "more.rack"], "more.rack") == ["build.box"]
    with pytest.raises(Refusal):
        options.toggled(BIKE, ["more.rack", "more.seat"], "more.basket")
    with pytest.raises(Refusal):
        options.toggled(BIKE, [], "no.such")


@given(TAPS)
def test_taps_never_leave_a_wrong_number_of_options(taps: list[str]) -> None:
    chosen = options.fitting(BIKE, [])
    for tap in taps:
        try:
            after = options.toggled(BIKE, chosen, tap)
        except Refusal:
            continue
        assert set(after) ^ set(chosen) or tap in chosen
        chosen = after
        for group in options.groups_of(BIKE):
            count = sum(one.id in chosen for one in group.choices)
            assert group.least <= count <= group.most
        keys = {one.key for one in options.problems(BIKE, chosen)}
        assert keys <= {"option-needs", "option-excludes"}
        extra = options.price_of(BIKE, RED, chosen) - RED.price
        assert extra == sum(options.choices_of(BIKE)[one].price for one in chosen)
        assert extra == options.price_of(BIKE, RED, chosen[::-1]) - RED.price


@given(st.lists(st.sampled_from([*ALL, "gone.one", ""]), max_size=8))
def test_whatever_was_chosen_is_brought_to_what_there_is(chosen: list[str]) -> None:
    now = options.fitting(BIKE, chosen)
    assert options.fitting(BIKE, now) == now
    assert set(now) <= set(ALL)
    assert not {"option-gone", "option-choose", "option-most"} & {
        one.key for one in options.problems(BIKE, now)
    }


def test_prices_never_fall_below_nothing() -> None:
    gift = [{"key": "g", "ru": "g", "choices": [{"key": "x", "ru": "x", "price": -500}]}]
    product = Product(title_ru="x", title_en="x", options=gift, rules=[])
    assert options.price_of(product, Variant(price=300), ["g.x"]) == 0
