"""Surveys and complaints find their rows by index, however many there are."""

import re
import sqlite3
from contextlib import closing

from tests.core.test_plans import heard
from tests.desk import Shop
from tests.trade.ordered import presses
from tests.voice.scene import PATIENCE, let_down, wants

SCAN = re.compile(
    r"SCAN (survey|complaint|product_rating|notice|contact_preference|rating|ticket|customer)\b"
    r"(?! USING (COVERING )?INDEX)"
)


async def test_every_statement_of_a_complaint_and_a_survey_uses_an_index(shop: Shop) -> None:
    await wants(shop, ces_percent=100)
    with heard(shop) as said:
        scene = await let_down(shop)
        await scene.scores(1)
        card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
        await presses(scene.vera, card, "Исход")
        await presses(scene.vera, card, "Извинения")
        await scene.vera.waits_for("Что написать покупателю?", timeout=PATIENCE)
        await scene.vera.presses("Без слов")
        await scene.anna.waits_for("Приносим извинения", since=0, timeout=PATIENCE)
        shop.clock.passes(hours=80)
        await shop.app.desk.voice.surveys.look(shop.clock())
        await shop.app.desk.voice.complaint_watch.look(shop.clock())
        await shop.settles()
    found: dict[str, list[str]] = {}
    with closing(sqlite3.connect(shop.app.store.url.database or "")) as database:
        for statement, given in said.items():
            newest_only = "ORDER BY ticket.id DESC" in statement  # read from its end, with a limit
            if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")) and not newest_only:
                plan = database.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall()
                lines = [line[3] for line in plan if SCAN.search(line[3])]
                found |= {statement: lines} if lines else {}
    assert any("FROM survey" in statement for statement in said)
    assert any("FROM complaint" in statement for statement in said)
    assert found == {}
