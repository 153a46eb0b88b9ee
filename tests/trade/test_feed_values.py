"""Cells as people write them: exact amounts, counts, words without markup; nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.trade.feeds import option_words, values
from services.trade.feeds.checks import Wrong


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("1 299,90", 129990),
        ("1299.9", 129990),
        ("1299", 129900),
        ("1\u00a0299,90 ₽", 129990),
        ("1,299.90", 129990),
        ("1.299,90 руб.", 129990),
        ("0,5", 50),
        ("12 990 р.", 1299000),
        ("1'299.90", 129990),
        ("1299.900", 129990),
        ("1299.905", None),
        ("1,299", None),
        ("1.299.900", None),
        ("-5", None),
        ("1e5", None),
        ("NaN", None),
        ("٣", None),
        ("", None),
        ("договорная", None),
        ("9" * 5000, None),
    ],
)
def test_amounts_are_exact_or_refused(cell: str, minor: int | None) -> None:
    assert values.amount(cell, "RUB") == minor


def test_amounts_of_a_currency_without_hundredths() -> None:
    assert values.amount("1 500", "JPY") == 1500
    assert values.amount("15.5", "JPY") is None


@given(st.integers(0, 10**12), st.sampled_from(["RUB", "JPY"]))
def test_every_amount_comes_back(minor: int, currency: str) -> None:
    assert values.amount(values.money_words(minor, currency), currency) == minor


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("5", (True, 5)),
        ("5 шт.", (True, 5)),
        ("5,000", (True, 5)),
        (">10", (True, 10)),
        ("10+", (True, 10)),
        ("нет", (True, 0)),
        ("В наличии", (True, None)),
        ("-3", (False, None)),
        ("пять", (False, None)),
        ("2.5", (False, None)),
        ("9999999999", (False, None)),
    ],
)
def test_stock(cell: str, said: tuple[bool, int | None]) -> None:
    assert values.stock(cell) == said


def test_words_without_markup() -> None:
    said = "<h2>Рама</h2><p>лёгкая&nbsp;&amp; прочная</p><script>alert(1)</script><br/>5 < 7"
    assert values.plain(said) == "Рама\n\nлёгкая & прочная\n\n5 < 7"
    assert values.one_line("a\x00b \u202e c\n<b>d</b>") == "ab c d"


@given(st.text(alphabet="ab <>&;/\n'=lt#3", max_size=60))
def test_what_was_written_is_read_back(text: str) -> None:
    clean = values.plain(text)
    assert values.plain(values.as_fed(clean)) == clean


@pytest.mark.parametrize("piece", ["<", "<a", "<script>", "&", "&#", "<!--", "</", "'", " ,"])
def test_nothing_takes_longer_than_its_length(piece: str) -> None:
    """A pattern that is not linear would take hours."""
    text = piece * (500_000 // len(piece))
    values.plain(text)
    values.amount(text, "RUB")
    values.stock(text)
    values.is_picture("https://" + text)
    assert isinstance(option_words.attributes(text), list)


def test_pictures() -> None:
    good = ("https://a.example/1.jpg?x=1", "file:red-bike.png", "drawn:bike")
    bad = ("ftp://a/1", "javascript:alert(1)", "file:../x", "file:a/b", "https://a b", "x.jpg", "")
    assert all(map(values.is_picture, good))
    assert not any(map(values.is_picture, bad))


def test_options_by_hand_and_as_exported() -> None:
    groups = option_words.options(
        "Рама: Сталь; Карбон +12 000,50\nПодарок [0-2]: Звонок; Фляга", "RUB"
    )
    assert [(g["ru"], g["least"], g["most"]) for g in groups] == [("Рама", 1, 1), ("Подарок", 0, 2)]
    assert [(c["ru"], c["price"]) for c in groups[0]["choices"]] == [
        ("Сталь", 0),
        ("Карбон", 1200050),
    ]
    rules = option_words.rules("Рама.Карбон требует Подарок.Фляга", groups)
    carbon, flask = groups[0]["choices"][1]["key"], groups[1]["choices"][1]["key"]
    assert rules == [
        {"if": f"{groups[0]['key']}.{carbon}", "requires": f"{groups[1]['key']}.{flask}"}
    ]
    odd = [
        {
            "key": "frame",
            "ru": "Рама: [лёгкая] | b=c; \\",
            "en": "Frame",
            "least": 1,
            "most": 1,
            "choices": [
                {"key": "a", "ru": "Колесо +5", "en": "", "price": 0},
                {"key": "b", "ru": "Без", "en": "None", "price": -100},
            ],
        }
    ]
    assert option_words.options(option_words.options_cell(odd, "RUB"), "RUB") == odd
    assert option_words.rules(option_words.rules_cell(rules), groups) == rules


@pytest.mark.parametrize(
    "cell", ["Рама", "Рама:", "Рама [2-1]: а; б", "Рама [3]: а; б", "Рама: а; а"]
)
def test_options_that_can_t_be(cell: str) -> None:
    with pytest.raises(Wrong):
        option_words.options(cell, "RUB")


def test_rules_name_choices_that_exist() -> None:
    groups = option_words.options("a=Рама: x=Сталь; y=Карбон", "RUB")
    for cell in ("a.x requires a.z", "a.x requires a.x", "a.x a.y", "a.x любит a.y"):
        with pytest.raises(Wrong):
            option_words.rules(cell, groups)


def test_attributes_come_back() -> None:
    found = option_words.attributes("Цвет | Color: красный | red; Вес: 2 кг")
    assert found[0] == {"ru": "Цвет", "en": "Color", "value_ru": "красный", "value_en": "red"}
    assert (found[1]["ru"], found[1]["value_ru"]) == ("Вес", "2 кг")
    odd = [{"ru": "a; b: c | d", "en": "", "value_ru": "x <b>y</b> & 1; 2", "value_en": ""}]
    assert option_words.attributes(option_words.attributes_cell(odd)) == odd
