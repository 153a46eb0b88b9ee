"""Data files are read whole or refused with the line that is wrong."""

import gzip
from pathlib import Path

import pytest

from classifier.corpus import CorpusRefused, Example, examples, read_examples


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "text,label\nгде заказ,order_status\n"),
        ("a.csv", "\ufefftext;label\r\nгде заказ;order_status\r\n"),
        ("a.csv", 'label,text\norder_status,"где заказ"\n'),
        ("a.txt", "Тема\tСообщение\norder_status\tгде заказ\n"),
        ("a.jsonl", '{"text": "где заказ", "label": "order_status"}\n\n'),
    ],
)
def test_reads_csv_and_jsonl(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_bytes(content.encode())
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content.encode()))
    expected = [Example("где заказ", "order_status")]
    assert read_examples(tmp_path / name) == expected
    assert read_examples(tmp_path / f"{name}.gz") == expected


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"text,label\na,b\nc\n", "a.csv, line 3: `text` and `label` are needed"),
        ("a.csv", b"words,more\na,b\n", "`text` and `label` are needed"),
        ("a.jsonl", b'{"text": "a", "label": "b"}\n{', "a.jsonl, line 2: no JSON"),
        ("a.jsonl", b'{"text": "a"}', "a.jsonl: it does not say what the messages are about"),
        (
            "result.json",
            b'{"messages": [{"type": "message", "from_id": "user5", "text": "a"}]}',
            "`/review` asks about the most useful ones",
        ),
        ("result.json", b'{"messages": []}', "no messages in it"),
        ("a.jsonl", b'{"text": "", "label": "b"}', "line 1"),
        ("a.jsonl", b"[" * 100_000, "no JSON"),
        ("a.jsonl", b"", "no messages"),
        ("a.jsonl", b"\xff\xfe", "no messages"),
        ("a.jsonl.gz", b"no gzip", "a.jsonl.gz"),
        ("a.xlsx", b"PK\x03\x04", "archive"),
    ],
)
def test_names_what_is_wrong(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusRefused, match=reason):
        read_examples(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusRefused, match=r"none\.csv: there is no such file"):
        read_examples(tmp_path / "none.csv")


def test_folders_name_topic_language_and_voice(tmp_path: Path) -> None:
    (tmp_path / "train" / "refund").mkdir(parents=True)
    (tmp_path / "train" / "refund" / "ru_elm.txt").write_text("где деньги\n\n верните \n")
    assert examples("train", tmp_path) == [
        Example("где деньги", "refund", "ru", "elm"),
        Example("верните", "refund", "ru", "elm"),
    ]
    with pytest.raises(CorpusRefused, match="no messages"):
        examples("heldout", tmp_path)
