"""Telegram Desktop's export: of one chat, of all of them, of older versions."""

import json

from classifier.intake.columns import NONE, Columns, columns_of
from classifier.intake.reading import read_table
from classifier.intake.table import Source

CHAT = {
    "name": "Анна",
    "type": "personal_chat",
    "id": 5,
    "messages": [
        {"type": "service", "text": "joined", "from_id": "user5"},
        {
            "type": "message",
            "from_id": "user5",
            "from": "Анна",
            "text": ["где ", {"type": "bold", "text": "он"}],
        },
        {"type": "message", "from_id": "user1", "text": "здравствуйте, сейчас"},
        {"type": "message", "from_id": "user5", "text": ""},
        {
            "type": "message",
            "from_id": "user5",
            "from": "Анна",
            "text": [{"type": "link", "text": "http://x"}, 5],
        },
    ],
}


def test_telegram_desktop_of_one_chat_and_of_all() -> None:
    table = read_table(json.dumps(CHAT).encode())
    assert table.rows == [(2, ("где он", "0")), (5, ("http://x", "0"))]
    assert table.sources == (Source("user5", "Анна"),)
    assert table.left == {"service": 1, "own": 1, "wordless": 1}
    group = {"type": "private_supergroup", "id": 7, "messages": CHAT["messages"]}
    saved = {"type": "saved_messages", "id": 1, "messages": CHAT["messages"]}
    whole = {"chats": {"list": [CHAT, group, saved, None, {"messages": None}]}}
    table = read_table(json.dumps(whole).encode())
    assert [cells[1] for _, cells in table.rows] == ["0", "0", "0", "1", "0"]
    assert [source.id for source in table.sources] == ["user5", "user1"]
    assert table.left["elsewhere"] == 5
    assert columns_of(table, lambda cell: False) == Columns(0, NONE)
    owned = whole | {"personal_information": {"user_id": 1}}
    assert [s.id for s in read_table(json.dumps(owned).encode()).sources] == ["user5"]


def test_forwarded_words_and_numbers_of_older_exports() -> None:
    said = [
        {"type": "message", "from_id": 5, "from": None, "text": "где заказ"},
        {"type": "message", "from_id": 5, "text": "новости", "forwarded_from": "Канал"},
    ]
    table = read_table(json.dumps({**CHAT, "messages": said}).encode())
    assert [cells[0] for _, cells in table.rows] == ["где заказ"]
    assert table.sources == (Source("user5", ""),)
    assert table.left == {"forwarded": 1}


def test_messages_taken_out_of_an_export_are_rows() -> None:
    said = "\n".join(json.dumps(one) for one in CHAT["messages"][1:3])
    table = read_table(said.encode())
    assert (table.kind, table.columns) == ("jsonl", ("from", "text"))
    assert [cells[1] for _, cells in table.rows] == ["где он", "здравствуйте, сейчас"]
