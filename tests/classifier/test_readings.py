"""What was typed becomes what was meant, and nothing that is sent can hurt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.normalise import MAX_CHARS, clean, normalise
from classifier.readings import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("Rjulf ghbdtpen vjq pfrfp?", "когда привезут мой заказ?"),
        ("yt hf,jnftn ntktajy", "не работает телефон"),
        ("руддщ цруку шы ьн щквук", "hello where is my order"),
        ("gde moy zakaz 4515", "где мой заказ 4515"),
        ("skolko stoit dostavka", "сколко стоит доставка"),
        ("chto s garantiey", "что с гарантией"),
    ],
)
def test_other_layouts_and_latin_letters_are_read(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "where is my order",
        "do u have xl in stock",
        "pls cancel asap",
        "где мой заказ",
        "хачу вирнуть тавар",
        "мне нужен dewalt dcd791",
        "я хочу iphone 15 pro",
        "samsung galaxy s23 ultra",
        "hi",
        "нет",
        "12345",
        "👍",
    ],
)
def test_what_reads_well_stays_as_typed(typed: str) -> None:
    assert read(typed) == typed


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("ГДЕ ЗАКАЗ", "где заказ"),
        ("ещё ёлки", "еще елки"),
        ("нуууу когдаааа!!!", "ну когда!"),
        ("  много \n\n места ", "много места"),
        ("вот https://example.org/a?b=c смотрите", "вот ссылка смотрите"),
        ("за\u200bказ\x07", "заказ"),
    ],
)
def test_forms_that_mean_nothing_are_levelled(typed: str, form: str) -> None:
    assert normalise(clean(typed)) == form


@pytest.mark.parametrize("typed", ["", " ", "\x00\x00", "\ud800", "\u200b"])
def test_nothing_stays_nothing(typed: str) -> None:
    assert read(typed) == ""


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "part", ["ж", "a'", "ﷺ", "http://", "sh", "\ud83d", "!", " \x00", "[", "é", "y", "1,"]
)
def test_a_megabyte_of_anything_is_cut(part: str) -> None:
    assert len(read(part * (1_000_000 // len(part)))) <= 2 * MAX_CHARS


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_every_text_has_a_reading_that_is_plain_unicode(text: str) -> None:
    read(text).encode()
