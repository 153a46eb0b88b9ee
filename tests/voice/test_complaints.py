"""A low score is followed to a stated outcome: by name, by a day, and asked about afterwards."""

from models.opinions import Rating
from tests.conftest import OpenShop
from tests.customer.conversation import texts, toast
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import presses
from tests.voice.scene import PATIENCE, complaints, let_down, notices, sees, wants

__all__ = ["database_url", "empty_database_url"]


async def test_a_low_score_is_followed_to_its_outcome_and_asked_about_afterwards(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    scene = await let_down(shop)
    anna, vera = scene.anna, scene.vera
    assert await scene.scores(2) == "Спасибо за оценку!"
    own = await anna.waits_for("Вашим обращением занимается Вера", since=0, timeout=PATIENCE)
    assert "Разберёмся, что пошло не так" in own.text
    assert "1. Напишем вам сюда" in own.text and "2. Решение сообщим" in own.text
    assert own.buttons == []
    card = await vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    assert (await shop.tickets())[1].certainty == "score"
    for words in ("Анна", "2 из 5 за обращение №1", "отвечает: Борис"):
        assert words in card.text

    await presses(vera, card, "Беру")
    await vera.waits_until(lambda: "Беру" not in card.buttons, timeout=PATIENCE)
    await vera.says("Анна, разбираюсь, почему вам не ответили.", reply_to=card)
    await anna.waits_for("разбираюсь, почему", since=0, timeout=PATIENCE)
    assert (await complaints(shop))[0].answered_at is not None
    await presses(vera, card, "Исход")
    await vera.waits_until(lambda: "Извинения" in card.buttons, timeout=PATIENCE)
    await presses(vera, card, "Скидка")
    await vera.waits_for("Напишите сумму", timeout=PATIENCE)
    await vera.says("500 на следующий заказ")
    first = await vera.waits_for("Покупатель увидит", since=0, timeout=PATIENCE)
    await vera.presses(first, "Исправить")
    await vera.says("500, на следующий заказ")
    await vera.waits_until(lambda: sees(vera, "Покупатель увидит") == 2, timeout=PATIENCE)
    second = vera.sees()[-1]
    assert "Сумма: 500\u00a0₽" in second.text and "Сумма" not in first.text
    assert "не работает" in await toast(await vera.presses(first, "Отправить"))
    assert sees(anna, "Решение по обращению") == 0
    await vera.presses(second, "Отправить")
    told = await anna.waits_for("Решение по обращению №2", since=0, timeout=PATIENCE)
    for words in ("Дадим вам скидку.", "Сумма: 500\u00a0₽", "на следующий заказ"):
        assert words in told.text
    await vera.waits_for("Исход:", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    assert (one.state, one.outcome, one.amount, one.words) == (
        "closed",
        "discount",
        50_000,
        "на следующий заказ",
    )
    assert [ticket.state for ticket in await shop.tickets()] == ["resolved", "resolved"]

    await wants(shop)
    shop.clock.passes(days=2, hours=23)
    await shop.app.desk.privacy.releasing.release(shop.clock())
    assert [note.state for note in await notices(shop, "followup")] == ["waiting"]
    shop.clock.passes(hours=2)
    ask = await anna.waits_for("Стало лучше?", since=0, timeout=PATIENCE)
    assert await toast(await anna.presses(ask, "Да")) == "Спасибо!"
    await anna.waits_for("Спасибо, что ответили!", since=0, timeout=PATIENCE)
    late = await answer_to(anna, ask, sealed(shop, anna.id, "worse", one.ref))
    assert "уже записан" in late
    assert (await complaints(shop))[0].better is True
    assert len(await notices(shop, "followup")) == 1


async def test_no_better_opens_it_again_and_tells_the_admin_once(shop: Shop) -> None:
    olga = await shop.admin()
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    close = sealed(shop, scene.vera.id, "cplain", one.ref, "apology")
    assert "Решение отправлено" in await answer_to(scene.vera, card, close)
    await wants(shop)
    shop.clock.passes(days=4)
    ask = await scene.anna.waits_for("Стало лучше?", since=0, timeout=PATIENCE)
    worse = sealed(shop, scene.anna.id, "worse", one.ref)
    assert await answer_to(scene.anna, ask, worse) == "Открыли обращение снова."
    assert "уже записан" in await answer_to(scene.anna, ask, worse)
    await olga.waits_for("после решения по жалобе", since=0, timeout=PATIENCE)
    await shop.settles()
    assert sees(olga, "после решения по жалобе") == 1
    again = (await complaints(shop))[0]
    assert (again.state, again.better, again.outcome) == ("open", False, "")
    assert again.answer_due_at > one.answer_due_at
    assert (await shop.tickets())[1].state == "open"
    assert "уже закрыта" not in await answer_to(scene.vera, card, close)
    assert len(await notices(shop, "followup")) == 2


async def test_a_complaint_is_not_closed_without_an_outcome(shop: Shop) -> None:
    scene = await let_down(shop)
    await scene.scores(2)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    await presses(scene.vera, card, "Беру")
    await scene.vera.waits_until(lambda: "Беру" not in card.buttons, timeout=PATIENCE)
    await scene.vera.says("/resolve 2")
    choice = await scene.vera.waits_for("Чем закончить?", timeout=PATIENCE)
    assert (await shop.tickets())[1].state == "taken"
    ticket = (await shop.tickets())[1]
    press = sealed(shop, scene.vera.id, "resolve", ticket.ref)
    assert "сначала выберите" in await answer_to(scene.vera, choice, press)
    assert (await complaints(shop))[0].state == "open"
    await scene.vera.waits_until(lambda: choice.deleted, timeout=PATIENCE)
    choice = await scene.vera.waits_for("Чем закончить?", since=0, timeout=PATIENCE)
    assert sees(scene.vera, "Чем закончить?") == 1
    await scene.vera.presses(choice, "Объяснили")
    await scene.vera.waits_for("Что написать покупателю?", timeout=PATIENCE)
    await scene.vera.sends("photo")
    await scene.vera.waits_for("Здесь нужен текст", timeout=PATIENCE)
    await scene.vera.presses("Без слов")
    await scene.anna.waits_for("Мы разобрались", since=0, timeout=PATIENCE)
    assert (await shop.tickets())[1].state == "resolved"


async def test_of_two_supervisors_one_takes_and_one_decides(shop: Shop) -> None:
    scene = await let_down(shop)
    zoya = await shop.agent("Зоя", "care", role="supervisor")
    await scene.scores(1)
    hers = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    theirs = await zoya.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    toasts = [
        await answer_to(zoya, theirs, sealed(shop, zoya.id, "ctake", one.ref)),
        await answer_to(scene.vera, hers, sealed(shop, scene.vera.id, "ctake", one.ref)),
        await answer_to(zoya, theirs, sealed(shop, zoya.id, "ctake", one.ref)),
    ]
    assert toasts == [
        "Теперь занимаетесь вы",
        "Жалобой №2 уже занимается Зоя.",
        "Жалобой №2 уже занимаетесь вы.",
    ]
    await scene.anna.waits_for("занимается Зоя", since=0, timeout=PATIENCE)
    closed = [
        await answer_to(person, card, sealed(shop, person.id, "cplain", one.ref, outcome))
        for person, card, outcome in (
            (zoya, theirs, "apology"),
            (scene.vera, hers, "refund"),
        )
    ]
    assert closed[0] == "Решение отправлено, обращение закрыто"
    assert closed[1] == "Жалоба №2 уже закрыта: Извинения"
    odd = await answer_to(zoya, theirs, sealed(shop, zoya.id, "cplain", one.ref, "prison"))
    assert "не работает" in odd
    stranger = await shop.agent("Света", "sales")
    first = stranger.sees()[-1]
    press = sealed(shop, stranger.id, "ctake", one.ref)
    assert "другой очереди" in await answer_to(stranger, first, press)
    await shop.settles()
    assert sum("Решение по обращению" in text for text in texts(scene.anna)) == 1


async def test_a_low_score_of_the_complaint_itself_is_told_and_opens_nothing(shop: Shop) -> None:
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    close = sealed(shop, scene.vera.id, "cplain", one.ref, "unfounded")
    await answer_to(scene.vera, card, close)
    await scene.anna.waits_for("Мы всё проверили", since=0, timeout=PATIENCE)
    carrier = (await shop.tickets())[1]
    async with shop.app.store.change() as tx:  # asked when complaints still were
        tx.add(Rating(ticket_id=carrier.id, asked_at=shop.clock()))
    rate = sealed(shop, scene.anna.id, "rate", carrier.ref, "1")
    assert await answer_to(scene.anna, scene.anna.sees()[-1], rate) == "Спасибо за оценку!"
    await scene.vera.waits_for("снова ставит низкую оценку", since=0, timeout=PATIENCE)
    assert len(await complaints(shop)) == 1 and len(await shop.tickets()) == 2


async def test_an_english_customer_reads_it_in_english(shop: Shop) -> None:
    scene = await let_down(shop, "en")
    await scene.scores(2)
    own = await scene.anna.waits_for("We will find out", since=0, timeout=PATIENCE)
    assert "Вера is looking after your request" in own.text and "2. We will tell you" in own.text
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    close = sealed(shop, scene.vera.id, "cplain", one.ref, "repair")
    await answer_to(scene.vera, card, close)
    await scene.anna.waits_for("We will repair it at our expense", since=0, timeout=PATIENCE)
