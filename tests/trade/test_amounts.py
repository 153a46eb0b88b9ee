"""Money is printed as each language prints it."""

import pytest

from handlers.amounts import money
from handlers.texts import Texts


@pytest.mark.parametrize(
    ("language", "minor", "currency", "said"),
    [
        ("ru", 1299000, "RUB", "12 990 ₽"),
        ("ru", 1299050, "RUB", "12 990,50 ₽"),
        ("ru", 5, "RUB", "0,05 ₽"),
        ("ru", -150000, "RUB", "−1 500 ₽"),
        ("en", 1299050, "RUB", "RUB 12,990.50"),
        ("en", 1299000, "USD", "$12,990"),
        ("en", 1299, "JPY", "JPY 1,299"),
        ("en", 0, "EUR", "€0"),
    ],
)
def test_an_amount(language: str, minor: int, currency: str, said: str) -> None:
    assert money(language, minor, currency).replace("\u00a0", " ") == said


def test_a_sentence_prints_an_amount() -> None:
    given = {"money": 9900, "currency": "RUB"}
    assert Texts()._form("ru", given) == "99\u00a0₽"
