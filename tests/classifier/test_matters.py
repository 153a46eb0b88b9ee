"""Two matters in one message: where it is parted, and that both are named."""

import time

import pytest

from classifier.matters import clauses
from classifier.model import TopicModel


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Где мой заказ 12? И верните деньги", ["Где мой заказ 12", "И верните деньги"]),
        ("где мой чехол и ещё верните мне деньги", ["где мой чехол", "верните мне деньги"]),
        ("is it in stock also where is my order", ["is it in stock", "where is my order"]),
        ("первая строка тут\nвторая строка там", ["первая строка тут", "вторая строка там"]),
        ("где мой заказ, жду уже неделю", []),
        ("Здравствуйте! Где мой заказ?", []),
        ("", []),
    ],
)  # fmt: skip
def test_messages_are_parted_where_people_begin_anew(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


def test_endless_messages_cost_little() -> None:
    for text in ("а " * 50_000, " " * 100_000, "? " * 50_000, ", и " * 30_000, "и ещё " * 20_000):
        began = time.process_time()
        assert len(clauses(text)) <= 6
        assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("есть ли шлем в размере L? и сколько стоит доставка", {"availability", "delivery"}),
        ("Do you have these in XL? Also where is my order 8812", {"availability", "order_status"}),
    ],
)  # fmt: skip
def test_both_matters_are_named(model: TopicModel, text: str, both: set[str]) -> None:
    assert set(model.classify(text).matters) == both


@pytest.mark.parametrize(
    "text",
    [
        "Где мой заказ 4512? Жду его уже вторую неделю, и никто не звонит.",
        "сколько стоит доставка в Тверь",
        "Здравствуйте! Подскажите, пожалуйста, есть ли шлем в наличии? Спасибо!",
    ],
)
def test_one_matter_told_at_length_is_one(model: TopicModel, text: str) -> None:
    assert model.classify(text).matters == ()
