"""Files that people bring: every encoding, separator and kind; what is no text is refused."""

import gzip
import io
import json
import random
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.intake.columns import NONE, columns_of
from classifier.intake.decoding import decoded
from classifier.intake.reading import Row, messages_of, read_table
from classifier.intake.table import MAX_BYTES, MAX_ROWS, IntakeRefused

TOPICS = {"delivery", "refund"}
SHEET = "text,label\nгде мой заказ?,delivery\n«верните», пожалуйста,refund\n"
EXPECTED = [Row(2, "где заказ", "delivery"), Row(3, "верните; деньги", "refund")]


def is_topic(cell: str) -> bool:
    return cell.strip().casefold() in TOPICS


def messages(content: bytes) -> Any:
    table = read_table(content, is_topic)
    columns = columns_of(table, is_topic)
    assert columns.text is not None
    assert columns.label is not None
    return messages_of(table, columns.text, columns.label)


def zipped(text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", text)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_separators(encoding: str, separator: str, end: str) -> None:
    lines = [("Сообщение", "Тема"), ("где заказ", "delivery"), ('"верните; деньги"', "refund")]
    text = end.join(separator.join(cells) for cells in lines) + end
    found = messages(text.encode(encoding))
    assert found.rows == EXPECTED
    assert found.faults.count == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark(encoding: str) -> None:
    assert decoded(SHEET.encode(encoding)) == SHEET


def test_one_broken_character_spoils_no_other() -> None:
    whole = SHEET * 20
    broken = whole.encode().replace("з".encode(), b"\xd0", 1)
    assert decoded(broken) == whole.replace("з", "\ufffd", 1)
    assert decoded(whole.encode("cp1251")) == whole


def test_commas_within_messages_do_not_hide_the_separator() -> None:
    text = "text;label\nда, да, где, где заказ;delivery\nнет, верните, прошу, деньги;refund\n"
    assert [row.label for row in messages(text.encode()).rows] == ["delivery", "refund"]


def test_no_header_is_needed_where_topics_are_known() -> None:
    found = messages("где заказ;delivery\nверните деньги;refund\n".encode())
    assert found.rows == [Row(1, "где заказ", "delivery"), Row(2, "верните деньги", "refund")]


def test_columns_are_found_by_what_they_hold_or_asked_about() -> None:
    table = read_table(b"a,b\nhello there,delivery\nmoney back,refund\n", is_topic)
    assert columns_of(table, is_topic).label == 1
    assert columns_of(table, is_topic).are_clear
    table = read_table(b"a,b,c\nx,y,z\n", is_topic)
    assert not columns_of(table, is_topic).are_clear
    table = read_table("сообщение\nгде\n".encode(), is_topic)
    assert columns_of(table, is_topic).label == NONE


def test_json_and_jsonl() -> None:
    rows = [{"text": "где\nзаказ", "label": "delivery", "n": [1]}, {"label": "refund", "text": "b"}]
    whole = json.dumps(rows, ensure_ascii=False).encode()
    assert messages(whole).rows == [Row(1, "где\nзаказ", "delivery"), Row(2, "b", "refund")]
    lines = "\n".join(json.dumps(row) for row in rows).encode()
    assert messages(lines).rows == [Row(1, "где\nзаказ", "delivery"), Row(2, "b", "refund")]


def test_faults_have_their_lines_and_the_rest_is_read() -> None:
    text = 'text,label\nа,delivery\nб\nв,refund,ещё\n,delivery\nг,\nд "е" ж",refund\n"з"и,refund\n'
    found = messages(text.encode())
    assert [row.line for row in found.rows] == [2, 7]
    assert found.faults.first == [
        (3, "cells"),
        (4, "cells"),
        (5, "text"),
        (6, "label"),
        (8, "quote"),
    ]
    lines = b'{"text": "a", "label": "refund"}\n[1]\n{"text": \n\n{"text": "b", "label": "refund"}'
    found = messages(lines)
    assert [row.line for row in found.rows] == [1, 5]
    assert found.faults.first == [(2, "json"), (3, "json")]


def test_only_the_first_faults_are_kept_but_all_are_counted() -> None:
    found = messages(("text,label\nа,delivery\n" + "б\n" * 300).encode())
    assert found.faults.count == 300
    assert len(found.faults.first) == 5


def test_what_no_database_holds_is_taken_out_and_long_texts_are_cut() -> None:
    lines = json.dumps({"text": "где\ud800 за\x00каз\u202e", "label": "delivery"})
    long = json.dumps({"text": "я" * 9000, "label": "delivery"})
    found = messages(f"{lines}\n{long}".encode())
    assert [len(row.text) for row in found.rows] == [9, 4000]
    assert found.rows[0].text == "где заказ"
    assert found.cut == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"text,label\n", "header"),
        (b"text,label\nonly\n", "none"),
        (b"x" * (MAX_BYTES + 1), "big"),
        (zipped(b"0" * 10_000_000), "archive"),
        (gzip.compress(b"text,label\na,refund\n", mtime=0), "archive"),
        (b"\x89PNG\r\n\x1a\n" + SHEET.encode(), "binary"),
        (b"%PDF-1.7\n" + SHEET.encode(), "binary"),
        (SHEET.encode() + zipped(b"a"), "binary"),
        (b"text,label\na\x00b,refund\n", "binary"),
        (random.Random(7).randbytes(5000), "binary"),
        (b"[" * 200_000, "json"),
        (b'{"text": ', "json"),
        (b"[1, 2]", "json"),
        (b'{"messages": []}', "nobody"),
        (b"[" + b"{}," * 2_000_001 + b"{}]", "rows"),
        (b"a,b\n" + b"x,y\n" * (MAX_ROWS + 1), "rows"),
        (b"," * 200 + b"\n", "header"),
        (b"a," * 200 + b"\n" + b"a," * 200, "columns"),
    ],
)
def test_what_is_not_taken(content: bytes, why: str) -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_table(content)
    assert refused.value.why == why


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        table = read_table(content)
    except IntakeRefused:
        return
    for line, cells in table.rows:
        assert line > 0
        assert len(cells) == len(table.columns)
