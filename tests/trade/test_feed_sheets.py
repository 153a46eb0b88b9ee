"""Price lists as shops have them; what tells one from a file of labels; variants of a product."""

from pathlib import Path

import pytest

from services.trade.feeds.drafting import draft_of
from services.trade.feeds.opening import is_catalogue, open_feed
from tests.trade.feed_files import faults_in, items, offer, offers_in, put, yml

HEAD = "артикул;название;цена;старая цена;остаток;раздел;фото;Цвет\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_price_lists(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [
        ["Артикул", "Название", "Цена", "Старая цена", "Остаток", "Раздел", "Фото", "Цвет"],
        [
            "01",
            "Самокат «Чиж»",
            "1 299.90",
            "1500",
            "5 шт",
            "Детям > Самокаты",
            "https://a.ru/1",
            "красный",
        ],
        ["02", "Самокат", "дорого", "", "", "", "", ""],
        ["03", "Самокат", "10", "было", "", "", "x.jpg", ""],
    ]
    text = "\n".join(separator.join(cells) for cells in lines)
    found = items(tmp_path, text.encode(encoding))
    [one, three] = offers_in(found)
    assert (one.key, one.said["price"], one.said["old_price"]) == ("01", 129990, 150000)
    assert one.said["path"] == ["Детям", "Самокаты"]
    assert (one.said["stock"], one.said["params"][0]["value_ru"]) == (5, "красный")
    assert three.said["photos"] == []
    assert [(line, why) for line, why, _ in faults_in(found)] == [
        (3, "price"),
        (4, "old-price"),
        (4, "picture"),
    ]


def test_broken_letters_quotes_and_cells_are_named(tmp_path: Path) -> None:
    rows = ["1;Самокат;10;;;;;", "2;Само", "3;Чиж;20;;;;;", "4;Стриж;30;;;;;", '5;"Щегол;40;;;;;']
    content = (HEAD + "\n".join(rows)).encode()
    found = items(tmp_path, content.replace("Чиж".encode(), b"\xd0\xa7\xd0"))
    assert [one.key for one in offers_in(found)] == ["1", "4"]
    assert [(line, why) for line, why, _ in faults_in(found)] == [
        (3, "cells"),
        (4, "encoding"),
        (6, "quote"),
    ]


def test_cells_that_a_spreadsheet_would_compute_are_words(tmp_path: Path) -> None:
    found = items(tmp_path, f"{HEAD}1;'=cmd|calc;10;;;;;\n")
    assert offers_in(found)[0].said["title_ru"] == "=cmd|calc"


def test_a_list_of_prices_is_no_whole_catalogue(tmp_path: Path) -> None:
    opened = open_feed(put(tmp_path, "sku,price,stock\na,10,5\n"))
    assert not opened.is_whole
    assert open_feed(put(tmp_path, yml(offer("1")))).is_whole


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (yml(offer("1")), True),
        (b"\xef\xbb\xbf" + yml(offer("1")), True),
        ("<a/>".encode("utf-16"), True),
        ((HEAD + "1;Чиж;10;;;;;\n").encode("cp1251"), True),
        (b"sku,price\na,1\n", True),
        (b"text,label\nhello,delivery\n", False),
        ("сообщение;тема\nпривет;delivery\n".encode(), False),
        (b"text,label,price\nhello,delivery,1\n", False),
        (b'[{"text": "a", "label": "b"}]', False),
        (b"", False),
        (b"PK\x03\x04", False),
    ],
)
def test_what_is_taken_for_a_catalogue(content: bytes, is_one: bool) -> None:
    assert is_catalogue(content) is is_one


def drafted(tmp_path: Path, *offers: str) -> tuple[str, list[str], list[str]]:
    found = offers_in(items(tmp_path, yml(*offers)))
    draft = draft_of("g", found)
    names = [one.said["title_ru"] for one in draft.variants]
    return draft.words["title_ru"], names, [one["value_ru"] for one in draft.words["attributes"]]


def params(**values: str) -> str:
    return "".join(f'<param name="{name}">{value}</param>' for name, value in values.items())


def test_variants_are_told_apart_by_what_differs(tmp_path: Path) -> None:
    name = "<name>Футболка</name>"
    offers = [
        offer(f"{size}{colour}", name, params(Ткань="хлопок", Цвет=colour, Размер=size))
        for size in ("S", "M")
        for colour in ("белый", "синий")
    ]
    title, names, shared = drafted(tmp_path, *offers)
    assert (title, shared) == ("Футболка", ["хлопок"])
    assert names == ["S, белый", "S, синий", "M, белый", "M, синий"]


def test_variants_are_told_apart_by_their_names(tmp_path: Path) -> None:
    title, names, _ = drafted(
        tmp_path,
        offer("1", "<name>Куртка Лес, размер 48</name>"),
        offer("2", "<name>Куртка Лес, размер 50</name>"),
    )
    assert (title, names) == ("Куртка Лес", ["48", "50"])
    title, names, _ = drafted(
        tmp_path, offer("1", "<name>Шлем</name>"), offer("2", "<name>Каска</name>")
    )
    assert (title, names) == ("Шлем", ["Шлем", "Каска"])
    title, names, shared = drafted(tmp_path, offer("1", params(Цвет="белый", Вариант="M")))
    assert (names, shared) == (["M"], ["белый"])


def test_the_sample_has_no_error() -> None:
    opened = open_feed(Path(__file__).parents[2] / "docs" / "samples" / "catalogue.csv")
    found = list(opened.items("RUB"))
    assert opened.is_whole and faults_in(found) == []
    assert [one.key for one in offers_in(found)][:4] == ["velo-s", "velo-m", "velo-l", "kids-20"]
    assert offers_in(found)[3].said["price"] == 1449050
