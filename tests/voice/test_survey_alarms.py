"""The very worst answers to NPS and CES are heard at once, and their reasons are complaints."""

from models.memory.surveys import Survey
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.voice.scene import PATIENCE, complaints, let_down, sees

ALARM = "Если объяснит почему, откроем жалобу"


async def test_the_worst_scores_are_told_and_their_reasons_are_complaints(shop: Shop) -> None:
    scene = await let_down(shop)
    anna, vera, now = scene.anna, scene.vera, shop.clock()
    async with shop.app.store.change() as tx:
        for kind, ref in (("nps", "fine"), ("nps", "n"), ("ces", "c")):
            row = Survey(customer_id=1, kind=kind, slot=ref, ref=ref, due_at=now, asked_at=now)
            row.ticket_id = 1 if kind == "ces" else None
            tx.add(row)
    somewhere = anna.sees()[-1]
    for verb, ref, score in (
        ("npsrate", "fine", "3"),
        ("npsrate", "n", "2"),
        ("cesrate", "c", "1"),
    ):
        assert await answer_to(anna, somewhere, sealed(shop, anna.id, verb, ref, score))
    await vera.waits_for("Анна: 2 из 10 на вопрос, посоветует ли", since=0, timeout=PATIENCE)
    await vera.waits_for("Анна: 1 из 5 на вопрос, легко ли", since=0, timeout=PATIENCE)
    await shop.settles()
    assert sees(vera, ALARM) == 2 and await complaints(shop) == []

    for ref, words in (("n", "Три недели без ответа"), ("c", "Пять раз объяснял одно и то же")):
        await anna.presses(somewhere, data=sealed(shop, anna.id, "surveywhy", ref))
        await anna.waits_for("главная причина", timeout=PATIENCE)
        await anna.says(words)
        await anna.waits_for("Ваши слова прочитают", timeout=PATIENCE)
        await vera.waits_for(words, since=0, timeout=PATIENCE)
    cards = [one.text for one in vera.sees() if "Жалоба №" in one.text]
    assert "2 из 10 на вопрос, посоветует ли нас друзьям" in cards[0]
    assert "получить ответ по обращению №1" in cards[1]
    found = [(one.cause, one.score, one.about_ticket_id) for one in await complaints(shop)]
    assert found == [("nps_score", 2, None), ("ces_score", 1, 1)]
    subjects = [one.subject for one in await shop.tickets()][1:]
    assert subjects == ["Три недели без ответа", "Пять раз объяснял одно и то же"]
