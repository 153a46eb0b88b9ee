"""Products are found as people ask for them."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.goods import DATA, catalogue, fits
from benchmarks.search import built, ours, readings
from benchmarks.word_forms import read_forms, united
from insight.misprints import Misprints, allowed, distance
from insight.postings import Builder, Goods
from insight.prices import Prices, price_words
from insight.search import Found, Search
from insight.stems import stem
from insight.words import asked, tokens

WORDS = st.text("абвгдежзик", max_size=12)


def search(*titles: str, synonyms: tuple[tuple[str, ...], ...] = ()) -> Search:
    builder = Builder()
    builder.add([Goods(at, {"title": one}, at * 100) for at, one in enumerate(titles, 1)])
    return Search(builder.done(), synonyms)


def test_what_people_ask_for_is_among_the_first_five() -> None:
    goods = catalogue(2_000)
    index = built(goods)
    lines = (DATA / "search_queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    asked_for = [line.split("\t") for line in lines]
    askable = [one for one in asked_for if any(fits(made, one[2]) for made in goods)]
    hits = [
        any(fits(goods[number - 1], wanted) for number in ours(index, text)[:5])
        for _, text, wanted in askable
    ]
    assert len(hits) > 200
    assert sum(hits) / len(hits) >= 0.95


def test_forms_of_a_word_have_one_stem_and_no_other_word_has_it() -> None:
    for groups in read_forms():
        same, pairs, wrong = united(groups, stem)
        assert same / pairs > 0.95
        assert wrong == 0
    assert stem("перчаток") == stem("перчатки")


def test_numbers_go_with_their_units_and_spans_hold_what_is_between() -> None:
    assert "8y" in tokens("Возраст: от 6 до 9 лет")
    assert "27.5in" in tokens("колёса 27,5 дюйма")
    assert "10y" not in tokens("Возраст 6–9 лет")
    assert [one.token for one in asked("велосипед для девочки 8 лет")] == [
        *("велосипед", "девочк", "8y")
    ]
    assert [one.aside for one in asked("замок для велосипеда")] == [False, True]
    assert [one.token for one in asked("что есть")] == ["что", "ест"]


def test_a_question_with_a_word_nobody_knows_gets_the_nearest() -> None:
    index = search("Шлем Giro", "Насос Giyo", "Шлем Bell")
    assert index.find(["шлем giro"]) == Found((1,), True)
    assert index.find(["шлем фиолетовый"]) == Found((1, 3), False)
    assert index.find(["абракадабра"]) == Found((), False)
    assert index.find([""]) == Found((), False)


def test_what_is_in_stock_comes_first_and_the_title_counts_most() -> None:
    builder = Builder()
    shirt = Goods(1, {"title": "Футболка"}, 100, there=False)
    builder.add([shirt, replace(shirt, id=2, there=True)])
    builder.add([Goods(3, {"title": "Сумка", "about": "место для футболки"})])
    assert Search(builder.done()).find(["футболка"]).ids == (2, 1, 3)


def test_the_shop_adds_synonyms() -> None:
    assert search("Фляга Elite").find(["бутылочка"]).ids == ()
    assert search("Фляга Elite", synonyms=(("бутылочка", "фляга"),)).find(["бутылочки"]).ids == (1,)


@pytest.mark.parametrize(
    ("said", "left", "least", "most"),
    [
        ("шлем до 2000", "шлем", None, 2000),
        ("шлем дешевле 5 тысяч", "шлем", None, 5000),
        ("не дороже 1 500 руб. перчатки", "перчатки", None, 1500),
        ("велосипед от 20к до 30к", "велосипед", 20000, 30000),
        ("helmet under $50", "helmet", None, 50),
        ("кресло до 22 кг", "кресло до 22 кг", None, None),
        ("велосипед до 8 лет", "велосипед до 8 лет", None, None),
        ("камера 26", "камера 26", None, None),
    ],
)
def test_words_about_the_price(said: str, left: str, least: int | None, most: int | None) -> None:
    words, prices = price_words(said)
    wanted = [one * 100 if one is not None else None for one in (least, most)]
    assert (words.strip(), [prices.least, prices.most]) == (left, wanted)


def test_prices_bound_what_is_found() -> None:
    index = search("Шлем A", "Шлем B", "Шлем C")
    assert set(index.find(["шлем"], Prices(least=200)).ids) == {2, 3}
    assert index.find([""], Prices(most=200)).ids == (1, 2)
    assert index.find(["шлем"], Prices(most=50)) == Found((), False)


@given(WORDS, WORDS)
def test_errors_between_words(one: str, other: str) -> None:
    most = 2.0
    there, back = distance(one, other, most), distance(other, one, most)
    assert there == back
    assert (there == 0) == (one == other)
    assert there <= most + 1


@given(st.text("абвгдеж", min_size=7, max_size=12), st.integers(0, 11))
def test_a_lost_letter_is_forgiven(word: str, at: int) -> None:
    typed = word[: at % len(word)] + word[at % len(word) + 1 :]
    if allowed(typed):
        assert word in [meant for meant, _ in Misprints([word, "щщщщщщщ"]).near(typed)]


def test_strange_questions_are_answered_at_once() -> None:
    index = search("Шлем Giro", "Насос Giyo")
    for strange in ("а" * 100_000, "8 " * 50_000, '"' * 100_000, "1-" * 50_000, "от 1 до " * 9_000):
        began = time.process_time()
        index.find(readings(strange[:200]))
        price_words(strange[:200])
        tokens(strange)
        assert time.process_time() - began < 2
