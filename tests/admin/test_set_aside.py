"""What admins read of an update that was set aside: a reason in their language."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from models.people import ADMIN
from tests.desk import Shop

WORDS = "канареечный секрет"


def message(number: int, **more: Any) -> dict[str, Any]:
    person = {"id": 77_000_001, "is_bot": False, "first_name": "Яд"}
    chat = {"id": 77_000_001, "type": "private", "first_name": "Яд"}
    return {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": person, **more}


async def test_an_undecodable_update_and_one_of_a_new_kind_are_explained(shop: Shop) -> None:
    olga = await shop.admin()
    john = await shop.agent("John", role=ADMIN, language="en")
    shop.playground.push({"message": {"message_id": "one", "chat": {"id": 5}}})
    said = await olga.waits_for("не удалось прочитать")
    assert "error" not in said.text and "decode" not in said.text
    await john.waits_for("of its fields could not be read")

    shop.playground.push({"hologram": {"id": 5}})
    await olga.waits_for("нового вида", since=olga.mark)
    await john.waits_for("something of a new kind")


async def test_an_error_is_named_but_not_what_it_says(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = await shop.admin()

    async def fails(*_: object, **__: object) -> None:
        raise KeyError(WORDS)

    monkeypatch.setattr("bot.worker.TRIES", 1)
    monkeypatch.setattr(shop.app.desk.reception, "inquiry", fails)
    with capture_logs():  # else it prints for seconds
        shop.playground.push({"message": message(1, text=WORDS)})
        said = await olga.waits_for("ошибка в программе (KeyError)")
    assert WORDS not in said.text
