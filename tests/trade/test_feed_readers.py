"""YML as shops have it; what is broken, hostile or wrong, by line."""

from pathlib import Path

import pytest

from services.trade.feeds.lines import Fault, FeedRefused, ShelfLine
from tests.trade.feed_files import faults_in, items, offer, offers_in, yml

BOMB = """<?xml version="1.0"?><!DOCTYPE yml_catalog [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<yml_catalog><shop><name>&c;</name></shop></yml_catalog>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE yml_catalog [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<yml_catalog><shop><name>&x;</name></shop></yml_catalog>"""


def test_simplified_offers(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        yml(
            offer(
                "a1",
                "<oldprice>1 500</oldprice><vendor>Стриж</vendor><count>3</count>",
                "<picture>https://a.example/1.jpg</picture><picture>https://a.example/2.jpg</picture>",
                "<description><![CDATA[<p>Лёгкий &amp; быстрый</p>]]></description>",
                '<param name="Вес" unit="кг">5</param>',
                available="true",
                group_id="a",
            )
        ),
    )
    shelves = [(one.key, one.parent, one.title) for one in found if isinstance(one, ShelfLine)]
    assert shelves == [("1", "", "Велосипеды"), ("2", "1", "Детские")]
    [one] = offers_in(found)
    assert (one.key, one.group, one.line) == ("a1", "a", 6)
    assert one.said["photos"] == ["https://a.example/1.jpg", "https://a.example/2.jpg"]
    assert one.said["params"][0]["value_ru"] == "5 кг"
    assert {name: one.said[name] for name in ("title_ru", "price", "old_price", "stock")} == {
        "title_ru": "Самокат a1",
        "price": 129990,
        "old_price": 150000,
        "stock": 3,
    }
    assert (one.said["about_ru"], one.said["shelf"]) == ("Лёгкий & быстрый", "2")


def test_vendor_model_outlets_and_what_is_switched_off(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        yml(
            offer(
                "1",
                "<model>GT-500</model><typePrefix>Велосипед</typePrefix><vendor>Стриж</vendor>",
                '<outlets><outlet id="1" instock="2"/><outlet id="2" instock="3"/></outlets>',
                type="vendor.model",
            ),
            offer("2", available="false"),
            offer("3", deleted="true"),
            offer("4", "<disabled>true</disabled>"),
            offer("5", "<description>одно <b>вложенное</b> слово</description>"),
        ),
    )
    said = {one.key: one.said for one in offers_in(found)}
    assert list(said) == ["1", "2", "5"]
    assert (said["1"]["title_ru"], said["1"]["stock"]) == ("Велосипед Стриж GT-500", 5)
    assert (said["2"]["stock"], said["5"]["stock"]) == (0, None)
    assert said["5"]["about_ru"] == "одно вложенное слово"


@pytest.mark.parametrize("said", ["windows-1251", "UTF-8", "UTF-16"])
@pytest.mark.parametrize("real", ["windows-1251", "UTF-8"])
def test_encodings_even_if_the_file_is_wrong_about_its_own(
    tmp_path: Path, said: str, real: str
) -> None:
    text = yml(offer("1"), encoding="UTF-8").decode()
    if said == "UTF-16":
        content = text.replace('"UTF-8"', '"UTF-16"').encode("UTF-16")
    else:
        content = text.replace('"UTF-8"', f'"{said}"').encode(real)
    [one] = offers_in(items(tmp_path, content))
    assert one.said["title_ru"] == "Самокат 1"


def test_html_entities_that_the_doctype_would_explain(tmp_path: Path) -> None:
    found = items(tmp_path, yml(offer("1", "<name>Самокат&nbsp;&laquo;Чиж&raquo;</name>")))
    assert offers_in(found)[0].said["title_ru"] == "Самокат «Чиж»"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        ("<html><body>shop</body></html>", "not-yml"),
        (yml(offer("1"))[:-30], "broken"),
        (yml(offer("1")).replace(b"</price>", b"</prise>", 1), "broken"),
        ("<yml_catalog>" + "<a>" * 100_000, "broken"),
        ('<?xml version="1.0" encoding="utf-77"?><yml_catalog/>', "encoding"),
        (b"PK\x03\x04" + yml(offer("1")), "archive"),
        (b"%PDF-1.7\n" + yml(offer("1")), "binary"),
        (b"\x1f\x8b" + bytes(100), "archive"),
        (b"", "empty"),
        ("имя;телефон\nАнна;1\n", "columns"),
    ],
)
def test_what_is_refused_whole(tmp_path: Path, content: bytes | str, why: str) -> None:
    with pytest.raises(FeedRefused) as refused:
        items(tmp_path, content)
    assert refused.value.why == why


def test_wrong_cells_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        yml(
            offer("1", price="дорого"),
            offer("2", price="0"),
            offer("", price="5"),
            offer("3", "<count>много-много</count>"),
            offer("4", "<picture>../../etc/passwd</picture>", "<oldprice>было</oldprice>"),
            offer("5", f"<name>{'я' * 100_000}</name>"),
            offer("6").replace("RUR", "USD"),
            offer("k" * 121),
        ),
    )
    assert [one.key for one in offers_in(found)] == ["4"]
    assert [(line, why) for line, why, _ in faults_in(found)] == [
        *((6, "price"), (7, "price-none"), (8, "key"), (9, "stock")),
        *((10, "old-price"), (10, "picture"), (11, "name-long"), (12, "currency")),
        (13, "key-long"),
    ]
    assert all(len(one.value) <= 80 for one in found if isinstance(one, Fault))
