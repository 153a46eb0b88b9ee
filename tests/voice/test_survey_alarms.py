"""The very worst answers to NPS and CES are complaints, with words or without."""

from models.memory.surveys import Survey
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.voice.scene import PATIENCE, complaints, let_down, sees


async def test_the_worst_scores_are_complaints_and_their_reasons_join_them(shop: Shop) -> None:
    scene = await let_down(shop)
    anna, vera, now = scene.anna, scene.vera, shop.clock()
    async with shop.app.store.change() as tx:
        for kind, ref in (("nps", "fine"), ("ces", "c"), ("nps", "n")):
            row = Survey(customer_id=1, kind=kind, slot=ref, ref=ref, due_at=now, asked_at=now)
            row.ticket_id = 1 if kind == "ces" else None
            tx.add(row)
    somewhere = anna.sees()[-1]

    async def scores(verb: str, ref: str, score: str) -> None:
        assert await answer_to(anna, somewhere, sealed(shop, anna.id, verb, ref, score))
        await shop.settles()

    await scores("npsrate", "fine", "3")
    assert await complaints(shop) == []
    await scores("cesrate", "c", "1")
    card = await vera.waits_for("получить ответ по обращению №1", since=0, timeout=PATIENCE)
    assert "Жалоба №2" in card.text
    await anna.waits_for("1. Напишем вам сюда", since=0, timeout=PATIENCE)

    await scores("npsrate", "n", "2")
    joined = "Анна ставит 2 из 10 на вопрос, посоветует ли нас друзьям, — к жалобе №2"
    await vera.waits_for(joined, since=0, timeout=PATIENCE)
    for ref, words in (("n", "Три недели без ответа"), ("c", "Пять раз объяснял одно и то же")):
        await anna.presses(somewhere, data=sealed(shop, anna.id, "surveywhy", ref))
        await anna.waits_for("главная причина", timeout=PATIENCE)
        await anna.says(words)
        await anna.waits_for("Ваши слова прочитают", timeout=PATIENCE)
        await vera.waits_for(words, since=0, timeout=PATIENCE)
    assert (await shop.tickets())[1].subject == "Три недели без ответа"

    one = (await complaints(shop))[0]
    decided = sealed(shop, vera.id, "cplain", one.ref, "apology")
    assert "Решение отправлено" in await answer_to(vera, card, decided)
    async with shop.app.store.change() as tx:
        tx.add(Survey(customer_id=1, kind="nps", slot="q", ref="q", due_at=now, asked_at=now))
    await scores("npsrate", "q", "0")
    await vera.waits_for("0 из 10 на вопрос, посоветует", since=0, timeout=PATIENCE)
    await anna.waits_until(lambda: sees(anna, "2. Решение сообщим") == 1, timeout=PATIENCE)
    found = [(one.cause, one.score, one.about_ticket_id) for one in await complaints(shop)]
    assert found == [("ces_score", 1, 1), ("nps_score", 0, None)]


async def test_a_reason_that_comes_after_the_decision_opens_that_complaint_again(
    shop: Shop,
) -> None:
    scene = await let_down(shop)
    anna, vera = scene.anna, scene.vera
    somewhere = anna.sees()[-1]
    for ticket, kind, ref in ((1, "ces", "c"), (None, "nps", "begins"), (None, "nps", "joins")):
        async with shop.app.store.change() as tx:
            row = Survey(customer_id=1, kind=kind, slot=ref, ref=ref, due_at=shop.clock())
            row.ticket_id, row.asked_at = ticket, shop.clock()
            tx.add(row)
        assert await answer_to(anna, somewhere, sealed(shop, anna.id, f"{kind}rate", ref, "1"))
        await shop.settles()
        one = (await complaints(shop))[-1]
        number, words = one.ticket_id, f"Никто не перезвонил, {ref}"
        card = await vera.waits_for(f"Жалоба №{number}", since=0, timeout=PATIENCE)
        shop.clock.passes(hours=1)
        await answer_to(vera, card, sealed(shop, vera.id, "cplain", one.ref, "apology"))
        await shop.settles()
        shop.clock.passes(hours=1)
        await anna.presses(somewhere, data=sealed(shop, anna.id, "surveywhy", ref))
        await anna.waits_for("главная причина", timeout=PATIENCE)
        await anna.says(words)
        await vera.waits_for(words, since=0, timeout=PATIENCE)
        told = f"Анна пишет, почему низкая оценка, — к жалобе №{number}. Жалоба открыта снова"
        await vera.waits_for(told, since=0, timeout=PATIENCE)
        await shop.settles()
        again = await complaints(shop)
        assert (again[-1].id, again[-1].state, again[-1].outcome) == (one.id, "open", "")
        if ref == "c":
            await answer_to(vera, card, sealed(shop, vera.id, "cplain", one.ref, "apology"))
            await shop.settles()
        shop.clock.passes(hours=1)
    assert [one.cause for one in await complaints(shop)] == ["ces_score", "nps_score"]
